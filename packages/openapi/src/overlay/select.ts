import type { JsonValue } from "@truespec/json-schema";
import { exec } from "jsonpath-rfc9535";
import parse from "jsonpath-rfc9535/parser";

/** The keys from the root to one selected node. */
export type SelectedPath = readonly string[];

const escapes: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** Why a text is no JSONPath query; undefined when it is one. */
export function findQueryFault(query: string): string | undefined {
  try {
    parse(widenShorthand(query));
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? sayFault(cause.message.replace(/\.$/, "")) : String(cause);
  }
}

/** Of what the grammar would take there, classes of characters for the most part, nobody reads the list. */
function sayFault(message: string): string {
  const [, found] = /^Expected .* but (.*) found$/s.exec(message) ?? [];
  return found === undefined ? message : `${found} is unexpected`;
}

/**
 * The nodes that a JSONPath query selects, each once, in the order of the query. The query must be
 * a valid one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function selectPaths(document: JsonValue, query: string): SelectedPath[] {
  const found = new Map<string, SelectedPath>();
  exec(document as Parameters<typeof exec>[0], widenShorthand(query), (_value, path) => {
    const keys = path.map((key) => (typeof key === "number" ? String(key) : unescapeKey(key)));
    found.set(JSON.stringify(keys), keys);
  });
  return [...found.values()];
}

/**
 * Writes `.x-name` as `['x-name']`: RFC 9535 knows no hyphen there, and the examples of the Overlay
 * Specification have it.
 */
function widenShorthand(query: string): string {
  return query.replace(
    /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(\.\.?)([A-Za-z_]\w*-[\w-]*)/g,
    (all, dots: string | undefined, name: string) =>
      dots === undefined ? all : `${dots === ".." ? ".." : ""}['${name}']`,
  );
}

/** Keys come as in a normalized path: quotes, backslashes and control characters escaped. */
function unescapeKey(key: string): string {
  if (!key.includes("\\")) return key;
  return key.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_all, hex: string | undefined, plain = "") =>
    hex === undefined
      ? (escapes.get(plain) ?? plain)
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
