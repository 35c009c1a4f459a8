import { findMember, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { arrayMember, objectMember } from "../../json/json-value.ts";
import { type SchemaSite, siteBelow } from "./site.ts";

/** What one schema says of an object's members. */
export interface ObjectFacet {
  readonly pointer: string;
  readonly properties: ReadonlyMap<string, SchemaSite>;
  readonly patterns: ReadonlyMap<string, SchemaSite>;
  /** Of all other members; undefined where nothing is said of them. */
  readonly rest: SchemaSite | undefined;
}

/** What one schema says of an array's items. */
export interface ArrayFacet {
  readonly pointer: string;
  readonly prefix: readonly SchemaSite[];
  /** Of all items after the prefix; undefined where nothing is said of them. */
  readonly rest: SchemaSite | undefined;
}

/** Reads `properties`, `patternProperties` and `additionalProperties`; undefined where none stands. */
export function readObjectFacet(site: SchemaSite, schema: JsonObject): ObjectFacet | undefined {
  const properties = readSites(site, schema, "properties");
  const patterns = readSites(site, schema, "patternProperties");
  const rest = readSite(site, schema, "additionalProperties");
  if (properties.size === 0 && patterns.size === 0 && rest === undefined) return undefined;
  return { pointer: site.pointer, properties, patterns, rest };
}

/** Reads `prefixItems` and `items`; undefined where neither stands. */
export function readArrayFacet(site: SchemaSite, schema: JsonObject): ArrayFacet | undefined {
  const prefix = arrayMember(schema, "prefixItems").map((item, index) =>
    siteBelow(site, item, "prefixItems", index),
  );
  const rest = readSite(site, schema, "items");
  if (prefix.length === 0 && rest === undefined) return undefined;
  return { pointer: site.pointer, prefix, rest };
}

/** Both lists, each facet once: a schema that is reached on two ways says the same twice. */
export function joinFacets<T extends { readonly pointer: string }>(
  a: readonly T[],
  b: readonly T[],
): readonly T[] {
  if (a.length === 0) return b;
  return [...a, ...b.filter(({ pointer }) => !a.some((facet) => facet.pointer === pointer))];
}

/** The site of a subschema under a keyword; undefined where none stands. */
export function readSite(
  site: SchemaSite,
  schema: JsonObject,
  keyword: string,
): SchemaSite | undefined {
  const value: JsonValue | undefined = findMember(schema, keyword);
  return value === undefined ? undefined : siteBelow(site, value, keyword);
}

function readSites(
  site: SchemaSite,
  schema: JsonObject,
  keyword: string,
): ReadonlyMap<string, SchemaSite> {
  return new Map(
    Object.entries(objectMember(schema, keyword)).map(([key, value]) => [
      key,
      siteBelow(site, value, keyword, key),
    ]),
  );
}
