/**
 * JSON's data model, as RFC 8259 and JSON Schema read it.
 */

/** A parsed JSON value. Readonly: no stage of ours changes what it was given. */
export type JsonValue = null | boolean | number | string | JsonArray | JsonObject;

/** A JSON array. */
export type JsonArray = readonly JsonValue[];

/** A JSON object. `__proto__` is a key like any other when it is an own property. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A JSON Schema: `true`, `false` or an object of keywords. */
export type Schema = boolean | JsonObject;

/** An object that is still being made. */
export type JsonObjectDraft = { [key: string]: JsonValue };

/** Is it a JSON array? What stands in it is not looked at. */
export function isJsonArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** Is it a JSON object: neither null nor an array? What stands in it is not looked at. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own member of an object; undefined when there is none, or when the value is no object. */
export function findMember(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Sets an own member; `__proto__` becomes a key like any other. */
export function setMember(object: JsonObjectDraft, key: string, value: JsonValue): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
    return;
  }
  object[key] = value;
}
