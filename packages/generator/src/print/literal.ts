import type { JsonValue } from "@truespec/json-schema";

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Whether `text` may stand in TypeScript as a property name without quotes, and as a name where it is no reserved word. */
export function isIdentifier(text: string): boolean {
  return identifier.test(text);
}

/**
 * `text` as a double-quoted string literal: the only way a string of a description enters code.
 *
 * Line terminators that JSON leaves as they are (U+2028, U+2029) are escaped too.
 */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (mark) =>
    mark === "\u2028" ? "\\u2028" : "\\u2029",
  );
}

/** `name` as the key of a member in a type: `sort`, `"X-Title"`. */
export function typeKey(name: string): string {
  return isIdentifier(name) ? name : quote(name);
}

/** `name` as the key of a property in an object literal; `__proto__` is computed, or it would set the prototype. */
export function valueKey(name: string): string {
  if (name === "__proto__") {
    return '["__proto__"]';
  }
  return typeKey(name);
}

/** `value` as a one-line literal: `{ name: "sort", in: "query" }`. */
export function printValue(value: JsonValue): string {
  if (Array.isArray(value)) {
    return `[${value.map(printValue).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([key, item]) => `${valueKey(key)}: ${printValue(item)}`,
    );
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  return typeof value === "string" ? quote(value) : JSON.stringify(value);
}
