import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { fromMembers, isObject } from "../types/prepare/pointer.ts";

/** Keywords whose value is data, in which a schema is none. */
const data = new Set(["const", "default", "enum", "example", "examples"]);

/** Keywords whose members have names of the author's: `default` among them is a property like any other. */
const named = new Set(["$defs", "dependentSchemas", "patternProperties", "properties"]);

/** `node` with each object in it changed that may be a schema; itself where nothing changes. */
export function changeSchemas(
  node: JsonValue,
  change: (schema: JsonObject) => JsonObject,
): JsonValue {
  if (Array.isArray(node)) {
    const items = node.map((item) => changeSchemas(item, change));
    return items.some((item, index) => item !== node[index]) ? items : node;
  }
  if (!isObject(node)) {
    return node;
  }
  return changeMembers(change(node), (key, value) => {
    if (named.has(key) && isObject(value)) {
      return changeMembers(value, (_, member) => changeSchemas(member, change));
    }
    return data.has(key) ? value : changeSchemas(value, change);
  });
}

function changeMembers(
  object: JsonObject,
  change: (key: string, value: JsonValue) => JsonValue,
): JsonObject {
  const entries = Object.entries(object).map(
    ([key, value]) => [key, change(key, value), value] as const,
  );
  return entries.some(([, changed, value]) => changed !== value)
    ? fromMembers(entries.map(([key, changed]) => [key, changed]))
    : object;
}
