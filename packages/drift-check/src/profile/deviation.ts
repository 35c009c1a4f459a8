import type { JsonValue } from "@truespec/json-schema";
import { addOptional } from "./add-optional.ts";
import type { Deviation, Sample } from "./profile.ts";
import { addShapes } from "./shape.ts";

/** The most samples that a deviation keeps. */
export const maxSamples = 3;
const maxPointers = 8;

/** The evidence of both together; commutative and associative. */
export function addDeviations(left: Deviation, right: Deviation): Deviation {
  return {
    n: left.n + right.n,
    exchanges: left.exchanges + right.exchanges,
    samples: addSamples(left.samples, right.samples),
    firstSeen: addOptional(left.firstSeen, right.firstSeen, least),
    lastSeen: addOptional(left.lastSeen, right.lastSeen, greatest),
    schemaPointers: addNames(left.schemaPointers, right.schemaPointers),
    keywords: addNames(left.keywords, right.keywords),
    expected: addNames(left.expected, right.expected),
    isOpen: left.isOpen && right.isOpen,
    value: addOptional(left.value, right.value, leastJson),
    shape: addOptional(left.shape, right.shape, addShapes),
  };
}

/** Orders samples by exchange, numbers in ids by their value, then by pointer likewise. */
export function compareSamples(left: Sample, right: Sample): number {
  return (
    compareNaturally(left.exchange, right.exchange) || compareNaturally(left.pointer, right.pointer)
  );
}

/** Orders texts so that `a:9` stands before `a:10`; equal only when they are the same. */
export function compareNaturally(left: string, right: string): number {
  const leftParts = left.split(/(\d+)/);
  const rightParts = right.split(/(\d+)/);
  for (const [index, part] of leftParts.entries()) {
    const other = rightParts[index] ?? "";
    if (part === other) continue;
    const difference = index % 2 === 1 ? Number(part) - Number(other) : 0;
    return difference || (part < other ? -1 : 1);
  }
  return leftParts.length - rightParts.length;
}

function addSamples(left: readonly Sample[], right: readonly Sample[]): readonly Sample[] {
  const last = left[maxSamples - 1];
  const first = right[0];
  if (first === undefined || (last !== undefined && compareSamples(last, first) <= 0)) return left;
  return [...left, ...right].sort(compareSamples).slice(0, maxSamples);
}

/** The names of both, each once: the least eight in code unit order. */
export function addNames(left: readonly string[], right: readonly string[]): readonly string[] {
  if (right.every((name) => left.includes(name))) return left;
  return [...new Set([...left, ...right])].sort().slice(0, maxPointers);
}

/** The lesser JSON text: the same value may be shown by one and told as its class by the other. */
export function leastJson(left: JsonValue, right: JsonValue): JsonValue {
  return JSON.stringify(left) <= JSON.stringify(right) ? left : right;
}

function least(left: string, right: string): string {
  return left < right ? left : right;
}

function greatest(left: string, right: string): string {
  return left < right ? right : left;
}
