/**
 * Values as JavaScript source: the only way by which a schema's text enters a module.
 */
import { isJsonArray, type JsonValue } from "../json.ts";

/**
 * A value as a JavaScript expression that is safe in any source text: whatever cannot be seen, such
 * as U+2028 and bidirectional controls, is escaped, as is `<` where HTML would read a tag's end, and
 * `__proto__` is written as the plain key that it is.
 */
export function printLiteral(value: JsonValue): string {
  if (typeof value === "string") return printText(value);
  if (typeof value === "number" || typeof value === "boolean" || value === null) {
    return String(value);
  }
  if (isJsonArray(value)) return `[${value.map(printLiteral).join(", ")}]`;
  const members: string[] = [];
  for (const name of Object.keys(value)) {
    const member = value[name];
    if (member !== undefined) members.push(`${printKey(name)}: ${printLiteral(member)}`);
  }
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Reads a property: `o.name` where the name is a plain identifier, else `o["…"]`. */
export function printAccess(object: string, name: string): string {
  return isPlainName(name) ? `${object}.${name}` : `${object}[${printText(name)}]`;
}

/** A name as the key of an object literal; `__proto__` is a key like any other. */
export function printKey(name: string): string {
  // In an object literal `__proto__: x` sets the prototype; a computed key does not.
  if (name === "__proto__") return `["__proto__"]`;
  return isPlainName(name) ? name : printText(name);
}

const plainName = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

function isPlainName(name: string): boolean {
  return plainName.test(name);
}

/** Nothing in such a text, which is nearly every one, needs an escape. */
const plainText = /^[ !#-;=-[\]-~]*$/;

function printText(text: string): string {
  if (plainText.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(/[\p{C}\u2028\u2029]|<(?=[!/])/gu, escapeUnits);
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
