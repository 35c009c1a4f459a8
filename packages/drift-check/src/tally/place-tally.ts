import type { JsonValue } from "@truespec/json-schema";
import type { Place, Range } from "../profile/place.ts";
import { instanceTypes, type TypeCounts } from "../profile/type-counts.ts";

/** What was seen at one location, still growing. */
export interface PlaceTally {
  /** The last exchange that showed the place, by its number. */
  exchange: number;
  /** By type, in the order of `instanceTypes`. */
  readonly counts: number[];
  extendedObjects: number;
  readonly numbers: RangeTally;
  readonly lengths: RangeTally;
  /** How often each value was seen that an `enum` lists: primitives, by themselves. */
  readonly listed: Map<JsonValue, number>;
}

/** The least and the greatest of some numbers, the greatest below the least where there were none. */
export interface RangeTally {
  least: number;
  greatest: number;
}

/** A tally of nothing. */
export function createPlaceTally(): PlaceTally {
  return {
    exchange: -1,
    counts: createCounts(),
    extendedObjects: 0,
    numbers: createRange(),
    lengths: createRange(),
    listed: new Map(),
  };
}

/** Counts of each type, all 0. */
export function createCounts(): number[] {
  return instanceTypes.map(() => 0);
}

/** The range of no numbers. */
export function createRange(): RangeTally {
  return { least: Infinity, greatest: -Infinity };
}

/** The index of a value's type among `instanceTypes`; `1.0` is an integer. */
export function typeIndexOf(value: JsonValue): number {
  switch (typeof value) {
    case "string":
      return 6;
    case "number":
      return Number.isInteger(value) ? 2 : 4;
    case "boolean":
      return 1;
    default:
      return value === null ? 3 : Array.isArray(value) ? 0 : 5;
  }
}

/** Counts a value. */
export function countValue(place: PlaceTally, value: JsonValue): void {
  countType(place.counts, typeIndexOf(value));
  if (typeof value === "number") extendRange(place.numbers, value);
  else if (typeof value === "string") extendRange(place.lengths, value.length);
}

/** Counts one value of a type, by its index among `instanceTypes`. */
export function countType(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

/** Extends a range by a number; by what is too great for one (`1e999`) not, for no JSON can say it. */
export function extendRange(range: RangeTally, value: number): void {
  if (!Number.isFinite(value)) return;
  if (value < range.least) range.least = value;
  if (value > range.greatest) range.greatest = value;
}

/** Counts a value that an `enum` lists. */
export function countListed(place: PlaceTally, value: JsonValue): void {
  place.listed.set(value, (place.listed.get(value) ?? 0) + 1);
}

/** The tally as part of a profile. */
export function finishPlace(tally: PlaceTally): Place {
  return {
    types: finishCounts(tally.counts),
    extendedObjects: tally.extendedObjects,
    numbers: finishRange(tally.numbers),
    lengths: finishRange(tally.lengths),
    listed: new Map([...tally.listed].map(([value, count]) => [JSON.stringify(value), count])),
  };
}

/** Counts as a histogram: types never seen are left out. */
export function finishCounts(counts: readonly number[]): TypeCounts {
  const seen = instanceTypes.flatMap((type, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [[type, count]];
  });
  return Object.fromEntries(seen);
}

function finishRange({ least, greatest }: RangeTally): Range | undefined {
  return greatest < least ? undefined : { least, greatest };
}
