import { isJsonObject, type JsonValue, type Schema } from "@truespec/json-schema/json";
import type { Nodes } from "./body-walk.ts";

/**
 * Tells whether a schema declares its enum as open: `x-speakeasy-unknown-values: allow`, `x-extensible-enum`, or
 * `x-ms-enum` with `modelAsString`.
 */
export function isDeclaredOpen(schema: JsonValue | undefined): boolean {
  if (!isJsonObject(schema)) return false;
  const microsoft = schema["x-ms-enum"];
  return (
    schema["x-speakeasy-unknown-values"] === "allow" ||
    (Object.hasOwn(schema, "x-extensible-enum") && schema["x-extensible-enum"] !== false) ||
    (isJsonObject(microsoft) && microsoft["modelAsString"] === true)
  );
}

/** Tells whether a schema has an `x-extensible-enum` list in place of an enum. */
export function hasExtension(schema: Schema): boolean {
  return (
    isJsonObject(schema) &&
    !Object.hasOwn(schema, "enum") &&
    Array.isArray(schema["x-extensible-enum"])
  );
}

/** Pointers of the schemas whose `x-extensible-enum` list stands instead of an enum and lacks the value. */
export function findExtensionGaps(applicable: Nodes, value: JsonValue): readonly string[] {
  return applicable.flatMap(({ schema, pointer }) => {
    if (!isJsonObject(schema) || Object.hasOwn(schema, "enum")) return [];
    const known = schema["x-extensible-enum"];
    return Array.isArray(known) && !known.includes(value) ? [pointer] : [];
  });
}
