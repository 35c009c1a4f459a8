import type { ChangeKind, FoundChange } from "../change.ts";
import { judgeAssertions, judgeLower, judgeMultiples, judgeUpper } from "../schema/aspects.ts";
import type { Branch } from "../schema/branch.ts";
import { isEqual } from "../schema/equal.ts";
import {
  boundKeywords,
  compareLower,
  compareUpper,
  freeRange,
  type Range,
} from "../schema/range.ts";
import { fact, type Verdict } from "../schema/verdict.ts";
import type { BranchMatch } from "./alternatives.ts";
import type { Level } from "./level.ts";
import { explainItems, explainMembers } from "./members.ts";
import { classOf, type SchemaWalk } from "./schema-walk.ts";
import { explainValues } from "./values.ts";

/** Names what changed within one branch of a schema. */
export function explainBranch(walk: SchemaWalk, pointer: string, match: BranchMatch): Level {
  const values = explainValues(walk, pointer, match);
  // Listed values are judged one by one, whatever else was or is said.
  if (match.before.values !== undefined || match.after.values !== undefined) {
    return { changes: values, below: [] };
  }
  const members = explainMembers(walk, pointer, match);
  const own = [
    ...values,
    ...explainBounds(walk, pointer, match),
    ...explainMultiples(walk, pointer, match),
    ...explainAssertions(walk, pointer, match),
  ];
  return {
    changes: [...own, ...members.changes],
    below: [...members.below, ...explainItems(pointer, match)],
  };
}

/** Puts what is sent first, what is taken second. */
function judge(
  { direction }: SchemaWalk,
  { before, after }: BranchMatch,
  test: (inner: Branch, outer: Branch) => Verdict,
): Verdict {
  return direction === "response" ? test(after, before) : test(before, after);
}

function explainBounds(
  walk: SchemaWalk,
  pointer: string,
  match: BranchMatch,
): readonly FoundChange[] {
  const { before, after } = match;
  const keywords = boundKeywords.get(before.type);
  if (keywords === undefined) return [];
  const [old, recent] = [statedRange(before), statedRange(after)];
  const changes: FoundChange[] = [];
  const tell = (kind: ChangeKind, test: typeof judgeLower, texts: readonly string[]) => {
    const verdict = judge(walk, match, (inner, outer) => fact(test(inner, outer)));
    const message = `${texts[0]} was ${texts[1]}, and is ${texts[2]} now`;
    const { direction } = walk;
    changes.push({ kind, class: classOf(verdict), direction, pointer, message });
  };
  if (compareLower(old, recent) !== 0) {
    tell("lower-bound", judgeLower, [keywords[0], showLower(old), showLower(recent)]);
  }
  if (compareUpper(old, recent) !== 0) {
    tell("upper-bound", judgeUpper, [keywords[1], showUpper(old), showUpper(recent)]);
  }
  return changes;
}

/** The required properties of an object are no bound that anybody wrote. */
function statedRange({ type, range, required }: Branch): Range {
  const isImplied = type === "object" && range.min === required.size;
  return isImplied ? { ...range, min: 0 } : range;
}

function showLower({ min, minOpen }: Range): string {
  if (!Number.isFinite(min) || min === freeRange("string").min) return min === 0 ? "0" : "none";
  return minOpen ? `above ${min}` : `${min}`;
}

function showUpper({ max, maxOpen }: Range): string {
  if (!Number.isFinite(max)) return "none";
  return maxOpen ? `below ${max}` : `${max}`;
}

function explainMultiples(
  walk: SchemaWalk,
  pointer: string,
  match: BranchMatch,
): readonly FoundChange[] {
  const [old, recent] = [match.before, match.after].map(({ multiples }) =>
    multiples.filter((multiple) => multiple !== 1).join(", "),
  );
  if (old === recent) return [];
  const message = `multipleOf was ${old || "none"}, and is ${recent || "none"} now`;
  const verdict = judge(walk, match, judgeMultiples);
  return [
    { kind: "multiple-of", class: classOf(verdict), direction: walk.direction, pointer, message },
  ];
}

const assertionKinds: ReadonlyMap<string, ChangeKind> = new Map<string, ChangeKind>([
  ["pattern", "pattern"],
  ["format", "format"],
  ["contentEncoding", "content-encoding"],
  ["contentMediaType", "content-media-type"],
  ["uniqueItems", "unique-items"],
]);

function explainAssertions(
  walk: SchemaWalk,
  pointer: string,
  match: BranchMatch,
): readonly FoundChange[] {
  return [...assertionKinds].flatMap(([keyword, kind]) => {
    const only = (branch: Branch): Branch => ({
      ...branch,
      assertions: branch.assertions.filter((one) => one.keyword === keyword),
    });
    const narrowed = { before: only(match.before), after: only(match.after) };
    const [old, recent] = [narrowed.before, narrowed.after].map(({ assertions }) =>
      assertions.map(({ value }) => value).sort(),
    );
    if (old === undefined || recent === undefined || isEqual(old, recent)) return [];
    const message = `${keyword} was ${old.join(" and ") || "none"}, and is ${recent.join(" and ") || "none"} now`;
    const verdict = judge(walk, narrowed, judgeAssertions);
    return [{ kind, class: classOf(verdict), direction: walk.direction, pointer, message }];
  });
}
