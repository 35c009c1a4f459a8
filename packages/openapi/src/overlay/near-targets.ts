import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { decodeFragment, findBelow, splitPointer } from "@truespec/json-schema/json-pointer";
import { findNearNames } from "../diagnostics/near-names.ts";
import { findString } from "../json/json-value.ts";
import type { WhyUnmatched } from "./why-unmatched.ts";

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

/** A reference that stands where a plain path would go on, and the same path behind it in this document. */
export interface ReferenceBefore extends Extract<WhyUnmatched, { readonly kind: "reference" }> {
  readonly near: readonly string[];
}

/** The reference that a plain path fails at; undefined for a query with wildcards or filters. */
export function findReferenceBefore(
  document: JsonValue,
  target: string,
): ReferenceBefore | undefined {
  const keys = readPlainPath(target) ?? [];
  for (const [count, key] of keys.entries()) {
    const parent = findBelow(document, keys.slice(0, count));
    const ref = findString(parent, "$ref");
    if (ref === undefined || (isJsonObject(parent) && Object.hasOwn(parent, key))) continue;
    const behind = [...splitPointer(decodeFragment(ref.slice(1))), ...keys.slice(count)];
    const isHere = ref.startsWith("#/") && findBelow(document, behind) !== undefined;
    const at = printPath(keys.slice(0, count));
    return { kind: "reference", at, ref, near: isHere ? [printPath(behind)] : [] };
  }
  return undefined;
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
