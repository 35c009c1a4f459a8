import type { JsonObject, JsonValue } from "@truespec/json-schema";

/** An object of which nothing is known but that it has fields. */
export type Fields = { readonly [name: string]: unknown };

/** Tells whether a value is an object whose fields can be looked at. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Tells whether a JSON value is an object. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return isFields(value);
}
