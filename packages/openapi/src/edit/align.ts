import type { JsonArray } from "@truespec/json-schema";
import { isSameJson } from "../json/json-value.ts";

/** What becomes of the items of an array, in the order of both. */
export type ItemChange =
  /** The item stays; what is in it may change. */
  | { readonly kind: "keep"; readonly before: number; readonly after: number }
  | { readonly kind: "remove"; readonly before: number }
  | { readonly kind: "insert"; readonly after: number };

/** Above this many pairs of items, what differs in the middle is compared index by index. */
const maxPairs = 1_000_000;

/**
 * Tells which items of an array are still there in another: as many as can be stay, and of the
 * others each that goes makes room for one that comes.
 */
export function alignItems(before: JsonArray, after: JsonArray): readonly ItemChange[] {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && isSameJson(before[head], after[head])) head++;
  let tail = 0;
  while (
    tail < shortest - head &&
    isSameJson(before[before.length - 1 - tail], after[after.length - 1 - tail])
  ) {
    tail++;
  }
  const changes = keepAll(0, 0, head);
  const middle = {
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
  let from = { before: 0, after: 0 };
  for (const kept of [
    ...findCommon(middle.before, middle.after),
    { before: middle.before.length, after: middle.after.length },
  ]) {
    for (const change of changeBetween(from, kept, head)) changes.push(change);
    from = { before: kept.before + 1, after: kept.after + 1 };
    if (kept.before < middle.before.length) {
      changes.push({ kind: "keep", before: head + kept.before, after: head + kept.after });
    }
  }
  return [...changes, ...keepAll(before.length - tail, after.length - tail, tail)];
}

interface Pair {
  readonly before: number;
  readonly after: number;
}

function keepAll(before: number, after: number, count: number): ItemChange[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: "keep",
    before: before + index,
    after: after + index,
  }));
}

function changeBetween(from: Pair, to: Pair, head: number): ItemChange[] {
  const removed = to.before - from.before;
  const inserted = to.after - from.after;
  const both = Math.min(removed, inserted);
  const changes = keepAll(head + from.before, head + from.after, both);
  for (let index = both; index < removed; index++) {
    changes.push({ kind: "remove", before: head + from.before + index });
  }
  for (let index = both; index < inserted; index++) {
    changes.push({ kind: "insert", after: head + from.after + index });
  }
  return changes;
}

/** The longest common subsequence, as pairs of indexes. */
function findCommon(before: JsonArray, after: JsonArray): readonly Pair[] {
  if (before.length * after.length > maxPairs) return [];
  const lengths: number[][] = Array.from({ length: before.length + 1 }, () => []);
  for (let i = before.length; i >= 0; i--) {
    const row = lengths[i] ?? [];
    const below = lengths[i + 1] ?? [];
    for (let j = after.length; j >= 0; j--) {
      const isCommon = i < before.length && j < after.length && isSameJson(before[i], after[j]);
      row[j] = isCommon ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return walkCommon(lengths, before, after);
}

function walkCommon(
  lengths: readonly (readonly number[])[],
  before: JsonArray,
  after: JsonArray,
): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const rest = lengths[i]?.[j] ?? 0;
    if (isSameJson(before[i], after[j])) pairs.push({ before: i++, after: j++ });
    else if ((lengths[i + 1]?.[j] ?? 0) === rest) i++;
    else j++;
  }
  return pairs;
}
