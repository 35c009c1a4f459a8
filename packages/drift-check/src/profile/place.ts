import { addOptional } from "./add-optional.ts";
import { addTypeCounts, type TypeCounts } from "./type-counts.ts";

/** The least and the greatest of some numbers. */
export interface Range {
  readonly least: number;
  readonly greatest: number;
}

/** What was seen at one location of a subject's bodies. A commutative monoid under `addPlaces`. */
export interface Place {
  readonly types: TypeCounts;
  /** How many of the objects held at least one undocumented field. */
  readonly extendedObjects: number;
  /** Of the numbers; undefined where there were none. */
  readonly numbers: Range | undefined;
  /** Of the lengths of strings, in UTF-16 code units; undefined where there were none. */
  readonly lengths: Range | undefined;
  /** How often each value was seen that an `enum` lists there, by its JSON text. */
  readonly listed: ReadonlyMap<string, number>;
}

/** What was seen in both. */
export function addPlaces(left: Place, right: Place): Place {
  return {
    types: addTypeCounts(left.types, right.types),
    extendedObjects: left.extendedObjects + right.extendedObjects,
    numbers: addOptional(left.numbers, right.numbers, addRanges),
    lengths: addOptional(left.lengths, right.lengths, addRanges),
    listed: addCounts(left.listed, right.listed),
  };
}

function addCounts(
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (right.size === 0) return left;
  const sum = new Map(left);
  for (const [key, count] of right) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}

function addRanges(left: Range, right: Range): Range {
  return {
    least: Math.min(left.least, right.least),
    greatest: Math.max(left.greatest, right.greatest),
  };
}
