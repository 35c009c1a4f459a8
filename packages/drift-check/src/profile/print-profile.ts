import type { Family, Place, Profile } from "./profile.ts";
import type { Shape } from "./shape.ts";
import { addTypeCounts, type TypeCounts } from "./type-counts.ts";

/** The version of the profile files that this package writes and reads. */
export const profileVersion = 1;

/**
 * A profile as the text of a `.profile.json` file: sorted, so that equal profiles are equal bytes.
 *
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 * import { type Profile, printProfile } from "@truespec/drift-check";
 *
 * declare const profile: Profile;
 * await writeFile("week.profile.json", printProfile(profile));
 * ```
 */
export function printProfile(profile: Profile): string {
  const lines = {
    version: profileVersion,
    description: profile.description,
    exchanges: profile.exchanges,
    matched: profile.matched,
    truncated: profile.truncated,
    problems: profile.problems,
    exchangeCounts: sortedEntries(profile.exchangeCounts),
    places: sortedEntries(profile.places).map(([key, place]) => [key, plainPlace(place)]),
    families: sortedEntries(profile.families).map(([, family]) => plainFamily(family)),
  };
  return `${JSON.stringify(lines, undefined, 1)}\n`;
}

function plainPlace({ types, extendedObjects }: Place): unknown {
  return { types: plainTypes(types), extendedObjects };
}

function plainFamily(family: Family): unknown {
  const members = sortedEntries(family.members).map(([name, deviation]) => [
    name,
    { ...deviation, shape: deviation.shape && plainShape(deviation.shape) },
  ]);
  return { ...family, members };
}

/** Member by member: shapes are made in several ways, and not all in the same order. */
function plainShape(shape: Shape): unknown {
  const { types, strings, stringFacts, properties, items, truncated } = shape;
  return {
    types: plainTypes(types),
    strings: { counts: sortedEntries(strings.counts), truncated: strings.truncated },
    stringFacts,
    properties: sortedEntries(properties).map(([name, value]) => [name, plainShape(value)]),
    items: items && plainShape(items),
    truncated,
  };
}

/** Types in alphabetical order. */
function plainTypes(types: TypeCounts): TypeCounts {
  return addTypeCounts(types, {});
}

function sortedEntries<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}
