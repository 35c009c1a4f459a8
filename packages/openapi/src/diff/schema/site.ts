import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";

/** A schema and where it stands in its composed document. */
export interface SchemaSite {
  readonly pointer: string;
  /** What is no schema reads as `true`. */
  readonly schema: JsonValue;
}

/** Schemas that hold together: an instance meets all of them; with none it meets any. */
export type SchemaSites = readonly SchemaSite[];

/** The site of a subschema. */
export function siteBelow(
  { pointer }: SchemaSite,
  schema: JsonValue,
  ...keys: readonly (string | number)[]
): SchemaSite {
  return { pointer: appendKey(pointer, ...keys), schema };
}

/** The schema `false` at a place. */
export function neverAt(pointer: string): SchemaSite {
  return { pointer, schema: false };
}

/** Whether a site excludes everything. */
export function isNever({ schema }: SchemaSite): boolean {
  return schema === false;
}

/** Whether a site excludes nothing, as far as can be seen at once. */
export function isFree({ schema }: SchemaSite): boolean {
  return !isJsonObject(schema) ? schema !== false : Object.keys(schema).length === 0;
}

/** A name for what sites demand together, unique in one document. */
export function keyOf(sites: SchemaSites): string {
  const [first] = sites;
  if (sites.length === 1 && first !== undefined) return keyOfSite(first);
  return [...new Set(sites.map(keyOfSite))].sort().join("\n");
}

function keyOfSite(site: SchemaSite): string {
  return isNever(site) ? `!${site.pointer}` : site.pointer;
}
