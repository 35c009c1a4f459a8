import type { JsonValue } from "@truespec/json-schema";
import {
  addNames,
  compareNaturally,
  compareSamples,
  leastJson,
  maxSamples,
} from "../profile/deviation.ts";
import type { Deviation, Sample } from "../profile/profile.ts";
import type { Exchange } from "../read/exchange.ts";
import { comparePaths, type Path, pointerOf } from "./path.ts";
import { finishShape, type ShapeTally } from "./shape-tally.ts";

/** One cause of drift, still growing. */
export interface DeviationTally {
  n: number;
  exchanges: number;
  /** The last exchange that showed it, by its number. */
  exchange: number;
  samples: readonly PathSample[];
  /** Every sight in that exchange comes after the samples. */
  isSampled: boolean;
  firstSeen: string | undefined;
  lastSeen: string | undefined;
  schemaPointers: readonly string[];
  keywords: readonly string[];
  expected: readonly string[];
  isOpen: boolean;
  value: JsonValue | undefined;
  shape: ShapeTally | undefined;
}

/** A sample with the steps that its pointer is made of. */
interface PathSample extends Sample {
  readonly path: Path;
}

/** What a sight says beside where and when it was. */
export interface Evidence {
  readonly schemaPointers: readonly string[];
  readonly keywords?: readonly string[];
  readonly expected?: readonly string[];
  readonly isOpen?: boolean;
  readonly value?: JsonValue;
}

/** A tally that was not seen yet. */
export function createDeviationTally(evidence: Evidence): DeviationTally {
  return {
    n: 0,
    exchanges: 0,
    exchange: -1,
    samples: [],
    isSampled: false,
    firstSeen: undefined,
    lastSeen: undefined,
    schemaPointers: addNames([], evidence.schemaPointers),
    keywords: addNames([], evidence.keywords ?? []),
    expected: addNames([], evidence.expected ?? []),
    isOpen: evidence.isOpen ?? false,
    value: evidence.value,
    shape: undefined,
  };
}

/** Adds what a further sight says; most say the same. */
export function addEvidence(tally: DeviationTally, evidence: Evidence): void {
  tally.schemaPointers = addNames(tally.schemaPointers, evidence.schemaPointers);
  tally.keywords = addNames(tally.keywords, evidence.keywords ?? []);
  tally.expected = addNames(tally.expected, evidence.expected ?? []);
  tally.isOpen &&= evidence.isOpen ?? false;
  const { value } = evidence;
  if (value !== undefined && value !== tally.value) {
    tally.value = tally.value === undefined ? value : leastJson(tally.value, value);
  }
}

/** Where and when something was seen: the exchange, its number, and the steps into its body. */
export interface Sight {
  readonly exchange: Exchange;
  readonly number: number;
  readonly path: Path;
}

/** Counts a sight. */
export function countSight(tally: DeviationTally, sight: Sight): void {
  tally.n += 1;
  if (tally.exchange !== sight.number) {
    tally.exchange = sight.number;
    tally.exchanges += 1;
    addTime(tally, sight.exchange.time);
    const last = tally.samples[maxSamples - 1];
    tally.isSampled = last !== undefined && compareNaturally(last.exchange, sight.exchange.id) < 0;
  }
  // Most sights come after the samples that are kept, and cost no pointer.
  if (!tally.isSampled) addSample(tally, sight);
}

function addTime(tally: DeviationTally, time: string | undefined): void {
  if (time === undefined) return;
  if (tally.firstSeen === undefined || time < tally.firstSeen) tally.firstSeen = time;
  if (tally.lastSeen === undefined || time > tally.lastSeen) tally.lastSeen = time;
}

function addSample(tally: DeviationTally, { exchange, path }: Sight): void {
  const last = tally.samples[maxSamples - 1];
  if (last?.exchange === exchange.id && (comparePaths(last.path, path) ?? 1) <= 0) return;
  const sample = { exchange: exchange.id, pointer: pointerOf(path), path: [...path] };
  tally.samples = [...tally.samples, sample].sort(compareSamples).slice(0, maxSamples);
}

/** The tally as part of a profile. */
export function finishDeviation(tally: DeviationTally): Deviation {
  const { n, exchanges, firstSeen, lastSeen, schemaPointers, keywords, expected } = tally;
  const { isOpen, value, shape } = tally;
  const samples = tally.samples.map(({ exchange, pointer }) => ({ exchange, pointer }));
  const sums = { n, exchanges, samples, firstSeen, lastSeen };
  return {
    ...{ ...sums, schemaPointers, keywords, expected, isOpen, value },
    shape: shape && finishShape(shape),
  };
}
