import type { JsonValue } from "@truespec/json-schema";

/** How deep a document may nest: every later stage may recurse this far. */
export const maxDepth = 512;

/** What {@link measureNesting} finds. */
export interface Nesting {
  /** Levels of containers; counting stops above {@link maxDepth}. */
  readonly depth: number;
  /** Keys of all objects. */
  readonly keys: number;
}

/** Counts levels and keys, level by level: no nesting is too deep for it. */
export function measureNesting(value: JsonValue): Nesting {
  let level: JsonValue[] = [value];
  let depth = 0;
  let keys = 0;
  while (level.length > 0 && depth <= maxDepth) {
    const next: JsonValue[] = [];
    for (const container of level) {
      if (typeof container !== "object" || container === null) continue;
      const isArray = Array.isArray(container);
      const children: readonly JsonValue[] = isArray ? container : Object.values(container);
      if (!isArray) keys += children.length;
      for (const child of children) {
        if (typeof child === "object" && child !== null) next.push(child);
      }
    }
    level = next;
    depth++;
  }
  return { depth, keys };
}
