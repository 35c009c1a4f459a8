import type { FoundChange } from "../change.ts";
import type { Branch } from "../schema/branch.ts";
import { every, fact, type Verdict } from "../schema/verdict.ts";
import { classOf, type SchemaWalk } from "./schema-walk.ts";
import { showTypes, typeNames } from "./wording.ts";

/** The branches of one schema before and after. */
export interface BranchSets {
  readonly before: readonly Branch[];
  readonly after: readonly Branch[];
}

/** Names a change of types; `isWhole` when there is nothing else to say: from or to any type, or none in common. */
export function explainTypes(
  walk: SchemaWalk,
  pointer: string,
  { before, after }: BranchSets,
): { readonly changes: readonly FoundChange[]; readonly isWhole: boolean } {
  const { direction } = walk;
  const [old, recent] = [showTypes(before), showTypes(after)];
  const [inner, outer] = direction === "response" ? [after, before] : [before, after];
  const changes: FoundChange[] = [];
  if (old !== recent) {
    const message = `the type was ${old}, and is ${recent} now`;
    changes.push({
      kind: "type",
      class: classOf(judgeTypes(inner, outer)),
      direction,
      pointer,
      message,
    });
  }
  const isFree = [old, recent].includes("any type");
  const nulls =
    isFree && old !== recent ? undefined : explainNull(walk, pointer, { before, after });
  if (nulls !== undefined) changes.push(nulls);
  return { changes, isWhole: old !== recent && (isFree || !hasCommon(before, after)) };
}

function judgeTypes(inner: readonly Branch[], outer: readonly Branch[]): Verdict {
  const names = typeNames(outer);
  const covers = (name: string) =>
    names.includes(name) || (name === "integer" && names.includes("number"));
  return every(typeNames(inner), (name) => fact(covers(name)));
}

function hasCommon(before: readonly Branch[], after: readonly Branch[]): boolean {
  return before.some(({ type }) => type !== "null" && after.some((other) => other.type === type));
}

function explainNull(
  { direction }: SchemaWalk,
  pointer: string,
  { before, after }: BranchSets,
): FoundChange | undefined {
  const [was, is] = [before, after].map((set) => set.some(({ type }) => type === "null"));
  if (was === is) return undefined;
  const isSafe = direction === "request" ? is : was;
  return {
    kind: is ? "null-added" : "null-removed",
    class: isSafe ? "additive" : "breaking",
    direction,
    pointer,
    message: is ? "null is allowed now" : "null is no longer allowed",
  };
}
