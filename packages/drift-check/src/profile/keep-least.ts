/**
 * Bounds a map to its `limit` least keys in code unit order: whatever the order of adding and the grouping of merging,
 * the same keys are left, each with all that was ever added to it.
 *
 * @returns whether keys were dropped
 */
export function keepLeast(map: Map<string, unknown>, limit: number): boolean {
  if (map.size <= limit) return false;
  for (const key of [...map.keys()].sort().slice(limit)) map.delete(key);
  return true;
}

/** The greatest key of a map in code unit order; `""` of an empty one. */
export function greatestKey(map: ReadonlyMap<string, unknown>): string {
  let greatest = "";
  for (const key of map.keys()) if (key > greatest) greatest = key;
  return greatest;
}
