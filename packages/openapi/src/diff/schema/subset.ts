import { judgeUnions } from "./judge-branches.ts";
import {
  isTired,
  type Question,
  type SharedWork,
  type SubsetOptions,
  type SubsetTest,
} from "./question.ts";
import { areSame } from "./sameness.ts";
import { keyOf, type SchemaSites } from "./site.ts";
import type { Verdict } from "./verdict.ts";

const deepest = 64;

/**
 * Makes a test of one schema being a subset of another, read as JSON Schema 2020-12 with what the
 * readers add. `yes` and `no` are proved; what is beyond it is `unknown`. Cycles hold unless
 * something disproves them (co-induction). Work is bounded; what exceeds it is `unknown`.
 */
export function createSubsetTest(options: SubsetOptions): SubsetTest {
  const shared: SharedWork = { mostPairs: 40_000, ...options, known: new Map(), pairs: 0 };
  return (a, b) => {
    const judge: SubsetTest = (left, right) => judgeSites(question, left, right);
    const start = { assumed: new Map(), lowest: Number.POSITIVE_INFINITY, pairs: 0 };
    const question: Question = { shared, judge, ...start };
    return judge(a, b);
  };
}

function judgeSites(question: Question, a: SchemaSites, b: SchemaSites): Verdict {
  const { inner, outer, isSame, known } = question.shared;
  const [left, right] = [inner.settle(a), outer.settle(b)];
  if (right.length === 0) return "yes";
  if (areSame(left, right, isSame)) return "yes";
  const key = `${keyOf(left)}\n\n${keyOf(right)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const depth = question.assumed.get(key);
  if (depth === undefined) return judgeNew(question, key, [left, right]);
  question.lowest = Math.min(question.lowest, depth);
  return "yes";
}

function judgeNew(
  question: Question,
  key: string,
  [a, b]: readonly [SchemaSites, SchemaSites],
): Verdict {
  const { inner, outer, known } = question.shared;
  const depth = question.assumed.size;
  if (depth > deepest || isTired(question)) return "unknown";
  const lowestBefore = question.lowest;
  question.lowest = Number.POSITIVE_INFINITY;
  question.assumed.set(key, depth);
  const verdict = judgeUnions(question, inner.branches(a), outer.branches(b));
  question.assumed.delete(key);
  // A proof that rests on an open assumption counts only until that is decided.
  const isFinal = verdict === "yes" ? question.lowest >= depth : !isTired(question);
  if (isFinal) known.set(key, verdict);
  const isOpen = question.lowest < depth;
  question.lowest = isOpen ? Math.min(lowestBefore, question.lowest) : lowestBefore;
  return verdict;
}
