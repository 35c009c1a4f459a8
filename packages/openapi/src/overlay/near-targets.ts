import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { findBelow } from "@truespec/json-schema/json-pointer";
import { findNearNames } from "../diagnostics/near-names.ts";

const segment = /\.([A-Za-z_][\w-]*)|\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\d+))\]/y;

/**
 * Names near the one that a plain path fails at, as whole targets; none for a query with wildcards
 * or filters.
 */
export function findNearTargets(document: JsonValue, target: string): readonly string[] {
  const keys = readPlainPath(target);
  if (keys === undefined) return [];
  for (let count = 0; count < keys.length; count++) {
    const parent = findBelow(document, keys.slice(0, count));
    const key = keys[count] ?? "";
    if (!isJsonObject(parent) || Object.hasOwn(parent, key)) continue;
    const near = findNearNames(key, Object.keys(parent));
    return near.map((name) => printPath([...keys.slice(0, count), name, ...keys.slice(count + 1)]));
  }
  return [];
}

function readPlainPath(target: string): string[] | undefined {
  const keys: string[] = [];
  segment.lastIndex = 1;
  while (segment.lastIndex < target.length) {
    const found = segment.exec(target);
    if (found === null) return undefined;
    keys.push(found[1] ?? found[2] ?? found[3] ?? found[4] ?? "");
  }
  return keys;
}

function printPath(keys: readonly string[]): string {
  const segments = keys.map((key) =>
    /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key.replace(/['\\]/g, "\\$&")}']`,
  );
  return `$${segments.join("")}`;
}
