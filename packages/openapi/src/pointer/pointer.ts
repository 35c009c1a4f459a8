import type { JsonValue } from "@truespec/json-schema";
import { findMember, isJsonArray } from "../json/json-value.ts";

const arrayIndex = /^(?:0|[1-9]\d{0,15})$/;

/**
 * One key as a reference token of a JSON Pointer, without the leading slash.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-3
 */
export function escapeToken(key: string): string {
  return key.includes("~") || key.includes("/")
    ? key.replaceAll("~", "~0").replaceAll("/", "~1")
    : key;
}

/** The key that a reference token stands for. */
export function unescapeToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

/** A pointer one step further. */
export function appendKey(pointer: string, ...keys: readonly (string | number)[]): string {
  let result = pointer;
  for (const key of keys) result += `/${escapeToken(String(key))}`;
  return result;
}

/** The keys of a pointer, unescaped; the empty pointer has none. */
export function splitPointer(pointer: string): string[] {
  return pointer.split("/").slice(1).map(unescapeToken);
}

/** The pointer of a list of keys. */
export function joinPointer(keys: readonly (string | number)[]): string {
  return appendKey("", ...keys);
}

/** The member or item of a value under one key; undefined where there is none. */
export function findChild(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (isJsonArray(value)) return arrayIndex.test(key) ? value[Number(key)] : undefined;
  return findMember(value, key);
}

/** The value that a pointer names in a document; undefined where it leads nowhere. */
export function findAt(document: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (let at = pointer.indexOf("/"); at !== -1 && value !== undefined; ) {
    const next = pointer.indexOf("/", at + 1);
    const token = next === -1 ? pointer.slice(at + 1) : pointer.slice(at + 1, next);
    value = findChild(value, unescapeToken(token));
    at = next;
  }
  return value;
}

/**
 * The JSON Pointer of a local reference `#/…`, percent escapes decoded; undefined for any other
 * reference.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-6
 */
export function localPointer(ref: string): string | undefined {
  return ref === "#" || ref.startsWith("#/") ? decodeFragment(ref.slice(1)) : undefined;
}

/** The local reference to a JSON Pointer. */
export function localRef(pointer: string): string {
  return `#${pointer.replace(/[%\s"<>\\^`]/g, encodeURIComponent)}`;
}

/** A URI fragment without its percent escapes; as it is where they are broken. */
export function decodeFragment(fragment: string): string {
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
