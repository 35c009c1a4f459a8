import type { Branch } from "./branch.ts";
import { itemOf, namesOf, patternsOf, prefixLength, propertyOf, restOf } from "./members.ts";
import type { Reading } from "./reading.ts";
import { isNever, type SchemaSites } from "./site.ts";
import { doubt, every, type Verdict } from "./verdict.ts";

/** Two branches of one type, and the test of the schemas below them. */
export interface BranchPair {
  readonly a: Branch;
  readonly b: Branch;
  readonly test: (a: SchemaSites, b: SchemaSites) => Verdict;
}

/** The same with the readings of both sides. */
export interface ReadPair extends BranchPair {
  readonly inner: Reading;
  readonly outer: Reading;
}

const mostPositions = 64;

/** Whether the items that `a` allows are allowed by `b`. */
export function judgeArray({ a, b, test }: BranchPair): Verdict {
  if (b.arrays.length === 0 || a.type !== "array") return "yes";
  const positions = Math.max(prefixLength(a), prefixLength(b));
  if (positions > mostPositions) return "unknown";
  // The last one stands for all items after every prefix.
  const indexes = Array.from({ length: positions + 1 }, (_, index) => index);
  return every(
    indexes.filter((index) => index < a.range.max),
    (index) => test(itemOf(a, index), itemOf(b, index)),
  );
}

/** Whether the members that `a` allows are allowed, and those that `b` demands are demanded. */
export function judgeObject(pair: ReadPair): Verdict {
  const { a, b } = pair;
  if (a.type !== "object") return "yes";
  const missing = [...b.required].some((name) => !a.required.has(name));
  if (missing) return "no";
  if (b.objects.length === 0) return "yes";
  return every(
    [
      () => every(new Set([...namesOf(a), ...namesOf(b)]), (name) => judgeProperty(pair, name)),
      () => judgePatterns(pair),
      () => judgeRest(pair),
    ] satisfies (() => Verdict)[],
    (step) => step(),
  );
}

/** Whether what `a` allows of one property is allowed by `b`. */
export function judgeProperty({ a, b, test, inner, outer }: ReadPair, name: string): Verdict {
  const own = propertyOf(a, name, inner);
  const other = propertyOf(b, name, outer);
  const verdict = test(own.sites, other.sites);
  if (verdict === "no") return own.isSure ? "no" : "unknown";
  const isSafe = other.isSure && (other.isSaid || own.sites.some(isNever));
  return isSafe ? verdict : doubtYes(verdict);
}

function doubtYes(verdict: Verdict): Verdict {
  return verdict === "yes" ? "unknown" : verdict;
}

/** Names that fit a pattern: proved where both sides have the same patterns, each in one schema. */
function judgePatterns({ a, b, test, inner, outer }: ReadPair): Verdict {
  const [own, others] = [patternsOf(a), patternsOf(b)];
  if (own.size === 0 && restOf(a, inner).sites.some(isNever)) return "yes";
  if (others.size === 0) {
    const rest = restOf(b, outer);
    return doubt(
      every(own.values(), (sites) => (rest.isSaid ? test(sites, rest.sites) : "unknown")),
    );
  }
  const isAlike =
    own.size === others.size &&
    [...others.keys()].every((pattern) => own.has(pattern)) &&
    [a, b].every(({ objects }) => objects.length === 1);
  if (!isAlike) return "unknown";
  return doubt(every(others, ([pattern, sites]) => test(own.get(pattern) ?? [], sites)));
}

/** Names that neither side speaks of. */
function judgeRest({ a, b, test, inner, outer }: ReadPair): Verdict {
  const [own, other] = [restOf(a, inner), restOf(b, outer)];
  const verdict = test(own.sites, other.sites);
  return other.isSaid || own.sites.some(isNever) ? verdict : doubtYes(verdict);
}
