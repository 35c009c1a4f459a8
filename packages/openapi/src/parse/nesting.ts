import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
/** How deep a document may nest: every later stage may recurse this far. */
export const maxDepth = 512;

/** What {@link measureNesting} finds. */
export interface Nesting {
  /** Levels of containers; counting stops above {@link maxDepth}. */
  readonly depth: number;
  /** Keys of all objects. */
  readonly keys: number;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Counts levels and keys; what lies deeper than {@link maxDepth} is not looked at. */
export function measureNesting(value: JsonValue): Nesting {
  const nesting: Draft<Nesting> = { depth: 0, keys: 0 };
  measureBelow(value, 1, nesting);
  return nesting;
}

/** Recursion is safe, for it ends above the limit. */
function measureBelow(value: JsonValue, depth: number, nesting: Draft<Nesting>): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > nesting.depth) nesting.depth = depth;
  if (depth > maxDepth) return;
  if (!isJsonObject(value)) {
    for (const item of value) measureBelow(item, depth + 1, nesting);
    return;
  }
  const children = Object.values(value);
  nesting.keys += children.length;
  for (const child of children) measureBelow(child, depth + 1, nesting);
}
