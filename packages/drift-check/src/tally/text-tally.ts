import type { HashText } from "../profile/hash-text.ts";
import { greatestKey } from "../profile/keep-least.ts";
import { isTokenLike, maxDistinct, type Sketch } from "../profile/sketch.ts";
import { findLook, formatNames, type StringFacts } from "../profile/string-facts.ts";
import { createRange, extendRange, type RangeTally } from "./place-tally.ts";

/** Distinct strings and what they look like, still growing. */
export interface TextTally {
  readonly strings: Map<string, number>;
  truncated: boolean;
  /** The greatest of the strings, where it is known. */
  greatest: string | undefined;
  /** By format, in the order of `formatNames`. */
  readonly formats: number[];
  readonly lengths: RangeTally;
}

/** A tally of no string. */
export function createTextTally(): TextTally {
  return {
    strings: new Map(),
    truncated: false,
    greatest: undefined,
    formats: formatNames.map(() => 0),
    lengths: createRange(),
  };
}

/** Counts a string. */
export function countText(tally: TextTally, text: string, hash: HashText): void {
  extendRange(tally.lengths, text.length);
  const look = findLook(text);
  if (look >= 0) tally.formats[look] = (tally.formats[look] ?? 0) + 1;
  // What is kept readable stands there as itself; names of hashed strings begin with `#`.
  const isKnown = !text.startsWith("#") && tally.strings.has(text);
  countKey(tally, isKnown || isTokenLike(text) ? text : hash(text));
}

/** Keeps the least keys, as merging does. */
function countKey(tally: TextTally, key: string): void {
  const { strings } = tally;
  const count = strings.get(key);
  if (count !== undefined) {
    strings.set(key, count + 1);
    return;
  }
  if (strings.size >= maxDistinct) {
    tally.truncated = true;
    tally.greatest ??= greatestKey(strings);
    if (key > tally.greatest) return;
    strings.delete(tally.greatest);
  }
  tally.greatest = undefined;
  strings.set(key, 1);
}

/** The distinct strings as part of a profile. */
export function finishSketch({ strings, truncated }: TextTally): Sketch {
  return { counts: strings, truncated };
}

/** What the strings look like, as part of a profile. */
export function finishFacts({ formats, lengths }: TextTally): StringFacts {
  const seen = formatNames.flatMap((name, index) => {
    const count = formats[index] ?? 0;
    return count === 0 ? [] : [[name, count]];
  });
  return {
    formats: Object.fromEntries(seen),
    minLength: lengths.least,
    maxLength: lengths.greatest,
  };
}
