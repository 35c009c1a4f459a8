import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { asObject, items, own } from "./pointer.ts";
import { type Preparation, resolveNode } from "./preparation.ts";
import { findTypes } from "./type.ts";

/** `object`: what takes the `null` out of a union, and adds nothing to it. */
export const someObject: JsonObject = { type: "object", "x-truespec-print": "object" };

/** How far references are followed; what is behind them may be anything. */
const farthest = 8;

/** Whether the compositions of a schema admit objects alone, so that its own `type: object` says nothing new. */
export function isObjectBeside(preparation: Preparation, schema: JsonObject, depth = 0): boolean {
  const isOnlyObject = (part: JsonValue) => admitsObjects(preparation, asObject(part), depth + 1);
  const isReference = Object.hasOwn(schema, "$ref");
  return (
    (isReference && admitsObjects(preparation, resolveNode(preparation, schema), depth + 1)) ||
    items(own(schema, "allOf")).some(isOnlyObject) ||
    ["anyOf", "oneOf"].some((keyword) => {
      const branches = items(own(schema, keyword));
      return branches.length > 0 && branches.every(isOnlyObject);
    })
  );
}

function admitsObjects(
  preparation: Preparation,
  schema: JsonObject | undefined,
  depth: number,
): boolean {
  if (schema === undefined || depth > farthest) {
    return false;
  }
  const types = findTypes(schema);
  const isOwn = types.length > 0 && types.every((type) => type === "object");
  return isOwn || isObjectBeside(preparation, schema, depth);
}
