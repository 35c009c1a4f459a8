import type { JsonValue } from "@truespec/json-schema";
import { branchAdmits } from "./admit.ts";
import { areApart } from "./apart.ts";
import {
  judgeAssertions,
  judgeMultiples,
  judgeOpaque,
  judgeRange,
  withoutCommon,
} from "./aspects.ts";
import type { Branch } from "./branch.ts";
import { isAmong } from "./equal.ts";
import { examplesOf } from "./example.ts";
import { isHollow } from "./hollow.ts";
import { findInstances } from "./instances.ts";
import { judgeArray, judgeObject } from "./judge-members.ts";
import { isTired, type Question } from "./question.ts";
import { areSame } from "./sameness.ts";
import { doubt, every, negate, some, type Verdict } from "./verdict.ts";

/** Whether each instance of each branch is one of another branch's. */
export function judgeUnions(
  question: Question,
  union: readonly Branch[],
  others: readonly Branch[],
): Verdict {
  return every(union, (branch) => {
    const ofType = others.filter(({ type }) => type === branch.type);
    return judgeBranch(question, branch, ofType);
  });
}

function judgeBranch(question: Question, branch: Branch, others: readonly Branch[]): Verdict {
  question.pairs += others.length;
  question.shared.pairs += others.length;
  if (isTired(question)) return "unknown";
  const verdict =
    branch.values === undefined
      ? judgeUnlisted(question, branch, others)
      : judgeValues(question, branch, { values: branch.values, others });
  if (verdict !== "no") return verdict;
  if (isHollow(question.shared.inner, branch)) return "yes";
  const isWhole = branch.opaque.length + branch.excludes.length === 0;
  // What else the branch excludes may be all that speaks against it.
  return isWhole || isDisproved(question, branch, others) ? verdict : doubt(verdict);
}

/** Each value that the branch allows must be allowed by another; what both assert needs no proof of it. */
function judgeValues(
  { shared: { inner, outer, isSame } }: Question,
  branch: Branch,
  { values, others }: { readonly values: readonly JsonValue[]; readonly others: readonly Branch[] },
): Verdict {
  const beyond = others.map((other) => {
    const isListed = other.values === undefined ? () => true : isAmong(other.values);
    return { isListed, rest: unlisted(withoutCommon(other, branch, isSame)) };
  });
  const own = unlisted(branch);
  return every(values, (value) => {
    const verdict = some(beyond, ({ isListed, rest }) =>
      isListed(value) ? branchAdmits(outer, rest, value) : "no",
    );
    if (verdict === "yes") return "yes";
    const isReal = branchAdmits(inner, own, value);
    if (isReal === "no") return "yes";
    return isReal === "unknown" ? "unknown" : verdict;
  });
}

/** What a branch says besides the values that it lists: these are many, and looked up. */
function unlisted(branch: Branch): Branch {
  return { ...branch, values: undefined };
}

function judgeUnlisted(question: Question, branch: Branch, others: readonly Branch[]): Verdict {
  const verdict = judgeAsSet(question, branch, others);
  const values = verdict === "yes" ? undefined : findInstances(branch);
  if (values === undefined) return verdict;
  const byValue = judgeValues(question, branch, { values, others });
  return byValue === "unknown" ? verdict : byValue;
}

function judgeAsSet(question: Question, branch: Branch, others: readonly Branch[]): Verdict {
  const viable = others.filter((other) => !isApart(question, branch, other));
  const verdicts: Verdict[] = [];
  for (const other of viable) {
    const verdict = judgePair(question, branch, other);
    if (verdict === "yes") return "yes";
    verdicts.push(verdict);
  }
  if (viable.length <= 1) return verdicts[0] ?? "no";
  return isDisproved(question, branch, viable) ? "no" : "unknown";
}

function isApart({ shared: { inner, outer } }: Question, branch: Branch, other: Branch): boolean {
  return areApart(
    { document: inner.document, branch },
    { document: outer.document, branch: other },
  );
}

function isDisproved(
  { shared: { inner, outer } }: Question,
  branch: Branch,
  others: readonly Branch[],
): boolean {
  return examplesOf(inner, branch).some((value) =>
    others.every((other) => branchAdmits(outer, other, value) === "no"),
  );
}

function judgePair(question: Question, a: Branch, b: Branch): Verdict {
  if (b.values !== undefined) return judgeInfinite(a);
  const { judge: test, shared } = question;
  const readings = { inner: shared.inner.reading, outer: shared.outer.reading };
  const steps: readonly (() => Verdict)[] = [
    () => judgeRange(a, b),
    () => judgeMultiples(a, b),
    () => judgeAssertions(a, b),
    () => judgeArray({ a, b, test }),
    () => judgeObject({ a, b, test, ...readings }),
    () => judgeExcludes(question, a, b),
    () => judgeOpaque(a, b, shared.isSame),
  ];
  return every(steps, (step) => step());
}

/** What `b` excludes must be excluded by `a` too, or be apart from it. */
function judgeExcludes(question: Question, a: Branch, b: Branch): Verdict {
  const { isSame, outer } = question.shared;
  return every(b.excludes, (excluded) =>
    a.excludes.some((own) => areSame(own, excluded, isSame))
      ? "yes"
      : every(outer.branches(excluded), (other) => judgeExcluded(question, a, other)),
  );
}

/** Whether `a` allows nothing that is excluded. */
function judgeExcluded(question: Question, a: Branch, excluded: Branch): Verdict {
  if (isApart(question, a, excluded)) return "yes";
  const { inner, outer } = question.shared;
  return every(findInstances(excluded) ?? [undefined], (value) =>
    value === undefined
      ? "unknown"
      : some(
          [() => branchAdmits(inner, a, value), () => branchAdmits(outer, excluded, value)],
          (admit) => negate(admit()),
        ),
  );
}

/** Few instances may be left of what is not listed: integers between two bounds, the empty text, what a pattern picks. */
function judgeInfinite({ type, range, multiples, assertions }: Branch): Verdict {
  if (type === "number") {
    return multiples.length > 0 && Number.isFinite(range.max - range.min) ? "unknown" : "no";
  }
  const isPicked = assertions.some(({ keyword }) => keyword === "pattern");
  return type === "string" && range.max > 0 && !isPicked ? "no" : "unknown";
}
