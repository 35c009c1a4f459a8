import { type JsonType, jsonTypes } from "../../json/json-type.ts";
import type { FoundChange } from "../change.ts";
import type { Branch } from "../schema/branch.ts";
import { keyOf, type SchemaSites } from "../schema/site.ts";
import type { Verdict } from "../schema/verdict.ts";
import { explainAlternatives } from "./alternatives.ts";
import { explainBeside } from "./explain-beside.ts";
import { explainBranch } from "./explain-branch.ts";
import type { Below, Level } from "./level.ts";
import { classOf, isMajor, type SchemaPair, type SchemaWalk } from "./schema-walk.ts";
import { explainTypes } from "./types.ts";

/** What came of a pair, besides what was told of it. */
interface Explained {
  /** It is not safe, and what was told of it, here or where it was looked at before, says why. */
  readonly isReason: boolean;
  /** Something was told of it, here or before. */
  readonly isTold: boolean;
}

/** Names what changed between two schemas. */
export type ExplainSchemas = (pair: Below) => readonly FoundChange[];

/**
 * Names what changed between two schemas, each cause where it stands: the subset test judges the
 * pair, the walk below it finds the reasons. Where the test says that all is well no reason breaks;
 * where it does not and no reason is found, the schema itself is named. Each pair is looked at once,
 * from however many places it is reached.
 */
export function createExplainSchemas(walk: SchemaWalk): ExplainSchemas {
  const steps = new Map<string, Step>();
  const known = new WeakMap<Below, { readonly step: Step | undefined }>();
  const openStep: OpenStep = (pair) => {
    const found = known.get(pair);
    if (found !== undefined) return found.step;
    const settled = settle(walk, pair);
    const key = settled === undefined ? "" : keyOfPair(settled);
    const step = settled && (steps.get(key) ?? takeStep(walk, settled, key));
    if (step !== undefined) steps.set(key, step);
    known.set(pair, { step });
    return step;
  };
  return (pair) => {
    const explanation = { walk, openStep, seen: new Set<string>(), changes: [], beside: [] };
    explain(explanation, pair);
    return [...explanation.changes, ...explanation.beside];
  };
}

/** What a pair shows, whatever it is reached from. */
interface Step extends Below {
  readonly key: string;
  readonly verdict: Verdict;
  /** The two mean the same. */
  readonly isEquivalent: boolean;
  readonly level: Level;
  /** What stands beside validity; undefined until it is asked for. */
  apart: Level | undefined;
}

/** Undefined for a pair that is the same. */
type OpenStep = (pair: Below) => Step | undefined;

function settle(walk: SchemaWalk, pair: Below): Below | undefined {
  const before = walk.before.settle(pair.before);
  const after = walk.after.settle(pair.after);
  if (areSame(walk, before, after)) return undefined;
  return { before, after, pointer: after[0]?.pointer ?? before[0]?.pointer ?? pair.pointer };
}

function takeStep(walk: SchemaWalk, pair: Below, key: string): Step {
  const verdict = walk.isSafe(pair);
  const isEquivalent = verdict === "yes" && walk.isSafeBack(pair) === "yes";
  const level = explainLevel(walk, pair);
  return { ...pair, key, verdict, isEquivalent, level, apart: undefined };
}

function keyOfPair({ before, after }: SchemaPair): string {
  return `${keyOf(before)}\n\n${keyOf(after)}`;
}

/** Lists grow while the pairs are walked: those of one are long, and its pairs many. */
interface Explanation {
  readonly walk: SchemaWalk;
  readonly openStep: OpenStep;
  /** The pairs that were told of. */
  readonly seen: Set<string>;
  readonly changes: FoundChange[];
  /** What no instance becomes invalid or valid by, and a client minds all the same. */
  readonly beside: FoundChange[];
}

function explain(explanation: Explanation, pair: Below): Explained {
  const { walk, openStep, seen, changes } = explanation;
  const step = openStep(pair);
  if (step === undefined) return { isReason: false, isTold: false };
  const isReason = step.verdict !== "yes";
  if (seen.has(step.key)) return { isReason, isTold: true };
  seen.add(step.key);
  const start = changes.length;
  changes.push(...step.level.changes);
  const below = step.level.below.map((one) => explain(explanation, one));
  const hasReason = step.level.changes.some(isMajor) || below.some((one) => one.isReason);
  const isTold = changes.length > start || below.some((one) => one.isTold);
  if (!isReason) {
    for (const change of soften(walk, step, { found: changes.splice(start), isTold })) {
      changes.push(change);
    }
  } else if (!hasReason) {
    changes.push(wholeSchema(walk, step, classOf(step.verdict)));
  }
  step.apart ??= explainBeside(walk, step, changes.slice(start));
  tellBeside(explanation, step.apart);
  return { isReason, isTold: isTold || changes.length > start };
}

function tellBeside(explanation: Explanation, apart: Level): void {
  const { beside } = explanation;
  beside.push(...apart.changes);
  for (const one of apart.below) {
    const inner: FoundChange[] = [];
    explain({ ...explanation, changes: inner }, one);
    for (const change of inner) beside.push(change);
  }
}

/** Under a schema that is safe as a whole no reason breaks; under one that means the same none counts. */
function soften(
  walk: SchemaWalk,
  step: Step,
  { found, isTold }: { readonly found: readonly FoundChange[]; readonly isTold: boolean },
): readonly FoundChange[] {
  if (!isTold && !step.isEquivalent) return [wholeSchema(walk, step, "additive")];
  if (step.isEquivalent) return found.filter((change) => !isMajor(change) && !isSpelling(change));
  return found.map((change) => (isMajor(change) ? { ...change, class: "additive" } : change));
}

/** Alternatives and types come and go where a schema is written in another way: an `enum` as a `oneOf` of `const`. */
function isSpelling({ kind }: FoundChange): boolean {
  return kind === "alternative-added" || kind === "alternative-removed" || kind === "type";
}

function wholeSchema(
  { direction }: SchemaWalk,
  { pointer }: Below,
  verdict: FoundChange["class"],
): FoundChange {
  const allowed = direction === "request" ? "what was sent" : "all else";
  const message = {
    breaking: `the schema changed, and no longer ${direction === "request" ? "takes" : "excludes"} ${allowed}`,
    undecided: "the schema changed, and whether a client can live with that cannot be decided",
    additive: "the schema changed in a way that no client minds",
    informational: "the schema is written in another way",
  }[verdict];
  return { kind: "schema", class: verdict, direction, pointer, message };
}

function areSame(walk: SchemaWalk, before: SchemaSites, after: SchemaSites): boolean {
  return (
    before.length === after.length &&
    before.every((site, index) => {
      const other = after[index];
      return other !== undefined && walk.isUntouched(site.schema, other.schema);
    })
  );
}

function explainLevel(walk: SchemaWalk, pair: Below): Level {
  const before = walk.before.branches(pair.before);
  const after = walk.after.branches(pair.after);
  const types = explainTypes(walk, pair.pointer, { before, after });
  if (types.isWhole) return { changes: types.changes, below: [] };
  const levels = jsonTypes.map((type) =>
    explainType(walk, pair, { before: ofType(before, type), after: ofType(after, type) }),
  );
  return {
    changes: [...types.changes, ...levels.flatMap((level) => level.changes)],
    below: levels.flatMap((level) => level.below),
  };
}

function ofType(branches: readonly Branch[], type: JsonType): readonly Branch[] {
  return branches.filter((branch) => branch.type === type);
}

function explainType(
  walk: SchemaWalk,
  pair: Below,
  branches: { readonly before: readonly Branch[]; readonly after: readonly Branch[] },
): Level {
  if (branches.before.length === 0 || branches.after.length === 0)
    return { changes: [], below: [] };
  const { matched, changes } = explainAlternatives(walk, pair, branches);
  const levels = matched.map((match) => explainBranch(walk, pair.pointer, match));
  return {
    changes: [...changes, ...levels.flatMap((level) => level.changes)],
    below: levels.flatMap((level) => level.below),
  };
}
