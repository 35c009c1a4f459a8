/**
 * JSON Pointer, RFC 6901: text to reference tokens and back, and the value a pointer names.
 */
import { JsonSchemaError } from "./error.ts";
import { findMember, isJsonArray, type JsonValue } from "./json.ts";

/** Escapes one reference token, RFC 6901 section 3: `~` to `~0`, `/` to `~1`. */
export function escapeToken(token: string): string {
  return token.includes("~") || token.includes("/")
    ? token.replaceAll("~", "~0").replaceAll("/", "~1")
    : token;
}

/** Reads one escaped reference token, RFC 6901 section 4: `~1` first, then `~0`. */
export function unescapeToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

/**
 * The reference tokens of a JSON Pointer, unescaped. The whole document is `""`, no tokens.
 *
 * Throws `JsonSchemaError` with code `invalid-pointer` for text that is neither empty nor starts
 * with `/`.
 *
 * @example
 * parsePointer("/paths/~1models/get"); // ["paths", "/models", "get"]
 */
export function parsePointer(pointer: string): readonly string[] {
  if (!isPointer(pointer)) {
    throw new JsonSchemaError("invalid-pointer", `Not a JSON Pointer: ${JSON.stringify(pointer)}`);
  }
  return splitPointer(pointer);
}

/** The reference tokens of what is known to be a JSON Pointer; what stands before a first `/` is passed over. */
export function splitPointer(pointer: string): string[] {
  return pointer.split("/").slice(1).map(unescapeToken);
}

/**
 * The JSON Pointer of reference tokens; numbers are array indices.
 *
 * @example
 * formatPointer(["paths", "/models", "get"]); // "/paths/~1models/get"
 */
export function formatPointer(tokens: Iterable<string | number>): string {
  return appendKey("", ...tokens);
}

/** A pointer these keys further; numbers are array indices. */
export function appendKey(pointer: string, ...keys: readonly (string | number)[]): string {
  let result = pointer;
  for (const key of keys) result += `/${escapeToken(String(key))}`;
  return result;
}

/** An array index, RFC 6901 section 4; longer ones than any array has are none. */
const arrayIndex = /^(?:0|[1-9]\d{0,15})$/;

/** One step down: the member or item of this name, if the value holds it itself. */
export function findChild(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (isJsonArray(value)) return arrayIndex.test(token) ? value[Number(token)] : undefined;
  return findMember(value, token);
}

/** The value that reference tokens lead to, or undefined where there is none. */
export function findBelow(root: JsonValue, tokens: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const token of tokens) {
    value = findChild(value, token);
    if (value === undefined) return undefined;
  }
  return value;
}

/**
 * The value that a JSON Pointer names in a document, or undefined where there is none.
 *
 * @example
 * resolvePointer({ a: [1, 2] }, "/a/1"); // 2
 */
export function resolvePointer(root: JsonValue, pointer: string): JsonValue | undefined {
  if (!isPointer(pointer)) return undefined;
  let value: JsonValue | undefined = root;
  // No list of the tokens is made: loading a large description asks this at every reference
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

/** The local reference to a JSON Pointer; what RFC 3986 has not in a fragment is percent-encoded, letters beyond ASCII aside. */
export function localRef(pointer: string): string {
  return `#${pointer.replace(/[%\s"<>\\^`{}|[\]#]/g, encodeURIComponent)}`;
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

function isPointer(text: string): boolean {
  return text === "" || text.startsWith("/");
}
