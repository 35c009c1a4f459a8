import type { JsonValue } from "@truespec/json-schema";
import { addTypeCounts, countType, type TypeCounts, typeOf } from "./type-counts.ts";

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

/** A place where nothing was seen. */
export const emptyPlace: Place = {
  types: {},
  extendedObjects: 0,
  numbers: undefined,
  lengths: undefined,
  listed: new Map(),
};

/** The place with one more sight of a value that an `enum` lists. */
export function countListed(place: Place, value: JsonValue): Place {
  const key = JSON.stringify(value);
  return { ...place, listed: new Map(place.listed).set(key, (place.listed.get(key) ?? 0) + 1) };
}

/** The place with one more value. */
export function countValue(place: Place, value: JsonValue): Place {
  const types = countType(place.types, typeOf(value));
  if (typeof value === "number") return { ...place, types, numbers: extend(place.numbers, value) };
  if (typeof value === "string") {
    return { ...place, types, lengths: extend(place.lengths, value.length) };
  }
  return { ...place, types };
}

/** What was seen in both. */
export function addPlaces(left: Place, right: Place): Place {
  return {
    types: addTypeCounts(left.types, right.types),
    extendedObjects: left.extendedObjects + right.extendedObjects,
    numbers: addRanges(left.numbers, right.numbers),
    lengths: addRanges(left.lengths, right.lengths),
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

function extend(range: Range | undefined, value: number): Range {
  if (range === undefined) return { least: value, greatest: value };
  if (value >= range.least && value <= range.greatest) return range;
  return { least: Math.min(range.least, value), greatest: Math.max(range.greatest, value) };
}

function addRanges(left: Range | undefined, right: Range | undefined): Range | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return extend(extend(left, right.least), right.greatest);
}
