import type { JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { askMeant } from "../diagnostics/entry.ts";
import { findNearNames } from "../diagnostics/near-names.ts";
import { arrayMember, findString } from "../json/json-value.ts";
import { findRepeated, type ValueFault } from "./value-fault.ts";

/** Each tag's name and the name of the one that it is nested under. */
type Parents = ReadonlyMap<string, string | undefined>;

/**
 * Tags of one name, and tags that are nested under one that is not there or under themselves.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#tag-object
 */
export function checkTags(description: JsonObject): readonly ValueFault[] {
  const tags = arrayMember(description, "tags").map((tag) => ({
    name: findString(tag, "name"),
    parent: findString(tag, "parent"),
  }));
  const parents = new Map(
    tags.flatMap(({ name, parent }) => (name === undefined ? [] : [[name, parent]])),
  );
  const rings = findRings(parents);
  const nested = tags.flatMap(({ name, parent }, index) => {
    if (name === undefined || parent === undefined) return [];
    const found = rings.has(name) ? nestedInItself : findMissing(parent, parents);
    return found === undefined ? [] : [{ below: appendKey("/tags", index, "parent"), ...found }];
  });
  return [...findRepeated(description, "tags", "tag"), ...nested];
}

const nestedInItself = {
  what: "`parent`",
  why: "it leads back to the tag itself",
  mend: "Take away the `parent` of one tag of the ring.",
};

function findMissing(parent: string, parents: Parents): Omit<ValueFault, "below"> | undefined {
  if (parents.has(parent)) return undefined;
  const mend = askMeant(findNearNames(parent, parents.keys()), "Add it to `tags`.");
  return { what: "`parent`", why: `there is no tag ${JSON.stringify(parent)}`, mend };
}

/** One tag of each ring of parents. */
function findRings(parents: Parents): ReadonlySet<string> {
  const rings = new Set<string>();
  const known = new Set<string>();
  for (const name of parents.keys()) {
    const line = new Set<string>();
    let next: string | undefined = name;
    while (next !== undefined && !known.has(next)) {
      line.add(next);
      known.add(next);
      next = parents.get(next);
    }
    if (next !== undefined && line.has(next)) rings.add(next);
  }
  return rings;
}
