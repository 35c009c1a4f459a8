import type { JsonValue } from "@truespec/json-schema";

/**
 * `value` as an expression of TypeScript on one line. An empty object is `empty`, declared as an object
 * without properties: of `[{}, "a"]` TypeScript makes a `{}[]`, for a string is a `{}` too.
 */
export function printLiteral(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(printLiteral).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const printed = Object.entries(value).map(
      ([key, item]) => `[${quote(key)}]: ${printLiteral(item)}`,
    );
    return printed.length === 0 ? "empty" : `{ ${printed.join(", ")} }`;
  }
  return typeof value === "string" ? quote(value) : JSON.stringify(value);
}

/** `text` as a string literal. */
export function quote(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
