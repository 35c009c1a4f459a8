import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { decodeFragment, unescapeToken } from "@truespec/json-schema/json-pointer";
import { formatPointer, fromMembers, isObject, items, own } from "./pointer.ts";
import type { Preparation } from "./preparation.ts";

type Edges = (schema: JsonObject) => readonly JsonValue[];

/** Subschemas that a value of the schema is itself an instance of. */
const composition: Edges = (schema) => ["allOf", "anyOf"].flatMap((key) => items(own(schema, key)));

/** Those, and the items of arrays: TypeScript resolves both at once, where it defers object types. */
const compositionAndItems: Edges = (schema) => [
  ...composition(schema),
  ...items(own(schema, "prefixItems")),
  ...(isObject(own(schema, "items")) ? [own(schema, "items") ?? null] : []),
];

/** The schemas without those that contain nothing but themselves: no type can be written for these, so they are unknown. */
export function breakCycles(
  schemas: ReadonlyMap<string, JsonObject>,
  preparation: Preparation,
): JsonObject {
  const circular = findCycles(schemas, composition);
  for (const name of circular) {
    preparation.diagnostics.push({
      code: "circular-schema",
      severity: "warning",
      message: `The schema ${JSON.stringify(name)} refers to itself without a property or item between; its type is unknown.`,
      hint: "Remove the reference to itself from $ref, allOf, anyOf or oneOf.",
      pointer: formatPointer(["components", "schemas", name]),
    });
  }
  return fromMembers(
    [...schemas].map(([name, schema]) => [name, circular.has(name) ? {} : schema]),
  );
}

/** The schemas that contain themselves through arrays without an object type between. */
export function findArrayCycles(schemas: JsonObject): ReadonlySet<string> {
  const named = Object.entries(schemas).flatMap(([name, schema]) =>
    isObject(schema) ? [[name, schema] as const] : [],
  );
  return findCycles(new Map(named), compositionAndItems);
}

function findCycles(schemas: ReadonlyMap<string, JsonObject>, edges: Edges): ReadonlySet<string> {
  const targets = new Map<string, ReadonlySet<string>>();
  for (const [name, schema] of schemas) {
    targets.set(name, collectTargets(schema, edges));
  }
  return new Set([...schemas.keys()].filter((name) => reachesItself(name, targets)));
}

function reachesItself(name: string, targets: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const queue = [...(targets.get(name) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === name) {
      return true;
    }
    if (!seen.has(next)) {
      seen.add(next);
      queue.push(...(targets.get(next) ?? []));
    }
  }
  return false;
}

function collectTargets(schema: JsonObject, edges: Edges): ReadonlySet<string> {
  const found = new Set<string>();
  const queue: JsonValue[] = [schema];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (isObject(next)) {
      const name = findTarget(next);
      if (name !== undefined) {
        found.add(name);
      }
      queue.push(...edges(next));
    }
  }
  return found;
}

function findTarget(schema: JsonObject): string | undefined {
  const reference = own(schema, "$ref");
  const start = "#/components/schemas/";
  if (typeof reference !== "string" || !reference.startsWith(start)) {
    return undefined;
  }
  return unescapeToken(decodeFragment(reference.slice(start.length)));
}
