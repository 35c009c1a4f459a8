import type { JsonArray, JsonObject, JsonValue } from "@truespec/json-schema";

/** Whether a value is a JSON object: neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a JSON array. */
export function isJsonArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** The own member of an object; undefined when there is none, or when the value is no object. */
export function findMember(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The own member of an object where it is a string. */
export function findString(value: JsonValue | undefined, key: string): string | undefined {
  const member = findMember(value, key);
  return typeof member === "string" ? member : undefined;
}

/** The own member of an object where it is an object; else an empty object. */
export function objectMember(value: JsonValue | undefined, key: string): JsonObject {
  const member = findMember(value, key);
  return isJsonObject(member) ? member : {};
}

/** The own member of an object where it is an array; else an empty array. */
export function arrayMember(value: JsonValue | undefined, key: string): JsonArray {
  const member = findMember(value, key);
  return isJsonArray(member) ? member : [];
}

/** An object that is still being made. */
export type JsonObjectDraft = { [key: string]: JsonValue };

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

/** The name of a value's JSON type, as messages call it. */
export function typeName(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Whether two values are the same JSON: objects by their members in whatever order. */
export function isSameJson(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true;
  if (isJsonArray(left)) {
    return (
      isJsonArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isSameJson(item, right[index]))
    );
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSameJson(left[key], right[key]))
  );
}
