import type { JsonObject } from "@truespec/json-schema";
import type { Branch } from "./branch.ts";
import { type ObjectFacet, readSite } from "./facet.ts";
import { type SchemaSite, siteBelow } from "./site.ts";

const keyword = "unevaluatedProperties";

/**
 * Applies `unevaluatedProperties` to the branches of its schema, as far as it is plain which members
 * the rest of the schema evaluates: with one branch for objects. Else it is an opaque keyword.
 */
export function restrictUnevaluated(
  site: SchemaSite,
  schema: JsonObject,
  branches: readonly Branch[],
): readonly Branch[] {
  const rest = readSite(site, schema, keyword);
  if (rest === undefined) return branches;
  const isPlain =
    branches.filter(({ type }) => type === "object").length === 1 &&
    branches.every(({ opaque, type }) => type !== "object" || opaque.length === 0);
  return branches.map((branch) => {
    if (branch.type !== "object") return branch;
    if (!isPlain) return { ...branch, opaque: [...branch.opaque, { keyword, site }] };
    const facet = remainder(site, rest, branch.objects);
    return facet === undefined ? branch : { ...branch, objects: [...branch.objects, facet] };
  });
}

/** What is said of members that no facet speaks of; undefined where a facet speaks of all. */
function remainder(
  site: SchemaSite,
  rest: SchemaSite,
  facets: readonly ObjectFacet[],
): ObjectFacet | undefined {
  if (facets.some((facet) => facet.rest !== undefined)) return undefined;
  const any = siteBelow(site, true, keyword, "evaluated");
  const allowAll = (names: readonly string[]) => new Map(names.map((name) => [name, any] as const));
  return {
    pointer: rest.pointer,
    properties: allowAll(facets.flatMap(({ properties }) => [...properties.keys()])),
    patterns: allowAll(facets.flatMap(({ patterns }) => [...patterns.keys()])),
    rest,
  };
}
