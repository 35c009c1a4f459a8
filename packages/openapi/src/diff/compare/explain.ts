import { type JsonType, jsonTypes } from "../../json/json-type.ts";
import type { FoundChange } from "../change.ts";
import type { Branch } from "../schema/branch.ts";
import { keyOf, type SchemaSites } from "../schema/site.ts";
import { explainAlternatives } from "./alternatives.ts";
import { explainBeside } from "./explain-beside.ts";
import { explainBranch } from "./explain-branch.ts";
import type { Below, Level } from "./level.ts";
import { classOf, isMajor, type SchemaWalk } from "./schema-walk.ts";
import { explainTypes } from "./types.ts";

/** What is known of a pair. */
interface Explained {
  readonly changes: readonly FoundChange[];
  /** What no instance becomes invalid or valid by, and a client minds all the same. */
  readonly beside: readonly FoundChange[];
  /** It is not safe, and its changes, here or where it was looked at before, tell why. */
  readonly isReason: boolean;
  /** Something was told of it, here or before. */
  readonly isTold: boolean;
}

/**
 * Names what changed between two schemas, each cause where it stands: the subset test judges the
 * pair, the walk below it finds the reasons. Where the test says that all is well no reason breaks;
 * where it does not and no reason is found, the schema itself is named.
 */
export function explainSchemas(walk: SchemaWalk, pair: Below): readonly FoundChange[] {
  return listAll(explain(walk, pair, new Set()));
}

function explain(walk: SchemaWalk, pair: Below, seen: Set<string>): Explained {
  const before = walk.before.settle(pair.before);
  const after = walk.after.settle(pair.after);
  const nothing = { changes: [], beside: [], isReason: false, isTold: false };
  if (areSame(walk, before, after)) return nothing;
  const verdict = walk.isSafe({ before, after });
  const isReason = verdict !== "yes";
  const key = `${keyOf(before)}\n\n${keyOf(after)}`;
  if (seen.has(key)) return { ...nothing, isReason, isTold: true };
  seen.add(key);
  const pointer = after[0]?.pointer ?? before[0]?.pointer ?? pair.pointer;
  const settled = { before, after, pointer };
  const level = explainLevel(walk, settled);
  const below = level.below.map((one) => explain(walk, one, seen));
  const found = [...level.changes, ...below.flatMap((one) => one.changes)];
  const isTold = found.length > 0 || below.some((one) => one.isTold);
  const hasReason = found.some(isMajor) || below.some((one) => one.isReason);
  const whole = hasReason ? [] : [wholeSchema(walk, settled, classOf(verdict))];
  const changes = isReason
    ? [...found, ...whole]
    : soften(walk, settled, { changes: found, isTold });
  const apart = explainBeside(walk, settled, changes);
  const beside = [
    ...apart.changes,
    ...below.flatMap((one) => one.beside),
    ...apart.below.flatMap((one) => listAll(explain(walk, one, seen))),
  ];
  return { changes, beside, isReason, isTold: isTold || changes.length > 0 };
}

function listAll({ changes, beside }: Explained): readonly FoundChange[] {
  return [...changes, ...beside];
}

/** Under a schema that is safe as a whole no reason breaks; under one that means the same none counts. */
function soften(
  walk: SchemaWalk,
  pair: Below,
  { changes, isTold }: Pick<Explained, "changes" | "isTold">,
): readonly FoundChange[] {
  const isEquivalent = walk.isSafeBack(pair) === "yes";
  if (!isTold && !isEquivalent) return [wholeSchema(walk, pair, "additive")];
  if (isEquivalent) return changes.filter((change) => !isMajor(change) && !isSpelling(change));
  return changes.map((change) => (isMajor(change) ? { ...change, class: "additive" } : change));
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
