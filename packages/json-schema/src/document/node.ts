import type { JsonObject } from "../json.ts";
import type { DynamicScope, FindDynamicAnchors, Place, Resource, SchemaNode } from "./place.ts";

export type { DynamicScope, FindDynamicAnchors, SchemaNode } from "./place.ts";

/** The dynamic scope before any resource is entered. */
export function createScope(findDynamicAnchors: FindDynamicAnchors): DynamicScope {
  return { resources: [], inner: new Map(), nodes: new Map(), findDynamicAnchors };
}

/** The node of a place that is reached within a dynamic scope. */
export function enterPlace(place: Place, scope: DynamicScope): SchemaNode {
  const inner = enterResource(scope, place.resource);
  if (place.node?.scope === inner) return place.node;
  const known = inner.nodes.get(place);
  if (known !== undefined) return known;
  const { pointer, value } = place;
  const node = { pointer, schema: isSchema(value) ? value : true, place, scope: inner };
  if (place.node === undefined) place.node = node;
  else inner.nodes.set(place, node);
  return node;
}

function enterResource(scope: DynamicScope, resource: Resource): DynamicScope {
  if (scope.resources.includes(resource)) return scope;
  const known = scope.inner.get(resource);
  if (known !== undefined) return known;
  const inner = isDecided(scope, resource)
    ? scope
    : { ...createScope(scope.findDynamicAnchors), resources: [...scope.resources, resource] };
  scope.inner.set(resource, inner);
  return inner;
}

/**
 * Does the scope name all dynamic anchors of the resource already? The outermost one of a name
 * counts, so the resource then decides nothing. The first one is entered unseen, which spares a
 * document of one resource the search for anchors.
 */
function isDecided(scope: DynamicScope, resource: Resource): boolean {
  if (scope.resources.length === 0) return false;
  const outer = scope.resources.map(scope.findDynamicAnchors);
  return [...scope.findDynamicAnchors(resource).keys()].every((name) =>
    outer.some((anchors) => anchors.has(name)),
  );
}

/** Is it a schema: a boolean or an object, Core section 4.3? */
export function isSchema(value: unknown): value is boolean | JsonObject {
  return (
    typeof value === "boolean" ||
    (typeof value === "object" && value !== null && !Array.isArray(value))
  );
}
