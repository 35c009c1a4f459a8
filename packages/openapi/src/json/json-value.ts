import {
  findMember,
  isJsonArray,
  isJsonObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";

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
