import { findMember, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import type { Branch } from "./branch.ts";
import { createExpander } from "./expand.ts";
import { settleBranch } from "./members.ts";
import type { Reading } from "./reading.ts";
import { findReferenced } from "./reference.ts";
import { isFree, keyOf, type SchemaSite, type SchemaSites } from "./site.ts";

/** Reads the schemas of one document, each once. */
export interface SchemaReader {
  readonly document: JsonObject;
  readonly reading: Reading;
  /** The union of branches that sites allow together; empty where they allow nothing. */
  readonly branches: (sites: SchemaSites) => readonly Branch[];
  /** The same demand without detours: references followed, what demands nothing left out. */
  readonly settle: (sites: SchemaSites) => SchemaSites;
  /** Whether a property's schema keeps it out of this direction, by `readOnly` or `writeOnly`. */
  readonly isHidden: (site: SchemaSite) => boolean;
}

const longestChain = 64;

/** Opens the schemas of a composed document. */
export function createSchemaReader(document: JsonObject, reading: Reading): SchemaReader {
  const expand = createExpander(document, reading);
  const known = new Map<string, readonly Branch[]>();
  const isHidden = (site: SchemaSite): boolean => isMarked(document, site, reading.hidden);
  const branches = (sites: SchemaSites): readonly Branch[] => {
    const key = keyOf(sites);
    const found = known.get(key);
    if (found !== undefined) return found;
    const settled = expand(sites).flatMap(
      (branch) => settleBranch(branch, { reading, isHidden }) ?? [],
    );
    known.set(key, settled);
    return settled;
  };
  const settle = (sites: SchemaSites): SchemaSites =>
    sites.map((site) => follow(document, site, isPlainReference)).filter((site) => !isFree(site));
  return { document, reading, branches, settle, isHidden };
}

function isMarked(document: JsonObject, site: SchemaSite, keyword: string | undefined): boolean {
  if (keyword === undefined) return false;
  let marked = false;
  follow(document, site, (schema) => {
    marked = marked || findMember(schema, keyword) === true;
    return !marked;
  });
  return marked;
}

/** Follows local references as long as a schema says so. */
function follow(
  document: JsonObject,
  site: SchemaSite,
  goesOn: (schema: JsonObject) => boolean,
): SchemaSite {
  let at = site;
  for (let count = 0; count < longestChain; count++) {
    if (!isJsonObject(at.schema) || !goesOn(at.schema)) return at;
    const next = findReferenced(document, at.schema);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

const annotations = new Set([
  "$ref",
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  "$comment",
]);

function isPlainReference(schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => annotations.has(key));
}
