import { findMember, type JsonValue } from "@truespec/json-schema/json";
import { resolvePointer } from "@truespec/json-schema/json-pointer";
import { arrayMember } from "../../json/json-value.ts";
import type { FoundChange } from "../change.ts";
import { areApart } from "../schema/apart.ts";
import type { Branch } from "../schema/branch.ts";
import { isEqual } from "../schema/equal.ts";
import type { SchemaReader } from "../schema/schema-reader.ts";
import type { SchemaSites } from "../schema/site.ts";
import { classOf, type SchemaPair, type SchemaWalk } from "./schema-walk.ts";
import type { BranchSets } from "./types.ts";
import { showName } from "./wording.ts";

/** One branch before and after. */
export interface BranchMatch {
  readonly before: Branch;
  readonly after: Branch;
}

/**
 * Matches the branches of one type: by the component of the alternative, by the value of a
 * discriminator, by being or meaning the same, by their place, or as the only two that are left. The
 * others are alternatives that came or went.
 */
export function explainAlternatives(
  walk: SchemaWalk,
  pair: SchemaPair,
  { before, after }: BranchSets,
): { readonly matched: readonly BranchMatch[]; readonly changes: readonly FoundChange[] } {
  const matched: BranchMatch[] = [];
  let [old, recent] = [before, after];
  const isSameSchema: IsMatch = (one, other) => haveSameSites(walk, one, other);
  const isSameMeaning: IsMatch = (one, other) => meanTheSame(walk, one, other);
  const ways = [isSameComponent, hasSameTag, isSameSchema, isSameMeaning, isSamePlace];
  for (const isMatch of ways) {
    for (const one of old) {
      const other = recent.find((candidate) => isMatch(one, candidate));
      if (other === undefined) continue;
      matched.push({ before: one, after: other });
      old = old.filter((branch) => branch !== one);
      recent = recent.filter((branch) => branch !== other);
    }
  }
  const [one, other] = [old[0], recent[0]];
  const isLast = old.length === 1 && recent.length === 1;
  if (isLast && one !== undefined && other !== undefined && !isApart(walk, one, other)) {
    return { matched: [...matched, { before: one, after: other }], changes: [] };
  }
  const gone = old.map((branch) => removed(walk, pair, branch));
  const added = recent.map((branch) => appeared(walk, pair, branch));
  return { matched, changes: [...gone, ...added] };
}

type IsMatch = (one: Branch, other: Branch) => boolean;

const isSamePlace: IsMatch = (one, other) =>
  isEqual(one.chosen, other.chosen) && !hasTag(one) && !hasTag(other);

/** A place in a list is no name. */
const isSameComponent: IsMatch = (one, other) =>
  isEqual(one.chosen, other.chosen) && !one.chosen.some((pointer) => /\/\d+$/.test(pointer));

function haveSameSites({ before, after, isSame }: SchemaWalk, one: Branch, other: Branch): boolean {
  const [sites, others] = [sitesOf(before, one), sitesOf(after, other)];
  return (
    sites.length === others.length &&
    sites.every(({ schema }, index) => isSame(schema, others[index]?.schema ?? true))
  );
}

/** What the one takes the other takes, however written: a component, or a part of it, may have another name. */
function meanTheSame(walk: SchemaWalk, one: Branch, other: Branch): boolean {
  const pair = { before: sitesOf(walk.before, one), after: sitesOf(walk.after, other) };
  return walk.isSafe(pair) === "yes" && walk.isSafeBack(pair) === "yes";
}

function isApart({ before, after }: SchemaWalk, one: Branch, other: Branch): boolean {
  return areApart(
    { document: before.document, branch: one },
    { document: after.document, branch: other },
  );
}

function hasTag(branch: Branch): boolean {
  return [...branch.required].some((name) => tagOf(branch, name) !== undefined);
}

/** Both have a required property with one value each, and it is the same. */
const hasSameTag: IsMatch = (one, other) =>
  [...one.required].some((name) => {
    const tag = tagOf(one, name);
    return tag !== undefined && isEqual(tag, tagOf(other, name));
  });

function tagOf({ objects }: Branch, name: string): JsonValue | undefined {
  const sites = objects.flatMap(({ properties }) => properties.get(name) ?? []);
  const tags = sites.flatMap(({ schema }) => {
    const allowed = arrayMember(schema, "enum");
    return findMember(schema, "const") ?? (allowed.length === 1 ? allowed : []);
  });
  return tags[0];
}

function removed(walk: SchemaWalk, { after }: SchemaPair, branch: Branch): FoundChange {
  const sites = sitesOf(walk.before, branch);
  return {
    kind: "alternative-removed",
    class: walk.direction === "response" ? "additive" : classOf(walk.test(sites, after)),
    direction: walk.direction,
    pointer: sites[0]?.pointer ?? "",
    message: `the alternative ${nameOf(branch)} is gone`,
  };
}

function appeared(walk: SchemaWalk, { before }: SchemaPair, branch: Branch): FoundChange {
  const sites = sitesOf(walk.after, branch);
  return {
    kind: "alternative-added",
    class: walk.direction === "request" ? "additive" : classOf(walk.test(sites, before)),
    direction: walk.direction,
    pointer: sites[0]?.pointer ?? "",
    message: `the alternative ${nameOf(branch)} is new`,
  };
}

/** The alternatives that make up a branch, together. */
function sitesOf({ document }: SchemaReader, { chosen }: Branch): SchemaSites {
  return chosen.flatMap((pointer) => {
    const schema = resolvePointer(document, pointer);
    return schema === undefined ? [] : [{ pointer, schema }];
  });
}

/** An alternative by its component's name, or else by its type and place. */
function nameOf({ chosen, type }: Branch): string {
  const keys = (chosen.at(-1) ?? "").split("/");
  const name = keys.at(-1) ?? "";
  return keys.at(-2) === "schemas" ? showName(name) : `${name} (${type})`.trim();
}
