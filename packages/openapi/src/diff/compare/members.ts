import { findMember } from "@truespec/json-schema/json";
import type { FoundChange } from "../change.ts";
import type { Branch } from "../schema/branch.ts";
import { isEqual } from "../schema/equal.ts";
import { judgeProperty } from "../schema/judge-members.ts";
import { itemOf, namesOf, patternsOf, prefixLength, propertyOf } from "../schema/members.ts";
import { isNever, type SchemaSite } from "../schema/site.ts";
import { fact, type Verdict } from "../schema/verdict.ts";
import type { BranchMatch } from "./alternatives.ts";
import type { Below, Level } from "./level.ts";
import { classOf, type SchemaWalk } from "./schema-walk.ts";
import { showDeprecation, showName, showValue } from "./wording.ts";

const mostPositions = 64;

/** The pairs of item schemas. */
export function explainItems(pointer: string, { before, after }: BranchMatch): readonly Below[] {
  const positions = Math.min(mostPositions, Math.max(prefixLength(before), prefixLength(after)));
  if (before.arrays.length + after.arrays.length === 0) return [];
  return Array.from({ length: positions + 1 }, (_, index) => ({
    before: itemOf(before, index),
    after: itemOf(after, index),
    pointer,
  }));
}

/** Names what changed in the properties of an object, and the pairs of schemas below it. */
export function explainMembers(walk: SchemaWalk, pointer: string, match: BranchMatch): Level {
  const { before, after } = match;
  const levels = [...new Set([...namesOf(before), ...namesOf(after)])].map((name) =>
    explainProperty(walk, pointer, { match, name }),
  );
  const others = explainOthers(walk, pointer, match);
  return {
    changes: [...levels.flatMap((level) => level.changes), ...others.changes],
    below: [...levels.flatMap((level) => level.below), ...others.below],
  };
}

interface PropertyMatch {
  readonly match: BranchMatch;
  readonly name: string;
}

function explainProperty(walk: SchemaWalk, pointer: string, property: PropertyMatch): Level {
  const { match, name } = property;
  const { direction } = walk;
  const [old, recent] = [siteOf(match.before, name), siteOf(match.after, name)];
  const [was, is] = [match.before, match.after].map(({ required }) => required.has(name));
  const at = recent?.pointer ?? old?.pointer ?? pointer;
  if (old === undefined && recent !== undefined) {
    const message = `${is ? "required property" : "property"} ${showName(name)} is new`;
    const verdict = judgeMember(walk, property);
    const change = classOf(verdict);
    return {
      changes: [{ kind: "property-added", class: change, direction, pointer: at, message }],
      below: [],
    };
  }
  if (old !== undefined && recent === undefined) {
    const message = `${was ? "required property" : "property"} ${showName(name)} is gone`;
    const change = classOf(judgeMember(walk, property));
    return {
      changes: [{ kind: "property-removed", class: change, direction, pointer: at, message }],
      below: [],
    };
  }
  if (isHidden(match.before, name) || isHidden(match.after, name))
    return { changes: [], below: [] };
  const isSafe = direction === "response" ? is || !was : was || !is;
  const demand: FoundChange = {
    kind: is ? "property-required" : "property-optional",
    class: isSafe ? "additive" : "breaking",
    direction,
    pointer: at,
    message: `property ${showName(name)} became ${is ? "required" : "optional"}`,
  };
  const pair = {
    before: propertyOf(match.before, name, walk.before.reading).sites,
    after: propertyOf(match.after, name, walk.after.reading).sites,
    pointer: at,
  };
  const annotations =
    old === undefined || recent === undefined
      ? []
      : explainAnnotations(walk, name, { old, recent });
  const below = old === undefined ? [] : [pair];
  return { changes: [...(was === is ? [] : [demand]), ...annotations], below };
}

function isHidden({ hidden }: Branch, name: string): boolean {
  return hidden.has(name);
}

/** Where a branch declares a property; undefined where it does not, or where it never travels. */
function siteOf({ objects, hidden }: Branch, name: string): SchemaSite | undefined {
  if (hidden.has(name)) return undefined;
  const sites = objects.flatMap(({ properties }) => properties.get(name) ?? []);
  return sites.find((site) => !isNever(site));
}

/** Whether what is sent of one property is taken, and there where it is demanded. */
function judgeMember(walk: SchemaWalk, { match, name }: PropertyMatch): Verdict {
  const isResponse = walk.direction === "response";
  const [a, b] = isResponse ? [match.after, match.before] : [match.before, match.after];
  const [inner, outer] = isResponse ? [walk.after, walk.before] : [walk.before, walk.after];
  if (b.required.has(name) && !a.required.has(name)) return "no";
  const { test } = walk;
  return judgeProperty({ a, b, test, inner: inner.reading, outer: outer.reading }, name);
}

/** Names what changed for members that are not declared, and for those that fit a pattern. */
function explainOthers(walk: SchemaWalk, pointer: string, { before, after }: BranchMatch): Level {
  const below = explainPatterns(pointer, { before, after });
  const [old, recent] = [before, after].map(({ objects }) =>
    objects.flatMap(({ rest }) => rest ?? []),
  );
  if (old === undefined || recent === undefined) return { changes: [], below };
  const [was, is] = [old.some(isNever), recent.some(isNever)];
  if (was === is) {
    const isWritten = old.length > 0 && recent.length > 0;
    return {
      changes: [],
      below: isWritten ? [...below, { before: old, after: recent, pointer }] : below,
    };
  }
  // A generated client sends other properties only where the description speaks of them.
  const isSafe = walk.direction === "response" ? is : was || old.length === 0;
  const change: FoundChange = {
    kind: "additional-properties",
    class: classOf(fact(isSafe)),
    direction: walk.direction,
    pointer,
    message: `other properties are ${is ? "no longer allowed" : "allowed now"}`,
  };
  return { changes: [change], below };
}

function explainPatterns(pointer: string, { before, after }: BranchMatch): readonly Below[] {
  const recent = patternsOf(after);
  return [...patternsOf(before)].flatMap(([pattern, sites]) => {
    const others = recent.get(pattern);
    return others === undefined ? [] : [{ before: sites, after: others, pointer }];
  });
}

function explainAnnotations(
  { direction }: SchemaWalk,
  name: string,
  { old, recent }: { readonly old: SchemaSite; readonly recent: SchemaSite },
): readonly FoundChange[] {
  const [was, is] = [old, recent].map(({ schema }) => findMember(schema, "deprecated") === true);
  const [value, other] = [old, recent].map(({ schema }) => findMember(schema, "default"));
  const show = (one: typeof value) => (one === undefined ? "none" : showValue(one));
  const fixed = { class: "informational", direction, pointer: recent.pointer } as const;
  const changes: FoundChange[] = [];
  if (is !== was) {
    const message = `property ${showName(name)} ${showDeprecation({ deprecated: is === true })}`;
    changes.push({ kind: "property-deprecated", ...fixed, message });
  }
  if (!isEqual(value, other)) {
    const message = `the default of property ${showName(name)} was ${show(value)}, and is ${show(other)} now`;
    changes.push({ kind: "default", ...fixed, message });
  }
  return changes;
}
