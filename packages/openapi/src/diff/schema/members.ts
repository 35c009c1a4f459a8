import type { Branch } from "./branch.ts";
import type { ObjectFacet } from "./facet.ts";
import { tighten } from "./own-branches.ts";
import { matchesPattern } from "./pattern.ts";
import { isEmptyRange } from "./range.ts";
import type { Reading } from "./reading.ts";
import { isNever, neverAt, type SchemaSite, type SchemaSites } from "./site.ts";

/** What a branch says of one member of an object, or of all that are not named. */
export interface Member {
  readonly sites: SchemaSites;
  /** Whether it is known that no other schema applies. */
  readonly isSure: boolean;
  /** Whether some schema speaks of it; else the reading decided. */
  readonly isSaid: boolean;
}

/** The schemas that a branch applies to a property. */
export function propertyOf(branch: Branch, name: string, reading: Reading): Member {
  const contributions = branch.objects.map((facet) => contributionOf(facet, name));
  const sites = contributions.flatMap((one) => one.sites);
  const isSure = contributions.every((one) => one.isSure);
  return sites.length > 0 || !isSure || branch.required.has(name)
    ? { sites, isSure, isSaid: true }
    : undeclared(branch, reading);
}

/** The schemas that a branch applies to properties that it does not name. */
export function restOf(branch: Branch, reading: Reading): Member {
  const sites = branch.objects.flatMap(({ rest }) => rest ?? []);
  return sites.length > 0 ? { sites, isSure: true, isSaid: true } : undeclared(branch, reading);
}

/** The schemas that a branch applies to the item at an index, or to all items after every prefix. */
export function itemOf({ arrays }: Branch, index: number): SchemaSites {
  return arrays.flatMap(({ prefix, rest }) => prefix[index] ?? rest ?? []);
}

/** How many items some schema speaks of one by one. */
export function prefixLength({ arrays }: Branch): number {
  return Math.max(0, ...arrays.map(({ prefix }) => prefix.length));
}

/** The names of all properties that a branch speaks of. */
export function namesOf({ objects, required }: Branch): ReadonlySet<string> {
  return new Set([...objects.flatMap(({ properties }) => [...properties.keys()]), ...required]);
}

/** The patterns of property names that a branch speaks of. */
export function patternsOf({ objects }: Branch): ReadonlyMap<string, SchemaSites> {
  const patterns = new Map<string, SchemaSites>();
  for (const facet of objects) {
    for (const [pattern, site] of facet.patterns) {
      patterns.set(pattern, [...(patterns.get(pattern) ?? []), site]);
    }
  }
  return patterns;
}

/** Applies a reading to a branch; undefined where no instance is left. */
export function settleBranch(
  branch: Branch,
  reader: { readonly reading: Reading; readonly isHidden: (site: SchemaSite) => boolean },
): Branch | undefined {
  const tight = tighten(branch);
  if (tight?.type === "array") return settleArray(tight);
  if (tight?.type !== "object") return tight;
  const seen = hideProperties(tight, reader);
  const isImpossible = [...seen.required].some((name) =>
    propertyOf(seen, name, reader.reading).sites.some(isNever),
  );
  const range = { ...seen.range, min: Math.max(seen.range.min, seen.required.size) };
  return isImpossible || isEmptyRange(range) ? undefined : { ...seen, range };
}

/** Where an item is impossible, an array ends before it. */
function settleArray(branch: Branch): Branch | undefined {
  const ends = branch.arrays.flatMap(({ prefix, rest }) => {
    const end = prefix.findIndex(isNever);
    return end >= 0 ? [end] : rest !== undefined && isNever(rest) ? [prefix.length] : [];
  });
  const range = { ...branch.range, max: Math.min(branch.range.max, ...ends) };
  return isEmptyRange(range) ? undefined : { ...branch, range };
}

/** A hidden property is never sent, and taken as it comes. */
function hideProperties(
  branch: Branch,
  {
    reading,
    isHidden,
  }: { readonly reading: Reading; readonly isHidden: (site: SchemaSite) => boolean },
): Branch {
  const sites = branch.objects.flatMap(({ properties }) => [...properties]);
  const hidden = new Set(sites.filter(([, site]) => isHidden(site)).map(([name]) => name));
  if (hidden.size === 0) return branch;
  const objects = branch.objects.map((facet) => ({
    ...facet,
    properties: new Map(
      [...facet.properties].map(([name, site]) => [
        name,
        hidden.has(name) ? { ...site, schema: reading.role === "receiver" } : site,
      ]),
    ),
  }));
  const required = new Set([...branch.required].filter((name) => !hidden.has(name)));
  return { ...branch, objects, required, hidden };
}

function contributionOf(
  { properties, patterns, rest }: ObjectFacet,
  name: string,
): { readonly sites: SchemaSites; readonly isSure: boolean } {
  const own = properties.get(name);
  const matches = [...patterns].map(
    ([pattern, site]) => [matchesPattern(pattern, name), site] as const,
  );
  const matched = matches.flatMap(([matching, site]) => (matching ? [site] : []));
  const said = own === undefined ? matched : [own, ...matched];
  const isSure = matches.every(([matching]) => matching !== undefined);
  if (said.length > 0 || !isSure) return { sites: said, isSure };
  return { sites: rest === undefined ? [] : [rest], isSure };
}

function undeclared(branch: Branch, { undeclared: reading }: Reading): Member {
  const declares = branch.objects.some(({ properties }) => properties.size > 0);
  if (!declares || reading === "any") return { sites: [], isSure: true, isSaid: true };
  if (reading === "unsaid") return { sites: [], isSure: true, isSaid: false };
  return { sites: [neverAt("undeclared")], isSure: true, isSaid: true };
}
