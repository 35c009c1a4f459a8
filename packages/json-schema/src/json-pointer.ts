/**
 * JSON Pointer, RFC 6901: text to reference tokens and back, and the value a pointer names.
 */
import { JsonSchemaError } from "./error.ts";
import { isArray, isObject } from "./instance.ts";
import type { JsonValue } from "./json.ts";

const escaped = /[~/]/;

/** Escapes one reference token, RFC 6901 section 3: `~` to `~0`, `/` to `~1`. */
export function escapeToken(token: string): string {
  return escaped.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
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
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) {
    throw new JsonSchemaError("invalid-pointer", `Not a JSON Pointer: ${JSON.stringify(pointer)}`);
  }
  return pointer.slice(1).split("/").map(unescapeToken);
}

/**
 * The JSON Pointer of reference tokens; numbers are array indices.
 *
 * @example
 * formatPointer(["paths", "/models", "get"]); // "/paths/~1models/get"
 */
export function formatPointer(tokens: Iterable<string | number>): string {
  let pointer = "";
  for (const token of tokens) pointer += `/${escapeToken(String(token))}`;
  return pointer;
}

/** An array index, RFC 6901 section 4. */
const index = /^(?:0|[1-9]\d*)$/;

/** One step down: the member or item of this name, if the value holds it itself. */
export function findMember(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (isArray(value)) return index.test(token) ? value[Number(token)] : undefined;
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

/**
 * The value that a JSON Pointer names in a document, or undefined where there is none.
 *
 * @example
 * resolvePointer({ a: [1, 2] }, "/a/1"); // 2
 */
export function resolvePointer(root: JsonValue, pointer: string): JsonValue | undefined {
  if (pointer !== "" && !pointer.startsWith("/")) return undefined;
  let value: JsonValue | undefined = root;
  for (const token of parsePointer(pointer)) value = findMember(value, token);
  return value;
}
