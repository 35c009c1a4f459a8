import type { JsonValue } from "@truespec/json-schema";
import type { Branch } from "./branch.ts";

/** More instances than this are not judged one by one. */
const mostInstances = 256;

const empty: { readonly [type: string]: JsonValue } = { string: "", array: [], object: {} };

/**
 * All that a branch may allow, where it is little: what it lists, integers between two bounds near each other, what is
 * empty. Undefined where it is not; some may fail what else the branch says.
 */
export function findInstances(branch: Branch): readonly JsonValue[] | undefined {
  const { values, type, range } = branch;
  if (values !== undefined) return values;
  if (type === "number") return findIntegers(branch);
  const none = empty[type];
  return range.max === 0 && none !== undefined ? [none] : undefined;
}

function findIntegers({
  range: { min, max },
  multiples,
}: Branch): readonly JsonValue[] | undefined {
  const isFew = multiples.includes(1) && max - min < mostInstances;
  if (!isFew || !Number.isSafeInteger(min) || !Number.isSafeInteger(max)) return undefined;
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}
