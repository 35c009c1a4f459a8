import type { Place } from "./place.ts";
import type { Family, Profile } from "./profile.ts";
import type { Shape } from "./shape.ts";
import { addTypeCounts, type TypeCounts } from "./type-counts.ts";

/** The version of the profile files that this package writes and reads. */
export const profileVersion = 1;

/**
 * A profile as the text of a `.profile.json` file: sorted, so that equal profiles are equal
 * bytes; one place or family a line.
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
  const { description, salt, exchanges, matched, truncated } = profile;
  const head = { version: profileVersion, description, salt, exchanges, matched, truncated };
  const lists: readonly (readonly [string, readonly unknown[]])[] = [
    ["problems", profile.problems],
    ["exchangeCounts", sortedEntries(profile.exchangeCounts)],
    ["places", sortedEntries(profile.places).map(([key, place]) => [key, plainPlace(place)])],
    ["families", sortedEntries(profile.families).map(([, family]) => plainFamily(family))],
  ];
  const fields = Object.entries(head).map(([name, value]) =>
    printField(name, JSON.stringify(value)),
  );
  const longFields = lists.map(([name, list]) => printField(name, printList(list)));
  return `{\n${[...fields, ...longFields].join(",\n")}\n}\n`;
}

function printField(name: string, text: string): string {
  return `${JSON.stringify(name)}: ${text}`;
}

/** One item a line: a difference of two profiles then reads as what changed. */
function printList(list: readonly unknown[]): string {
  return list.length === 0 ? "[]" : `[\n${list.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}

function plainPlace({ types, extendedObjects, numbers, lengths, listed }: Place): unknown {
  const values = listed.size === 0 ? undefined : sortedEntries(listed);
  return { types: plainTypes(types), extendedObjects, numbers, lengths, listed: values };
}

function plainFamily(family: Family): unknown {
  const members = sortedEntries(family.members).map(([name, deviation]) => [
    name,
    { ...deviation, shape: deviation.shape && plainShape(deviation.shape) },
  ]);
  const { kind, location, n, truncated } = family;
  return { kind, subject: plainSubject(family), location, n, truncated, members };
}

function plainSubject({ subject }: Family): unknown {
  const { operation, direction, status, mediaType } = subject;
  return { operation, direction, status, mediaType };
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
