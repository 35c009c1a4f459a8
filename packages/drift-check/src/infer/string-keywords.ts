import type { JsonValue } from "@truespec/json-schema";
import type { Shape } from "../profile/shape.ts";

const leastDistinct = 20;
const leastForEnum = 30;
const mostUnseen = 0.01;

/** A decimal number as a string: exact, where a double would not be. */
const decimalPattern = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";

/** What strings have in common: a format or pattern that all of at least 20 distinct ones meet, or a vocabulary of as many as a sketch keeps, left open. */
export function inferString(shape: Shape): { readonly [keyword: string]: JsonValue } {
  const { stringFacts, strings, types } = shape;
  const all = types.string ?? 0;
  if (stringFacts !== undefined && strings.counts.size >= leastDistinct) {
    for (const [name, count] of Object.entries(stringFacts.formats)) {
      if (count !== all) continue;
      return name === "decimal" ? { pattern: decimalPattern } : { format: name };
    }
  }
  return isVocabulary(shape, all) ? { "x-extensible-enum": [...strings.counts.keys()].sort() } : {};
}

/** Good–Turing: the share of values seen once estimates how much of the vocabulary is still unseen. */
function isVocabulary({ strings, stringFacts }: Shape, all: number): boolean {
  const { counts, truncated } = strings;
  if (truncated || all < leastForEnum || counts.size < 2) return false;
  if ([...counts.keys()].some((key) => key.startsWith("#"))) return false;
  if (Object.values(stringFacts?.formats ?? {}).some((count) => count === all)) return false;
  const once = [...counts.values()].filter((count) => count === 1).length;
  return once / all < mostUnseen;
}
