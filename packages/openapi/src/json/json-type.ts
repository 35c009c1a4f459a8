import { findMember, isJsonArray, type JsonValue } from "@truespec/json-schema/json";
/** JSON's types; `integer` is the type `number` and a multiple of 1. */
export const jsonTypes = ["null", "boolean", "number", "string", "array", "object"] as const;

/** One of {@link jsonTypes}. */
export type JsonType = (typeof jsonTypes)[number];

/** The type of a value. */
export function jsonTypeOf(value: JsonValue): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "number";
    case "string":
      return "string";
    default:
      return "object";
  }
}

/** The names in a schema's `type`; undefined where it names no type and so allows all. */
export function readTypes(schema: JsonValue): readonly string[] | undefined {
  const type = findMember(schema, "type");
  if (typeof type === "string") return [type];
  return isJsonArray(type) ? type.filter((name) => typeof name === "string") : undefined;
}
