import type { Description } from "@truespec/openapi";
import { camelCase } from "@truespec/openapi/names";
import { findAt, members } from "../types/prepare/pointer.ts";
import type { NameAllocator } from "./allocate.ts";
import { capitalize, toIdentifier } from "./identifier.ts";

/** What the names of components that are no schemas end in, by their member of `components`. */
const suffixes = [
  ["responses", "Response"],
  ["parameters", "Parameter"],
  ["requestBodies", "RequestBody"],
  ["headers", "Header"],
] as const;

/** The members of `components` beside the schemas that types are made of. */
export type ComponentKind = (typeof suffixes)[number][0];

/** By member of `components`, then by name as written. */
export type ComponentNames = ReadonlyMap<ComponentKind, ReadonlyMap<string, string>>;

/** Names for the components that are no schemas: `not_found` among the responses is `NotFoundResponse`. */
export function nameComponents(
  { document }: Description,
  { allocate }: NameAllocator,
): ComponentNames {
  return new Map(
    suffixes.map(([kind, suffix]) => {
      const written = members(findAt(document, ["components", kind])).map(([name]) => name);
      const given = new Map(written.map((name) => [name, allocate(wish(name, suffix))]));
      return [kind, given] as const;
    }),
  );
}

/** A name that says what it is already says it once. */
function wish(name: string, suffix: string): string {
  const identifier = capitalize(toIdentifier(camelCase(name) ?? name));
  return identifier.endsWith(suffix) ? identifier : `${identifier}${suffix}`;
}
