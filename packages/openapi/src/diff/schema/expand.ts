import { findMember, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { jsonTypes } from "../../json/json-type.ts";
import { arrayMember } from "../../json/json-value.ts";
import { areApart } from "./apart.ts";
import { type Branch, freeBranch, meetUnions, mostBranches, opaqueBranches } from "./branch.ts";
import { readSite } from "./facet.ts";
import { ownBranches } from "./own-branches.ts";
import type { Reading } from "./reading.ts";
import { findReferenced } from "./reference.ts";
import { type SchemaSite, type SchemaSites, siteBelow } from "./site.ts";
import { restrictUnevaluated } from "./unevaluated.ts";

const deepest = 100;

/** What one expansion knows: the sites that it is inside of. */
interface Expansion {
  readonly document: JsonObject;
  readonly reading: Reading;
  readonly inside: ReadonlySet<string>;
}

/**
 * Makes the function that brings schemas into disjunctive normal form: `allOf` and `$ref` merged,
 * `anyOf` and `oneOf` multiplied out, each branch of one type. Members and items stay schemas, so a
 * cycle through them is no matter. A cycle that applies a schema to the same instance, too many
 * branches, or a reference that leads nowhere become opaque branches.
 */
export function createExpander(
  document: JsonObject,
  reading: Reading,
): (sites: SchemaSites) => readonly Branch[] {
  const start = { document, reading, inside: new Set<string>() };
  return (sites) => {
    const [first] = sites;
    if (first === undefined) return jsonTypes.map(freeBranch);
    return meetAll(
      first,
      sites.map((site) => expandSite(site, start)),
    );
  };
}

function expandSite(site: SchemaSite, expansion: Expansion): readonly Branch[] {
  const { schema, pointer } = site;
  if (schema === false) return [];
  if (!isJsonObject(schema)) return jsonTypes.map(freeBranch);
  const { inside, reading } = expansion;
  // A resource of its own has references that go by its URI.
  if (inside.has(pointer) || inside.size > deepest || Object.hasOwn(schema, "$id")) {
    return opaqueBranches("$ref", site);
  }
  const deeper = { ...expansion, inside: new Set([...inside, pointer]) };
  const met = meetAll(site, [
    ownBranches(site, schema, reading),
    ...expandReference(site, schema, deeper),
    ...subsites(site, schema, "allOf").map((one) => expandSite(one, deeper)),
    ...expandAnyOf(site, schema, deeper),
    ...expandOneOf(site, schema, deeper),
  ]);
  return restrictUnevaluated(site, schema, excludeNot(site, schema, met));
}

function meetAll(site: SchemaSite, unions: readonly (readonly Branch[])[]): readonly Branch[] {
  let met: readonly Branch[] | undefined;
  for (const union of unions) {
    met = met === undefined ? union : meetUnions(met, union);
    if (met === undefined || met.length > mostBranches) {
      return opaqueBranches("too many alternatives", site);
    }
  }
  return met ?? jsonTypes.map(freeBranch);
}

function subsites(site: SchemaSite, schema: JsonObject, keyword: string): readonly SchemaSite[] {
  return arrayMember(schema, keyword).map((one, index) => siteBelow(site, one, keyword, index));
}

function expandReference(
  site: SchemaSite,
  schema: JsonObject,
  expansion: Expansion,
): readonly (readonly Branch[])[] {
  if (!Object.hasOwn(schema, "$ref")) return [];
  const target = findReferenced(expansion.document, schema);
  return [target === undefined ? opaqueBranches("$ref", site) : expandSite(target, expansion)];
}

function expandAnyOf(
  site: SchemaSite,
  schema: JsonObject,
  expansion: Expansion,
): readonly (readonly Branch[])[] {
  const alternatives = subsites(site, schema, "anyOf");
  if (alternatives.length === 0) return [];
  return [alternatives.flatMap((one) => expandAlternative(one, expansion))];
}

/** An instance of one alternative meets none of the others, where the reading says so: noted where it is not plain. */
function expandOneOf(
  site: SchemaSite,
  schema: JsonObject,
  expansion: Expansion,
): readonly (readonly Branch[])[] {
  const { document } = expansion;
  const alternatives = subsites(site, schema, "oneOf");
  if (alternatives.length === 0) return [];
  if (alternatives.length > mostBranches) return [opaqueBranches("too many alternatives", site)];
  const unions = alternatives.map((one) => expandAlternative(one, expansion));
  if (expansion.reading.oneOf === "any") return [unions.flat()];
  return [
    unions.flatMap((union, index) =>
      union.map((branch) => {
        const met = alternatives.filter(
          (_, other) =>
            other !== index &&
            unions[other]?.some(
              (one) => !areApart({ document, branch }, { document, branch: one }),
            ),
        );
        return { ...branch, excludes: [...branch.excludes, ...met.map((one) => [one])] };
      }),
    ),
  ];
}

function expandAlternative(site: SchemaSite, expansion: Expansion): readonly Branch[] {
  const { schema } = site;
  const target = isJsonObject(schema) ? findReferenced(expansion.document, schema) : undefined;
  const name = target?.pointer ?? site.pointer;
  return expandSite(site, expansion).map((branch) => ({
    ...branch,
    chosen: [name, ...branch.chosen],
  }));
}

function excludeNot(
  site: SchemaSite,
  schema: JsonObject,
  branches: readonly Branch[],
): readonly Branch[] {
  if (findMember(schema, "not") === undefined) return branches;
  const excluded = readSite(site, schema, "not");
  if (excluded === undefined || excluded.schema === false) return branches;
  return branches.map((branch) => ({ ...branch, excludes: [...branch.excludes, [excluded]] }));
}
