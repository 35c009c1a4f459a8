import type { Branch } from "./branch.ts";
import { itemOf, propertyOf } from "./members.ts";
import type { SchemaReader } from "./schema-reader.ts";
import type { SchemaSites } from "./site.ts";

const deepest = 6;
const mostItems = 8;

/** Whether it is plain that no instance meets a branch: a member that it demands cannot be. */
export function isHollow(reader: SchemaReader, branch: Branch, depth = 0): boolean {
  return demandedSites(reader, branch).some((sites) => areHollow(reader, sites, depth + 1));
}

function areHollow(reader: SchemaReader, sites: SchemaSites, depth: number): boolean {
  if (depth > deepest) return false;
  return reader.branches(sites).every((branch) => isHollow(reader, branch, depth));
}

function demandedSites(reader: SchemaReader, branch: Branch): readonly SchemaSites[] {
  if (branch.type === "object") {
    return [...branch.required].map((name) => propertyOf(branch, name, reader.reading).sites);
  }
  if (branch.type !== "array") return [];
  const count = Math.min(branch.range.min, mostItems);
  return Array.from({ length: count }, (_, index) => itemOf(branch, index));
}
