/**
 * What the keywords with a list of in-place branches have in common.
 */
import type { TableWriter } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import { findNearest } from "../interpreter/nearest.ts";
import type { Evaluation } from "../interpreter/plan.ts";
import { type ErrorParams, formatPath, reportError } from "../interpreter/report.ts";
import { findTagged } from "../interpreter/tags.ts";
import { isJsonArray, type JsonValue } from "../json.ts";
import { findTags } from "./discriminator.ts";
import type { Site } from "./keyword.ts";

/** Is it a list with something in it? */
export function acceptsSchemas(value: JsonValue): boolean {
  return isJsonArray(value) && value.length > 0;
}

/** The nodes of the branches, in order. */
export function findBranches(site: Site, keyword: string): readonly SchemaNode[] {
  return isJsonArray(site.value)
    ? site.value.map((_, index) => site.findSubschema(keyword, String(index)))
    : [];
}

/** The tables of the branches as a list. */
export function printSchemas(table: TableWriter, branches: readonly SchemaNode[]): string {
  return `[${branches.map(table.schema).join(", ")}]`;
}

/** The indices of the branches that an instance meets; at most `count` of them are looked for. */
export function findMet(
  site: Site,
  branches: readonly SchemaNode[],
  instance: unknown,
  limit: { readonly at: Evaluation; readonly count: number },
): readonly number[] {
  const met: number[] = [];
  for (const [index, branch] of branches.entries()) {
    // A record holds every branch.
    if (limit.at.trace === undefined && met.length >= limit.count) break;
    if (site.interpreter.meets(branch, instance, limit.at)) met.push(index);
  }
  return met;
}

/** Reports that no branch is met: the errors of the one that its `discriminator` names or the nearest, then the keyword's own. */
export function reportNoneMet(
  site: Site,
  branches: readonly SchemaNode[],
  instance: unknown,
  at: Evaluation & { readonly keyword: string; readonly params: ErrorParams },
): false {
  if (at.errors === undefined) return false;
  const attempts = branches.map((branch) => site.interpreter.attempt(branch, instance, at));
  const tagged = findTagged(findTags(site, branches), instance);
  const nearest = attempts[tagged ?? findNearest(attempts, formatPath(at.path))];
  if (nearest !== undefined) for (const error of nearest) at.errors.push(error);
  return reportError(at, at.keyword, site.location, at.params);
}
