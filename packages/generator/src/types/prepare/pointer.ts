import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonObjectDraft,
  type JsonValue,
  setMember,
} from "@truespec/json-schema/json";
import { localPointer, resolvePointer, splitPointer } from "@truespec/json-schema/json-pointer";

export { findMember as own, isJsonObject as isObject } from "@truespec/json-schema/json";
export {
  findBelow as findAt,
  formatPointer,
  splitPointer as parsePointer,
} from "@truespec/json-schema/json-pointer";

/** The reference tokens of a URI fragment that is a JSON Pointer (RFC 6901, section 6); undefined for anything else. */
export function parseFragment(reference: string): readonly string[] | undefined {
  const pointer = localPointer(reference);
  return pointer === undefined ? undefined : splitPointer(pointer);
}

/** What stands where such a reference leads; undefined where nothing does, and for any other reference. */
export function findReferred(root: JsonValue, reference: string): JsonValue | undefined {
  const pointer = localPointer(reference);
  return pointer === undefined ? undefined : resolvePointer(root, pointer);
}

/** `value` when it is a JSON object. */
export function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

/** The members of a JSON object; none for anything else. */
export function members(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** The items of a JSON array; none for anything else. */
export function items(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

/** An object of `entries`, in which `__proto__` is a key like any other; `Object.fromEntries` takes thrice as long. */
export function fromMembers(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  const object: JsonObjectDraft = {};
  for (const [key, value] of entries) setMember(object, key, value);
  return object;
}
