import type { JsonObject } from "@truespec/json-schema";
import { asObject, items, own } from "./pointer.ts";
import { type Preparation, resolveNode } from "./preparation.ts";

/** Every description of a property of a schema, as it is written: in the schema, and in what all its instances are too. */
export function findProperty(
  preparation: Preparation,
  schema: JsonObject,
  property: string,
): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const seen = new Set<JsonObject>();
  const queue: JsonObject[] = [schema];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (!seen.has(next)) {
      seen.add(next);
      const properties = asObject(own(next, "properties"));
      const declared = asObject(properties && own(properties, property));
      const target = Object.hasOwn(next, "$ref") ? resolveNode(preparation, next) : undefined;
      found.push(...(declared === undefined ? [] : [declared]));
      queue.push(...[...items(own(next, "allOf")).map(asObject), target].filter(isPresent));
    }
  }
  return found;
}

function isPresent(schema: JsonObject | undefined): schema is JsonObject {
  return schema !== undefined;
}
