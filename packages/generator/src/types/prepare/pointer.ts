import type { JsonObject, JsonValue } from "@truespec/json-schema";

/** The reference tokens of a URI fragment that is a JSON Pointer (RFC 6901, section 6); undefined for anything else. */
export function parseFragment(reference: string): readonly string[] | undefined {
  if (reference === "#") {
    return [];
  }
  if (!reference.startsWith("#/")) {
    return undefined;
  }
  return reference.slice(2).split("/").map(unescapeToken);
}

/** The reference tokens of a JSON Pointer, in which `%` is a character like any other. */
export function parsePointer(pointer: string): readonly string[] {
  return pointer.split("/").slice(1).map(unescapeSlash);
}

/** `tokens` as a JSON Pointer: `/components/schemas/Model`. */
export function formatPointer(tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The value at `tokens`; undefined where there is none. Only own properties are steps. */
export function findAt(document: JsonValue, tokens: readonly string[]): JsonValue | undefined {
  let node: JsonValue | undefined = document;
  for (const token of tokens) {
    node = findChild(node, token);
    if (node === undefined) {
      return undefined;
    }
  }
  return node;
}

/** `value` when it is a JSON object. */
export function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** Whether `value` is a JSON object. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of a JSON object; none for anything else. */
export function members(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The items of a JSON array; none for anything else. */
export function items(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** An object of `entries`, in which `__proto__` is a key like any other; `Object.fromEntries` takes thrice as long. */
export function fromMembers(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  const object: { [key: string]: JsonValue } = {};
  for (const [key, value] of entries) {
    if (key === "__proto__") {
      const all = { enumerable: true, configurable: true, writable: true };
      Object.defineProperty(object, key, { value, ...all });
    } else {
      object[key] = value;
    }
  }
  return object;
}

/** The own property `key` of `object`. */
export function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function findChild(node: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(node)) {
    return /^(0|[1-9]\d*)$/.test(token) ? node[Number(token)] : undefined;
  }
  return isObject(node) ? own(node, token) : undefined;
}

function unescapeToken(token: string): string {
  return unescapeSlash(decodePercent(token));
}

function unescapeSlash(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

function decodePercent(token: string): string {
  if (!token.includes("%")) {
    return token;
  }
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
