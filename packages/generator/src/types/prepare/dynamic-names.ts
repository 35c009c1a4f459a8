import type { SchemaDocument, SchemaNode } from "@truespec/json-schema";
import { isObject, own } from "./pointer.ts";

type Place = SchemaNode["place"];
type Resource = Place["resource"];

/** The names of dynamic anchors that decide what a schema says, with all that it is made of and refers to. */
export type DynamicNames = (schema: SchemaNode) => readonly string[];

/**
 * Surveys a document for the names that more than one of its schema resources anchors: what such a name
 * means is for the dynamic scope to say. One that a single resource anchors means that everywhere.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */
export function surveyDynamicNames(schemas: SchemaDocument): DynamicNames {
  const nodes = listNodes(schemas);
  const anchored = listAnchored(nodes);
  if (anchored.size === 0) {
    return () => [];
  }
  const users = new Map<Place, Place[]>();
  const met: (readonly [Place, string])[] = [];
  const link = (used: Place | undefined, user: Place): void => {
    if (used === undefined) return;
    const known = users.get(used);
    if (known === undefined) users.set(used, [user]);
    else known.push(user);
  };
  for (const node of nodes) {
    for (const inner of listInner(schemas, node)) link(inner.place, node.place);
    link(findReferenced(schemas, node, "$ref")?.place, node.place);
    const dynamic = findReferenced(schemas, node, "$dynamicRef");
    link(dynamic?.place, node.place);
    const name = dynamic && findDynamicName(node, dynamic);
    for (const place of anchored.get(name ?? "") ?? []) {
      link(place, node.place);
      met.push([node.place, name ?? ""]);
    }
  }
  return spread(met, users);
}

/** Tells every user of a place what is met there. */
function spread(
  met: (readonly [Place, string])[],
  users: ReadonlyMap<Place, readonly Place[]>,
): DynamicNames {
  const names = new Map<Place, Set<string>>();
  for (let next = met.pop(); next !== undefined; next = met.pop()) {
    const [place, name] = next;
    const known = names.get(place) ?? new Set();
    if (!known.has(name)) {
      names.set(place, known.add(name));
      for (const user of users.get(place) ?? []) met.push([user, name]);
    }
  }
  return ({ place }) => [...(names.get(place) ?? [])].sort();
}

/** Every object and array of a document. */
function listNodes(schemas: SchemaDocument): readonly SchemaNode[] {
  const root = schemas.find("");
  const nodes: SchemaNode[] = root === undefined ? [] : [root];
  // Grows while it is gone through.
  for (const node of nodes) {
    for (const key of listKeys(node)) {
      const inner = schemas.findSubschema(node, [key]);
      if (inner !== undefined) nodes.push(inner);
    }
  }
  return nodes;
}

function listKeys({ place: { value, kind } }: SchemaNode): readonly string[] {
  return kind === "value" || typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, member]) =>
        typeof member === "object" && member !== null ? [key] : [],
      );
}

/** What a place is made of; a definition is no part until something refers to it. */
function listInner(schemas: SchemaDocument, node: SchemaNode): readonly SchemaNode[] {
  const isSchema = node.place.kind !== "map" && node.place.kind !== "list";
  return listKeys(node).flatMap((key) => {
    const isDefinition = isSchema && (key === "$defs" || key === "definitions");
    const inner = isDefinition ? undefined : schemas.findSubschema(node, [key]);
    return inner === undefined ? [] : [inner];
  });
}

/** The places that a name anchors, where these are several. */
function listAnchored(nodes: readonly SchemaNode[]): ReadonlyMap<string, readonly Place[]> {
  const anchored = new Map<string, Place[]>();
  const resources = new Set<Resource>();
  for (const { place, scope } of nodes) {
    if (!resources.has(place.resource)) {
      resources.add(place.resource);
      for (const [name, anchor] of scope.findDynamicAnchors(place.resource)) {
        anchored.set(name, [...(anchored.get(name) ?? []), anchor]);
      }
    }
  }
  return new Map([...anchored].filter(([, places]) => places.length > 1));
}

/** Where a reference leads before any scope is asked. */
function findReferenced(
  schemas: SchemaDocument,
  node: SchemaNode,
  keyword: string,
): SchemaNode | undefined {
  const { value } = node.place;
  const reference = isObject(value) ? own(value, keyword) : undefined;
  return typeof reference === "string" ? schemas.findReferenced(node, reference) : undefined;
}

/** The name by which a `$dynamicRef` is dynamic: its first target has to have it as such an anchor. */
function findDynamicName({ scope }: SchemaNode, { place }: SchemaNode): string | undefined {
  const anchors = scope.findDynamicAnchors(place.resource);
  const { value } = place;
  const name = isObject(value) ? own(value, "$dynamicAnchor") : undefined;
  return typeof name === "string" && anchors.get(name) === place ? name : undefined;
}
