import type { JsonValue } from "@truespec/json-schema";
import { branchAdmits } from "./admit.ts";
import { areApart } from "./apart.ts";
import { judgeAssertions, judgeMultiples, judgeOpaque, judgeRange } from "./aspects.ts";
import type { Branch } from "./branch.ts";
import { examplesOf } from "./example.ts";
import { isHollow } from "./hollow.ts";
import { judgeArray, judgeObject } from "./judge-members.ts";
import type { IsSame } from "./sameness.ts";
import type { SchemaReader } from "./schema-reader.ts";
import { keyOf, type SchemaSites } from "./site.ts";
import { doubt, every, some, type Verdict } from "./verdict.ts";

/** Whether each instance of the first schema is one of the second. */
export type SubsetTest = (a: SchemaSites, b: SchemaSites) => Verdict;

/** What a subset test works with. */
export interface SubsetOptions {
  /** Reads the schema that is to lie within the other. */
  readonly inner: SchemaReader;
  readonly outer: SchemaReader;
  /** Whether two nodes, one of each document, are the same; may say no of the same ones. */
  readonly isSame: IsSame;
  /** Pairs of branches that one question may compare; all together a hundred times as many. Default: 40,000. */
  readonly mostPairs?: number;
}

/** A question that is being answered. */
interface Question {
  /** The pairs that are assumed to hold while they are looked at, with their depth. */
  readonly assumed: Map<string, number>;
  /** The least depth of an assumption that was used. */
  lowest: number;
  pairs: number;
}

const deepest = 64;

/**
 * Makes a test of one schema being a subset of another, read as JSON Schema 2020-12 with what the
 * readers add. `yes` and `no` are proved; what is beyond it is `unknown`. Cycles hold unless
 * something disproves them (co-induction). Work is bounded; what exceeds it is `unknown`.
 */
export function createSubsetTest(options: SubsetOptions): SubsetTest {
  const { inner, outer, isSame, mostPairs = 40_000 } = options;
  const known = new Map<string, Verdict>();
  let total = 0;
  const isTired = (question: Question): boolean =>
    question.pairs > mostPairs || total > 100 * mostPairs;

  const judge = (question: Question, a: SchemaSites, b: SchemaSites): Verdict => {
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
  };

  const judgeNew = (
    question: Question,
    key: string,
    [a, b]: readonly [SchemaSites, SchemaSites],
  ): Verdict => {
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
  };

  const judgeUnions = (
    question: Question,
    union: readonly Branch[],
    others: readonly Branch[],
  ): Verdict =>
    every(union, (branch) =>
      judgeBranch(
        question,
        branch,
        others.filter(({ type }) => type === branch.type),
      ),
    );

  const judgeBranch = (question: Question, branch: Branch, others: readonly Branch[]): Verdict => {
    question.pairs += others.length;
    total += others.length;
    if (isTired(question)) return "unknown";
    const { values } = branch;
    const verdict =
      values === undefined
        ? judgeUnlisted(question, branch, others)
        : every(values, (value) => judgeValue(branch, value, others));
    if (verdict !== "no") return verdict;
    if (isHollow(inner, branch)) return "yes";
    const isWhole = branch.opaque.length + branch.excludes.length === 0;
    // What else the branch excludes may be all that speaks against it.
    return isWhole || isDisproved(branch, others) ? verdict : doubt(verdict);
  };

  const judgeValue = (branch: Branch, value: JsonValue, others: readonly Branch[]): Verdict => {
    const verdict = some(others, (other) => branchAdmits(outer, other, value));
    if (verdict === "yes") return "yes";
    const isReal = branchAdmits(inner, branch, value);
    if (isReal === "no") return "yes";
    return isReal === "unknown" ? "unknown" : verdict;
  };

  const judgeUnlisted = (
    question: Question,
    branch: Branch,
    others: readonly Branch[],
  ): Verdict => {
    const viable = others.filter((other) => !isApart(branch, other));
    const verdicts: Verdict[] = [];
    for (const other of viable) {
      const verdict = judgePair(question, branch, other);
      if (verdict === "yes") return "yes";
      verdicts.push(verdict);
    }
    if (viable.length <= 1) return verdicts[0] ?? "no";
    return isDisproved(branch, viable) ? "no" : "unknown";
  };

  const isApart = (branch: Branch, other: Branch): boolean =>
    areApart({ document: inner.document, branch }, { document: outer.document, branch: other });

  const isDisproved = (branch: Branch, others: readonly Branch[]): boolean =>
    examplesOf(inner, branch).some((value) =>
      others.every((other) => branchAdmits(outer, other, value) === "no"),
    );

  /** What `b` excludes must be excluded by `a` too, or be apart from it. */
  const judgeExcludes = (a: Branch, b: Branch): Verdict =>
    every(b.excludes, (excluded) =>
      a.excludes.some((own) => areSame(own, excluded, isSame)) ||
      outer.branches(excluded).every((other) => isApart(a, other))
        ? "yes"
        : "unknown",
    );

  const judgePair = (question: Question, a: Branch, b: Branch): Verdict => {
    if (b.values !== undefined) return judgeInfinite(a);
    const test: SubsetTest = (left, right) => judge(question, left, right);
    const steps: readonly (() => Verdict)[] = [
      () => judgeRange(a, b),
      () => judgeMultiples(a, b),
      () => judgeAssertions(a, b),
      () => judgeArray({ a, b, test }),
      () => judgeObject({ a, b, test, inner: inner.reading, outer: outer.reading }),
      () => judgeExcludes(a, b),
      () => judgeOpaque(a, b, isSame),
    ];
    return every(steps, (step) => step());
  };

  return (a, b) => judge({ assumed: new Map(), lowest: Number.POSITIVE_INFINITY, pairs: 0 }, a, b);
}

function areSame(a: SchemaSites, b: SchemaSites, isSame: IsSame): boolean {
  return b.every((right) => a.some((left) => isSame(left.schema, right.schema)));
}

/** Few instances may be left of what is not listed: integers between two bounds, the empty text. */
function judgeInfinite({ type, range, multiples }: Branch): Verdict {
  if (type === "number") {
    return multiples.length > 0 && Number.isFinite(range.max - range.min) ? "unknown" : "no";
  }
  return type === "string" && range.max > 0 ? "no" : "unknown";
}
