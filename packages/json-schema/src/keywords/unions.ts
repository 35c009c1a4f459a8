/**
 * How the errors of `anyOf` and `oneOf` are listed: by the branch that was meant.
 */
import type { Check, TableWriter } from "../compiler/table-writer.ts";
import type { Tags } from "../interpreter/tags.ts";
import { findBranches } from "./branches.ts";
import { findTags } from "./discriminator.ts";
import type { Site } from "./keyword.ts";

/** A keyword with branches of which one, or at least one, has to be met. */
export type UnionKeyword = "anyOf" | "oneOf";

/** Writes the keyword's entry: by its tags where it has any, or by its one branch beside `null`. */
export function tabulateUnion(site: Site, table: TableWriter, keyword: UnionKeyword): void {
  const branches = findBranches(site, keyword);
  const [option, ...others] = branches.map(table.asking);
  table.mayReport(keyword);
  // What was meant beside `null` alone is known, unless it could be null itself.
  const isOption = others.join() === '"null"' && table.areDisjoint(branches);
  const tags = findTags(site, branches);
  const schemas = `[${[option, ...others].join(", ")}]`;
  if (option !== undefined && isOption) table.add(checkOption(keyword), option);
  else if (tags === undefined) table.add(checkUnion(keyword), schemas);
  else table.add(checkTagged(keyword), `[${schemas}, ${printFindTag(table, tags)}]`);
}

/** A function of a value: which branch does its tag name? */
function printFindTag({ module }: TableWriter, { property, branches }: Tags): string {
  const { use, literal } = module;
  const entries = literal(branches.map((branch) => [...branch]));
  return `(value) => ${use("findTagged")}(value, ${literal(property)}, ${entries})`;
}

/** Such a union has no other errors than those of its one branch. */
function checkOption(keyword: UnionKeyword): Check {
  const name = nameOf(keyword, "Option");
  return {
    name,
    needs: ["meets", "run", "fail"],
    text: `function ${name}(schema, value, place) {
  if (value === null || meets(schema, value, place, true)) return;
  run(schema, value, place.at + "/${keyword}/0", place.path, place);
  fail(place, "${keyword}", {});
}`,
  };
}

function checkUnion(keyword: UnionKeyword): Check {
  const name = nameOf(keyword, "");
  return {
    name,
    needs: ["meets", "failAsNearest", "fail"],
    text: `function ${name}(schemas, value, place) {
${printAnswer(keyword, "schemas")}
}`,
  };
}

/** Where a tag names a branch, no other is looked at: an array of one at its index. */
function checkTagged(keyword: UnionKeyword): Check {
  const name = nameOf(keyword, "Tagged");
  return {
    name,
    needs: ["meets", "failAsNearest", "fail"],
    text: `function ${name}([schemas, findTag], value, place) {
  const tag = findTag(value);
  const named = tag === undefined ? schemas : Object.assign([], { [tag]: schemas[tag] });
${printAnswer(keyword, "named")}
}`,
  };
}

function nameOf(keyword: UnionKeyword, kind: string): string {
  return `check${kind}${keyword === "anyOf" ? "AnyOf" : "OneOf"}`;
}

/** Statements that count the branches which are met; of those in a variable the nearest was meant. */
function printAnswer(keyword: UnionKeyword, meant: string): string {
  if (keyword === "anyOf") {
    return `  if (!schemas.some((schema) => meets(schema, value, place, true))) failAsNearest(${meant}, value, place, "anyOf");`;
  }
  return `  const matched = [];
  schemas.forEach((schema, index) => {
    if (matched.length < 2 && meets(schema, value, place, true)) matched.push(index);
  });
  if (matched.length === 0) failAsNearest(${meant}, value, place, "oneOf");
  if (matched.length > 1) fail(place, "oneOf", { matched });`;
}
