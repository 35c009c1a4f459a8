import { isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import {
  appendKey,
  localPointer,
  parsePointer,
  resolvePointer,
} from "@truespec/json-schema/json-pointer";
import { arrayMember, findString, objectMember } from "../../json/json-value.ts";
import { createHeirs, type Heirs } from "./heirs.ts";
import { propertyOf } from "./members.ts";
import { findReferenced } from "./reference.ts";
import type { SchemaReader } from "./schema-reader.ts";
import { type SchemaSite, type SchemaSites, siteBelow } from "./site.ts";

/** A schema that a discriminator chooses among others. */
export interface Choice {
  readonly site: SchemaSite;
  /** The values that choose it. */
  readonly values: readonly string[];
  /** It lists the values of the property itself: they are its own, whatever the discriminator says. */
  readonly isStated: boolean;
}

/**
 * What a discriminator says, as generated types have it: which values of its property choose which schema.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#discriminator-object
 */
export interface Discriminator {
  readonly pointer: string;
  readonly property: string;
  /** It stands beside `oneOf` or `anyOf`, which name all that it chooses among; else in a parent, whose heirs are open. */
  readonly isUnion: boolean;
  readonly choices: readonly Choice[];
  /** The pointer of what all other values choose. */
  readonly fallback: string | undefined;
}

/** The discriminators that judge the instance of some sites, by where they stand. */
export type DiscriminatorReader = (sites: SchemaSites) => readonly Discriminator[];

/** What the reading of one document shares. */
interface Source {
  readonly reader: SchemaReader;
  readonly heirs: Heirs;
}

/** Opens the discriminators of a document. Of those in a parent only what concerns the child counts. */
export function createDiscriminatorReader(reader: SchemaReader): DiscriminatorReader {
  const source = { reader, heirs: createHeirs(reader.document) };
  return (sites) =>
    listInPlace(reader.document, sites).flatMap(({ site, child }) => {
      const found = readDiscriminator(source, site);
      if (found === undefined || child === undefined || found.isUnion) return found ?? [];
      const kin = [child, ...source.heirs(child)];
      const choices = found.choices.filter((choice) => kin.includes(choice.site.pointer));
      return choices.length === 0 ? [] : [{ ...found, choices }];
    });
}

interface InPlace {
  readonly site: SchemaSite;
  /** The pointer of the schema that has this one among its parents. */
  readonly child: string | undefined;
}

/** All schemas that are applied to the same instance, each once. */
function listInPlace(document: JsonObject, sites: SchemaSites): readonly InPlace[] {
  const found = new Map<string, InPlace>();
  const pending: InPlace[] = sites.map((site) => ({ site, child: undefined }));
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const { site, child } = at;
    const { schema, pointer } = site;
    if (!isJsonObject(schema) || found.has(pointer)) continue;
    found.set(pointer, at);
    const target = findReferenced(document, schema);
    if (target !== undefined) pending.push({ site: target, child });
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const heir = keyword === "allOf" ? (child ?? pointer) : undefined;
      for (const [index, one] of arrayMember(schema, keyword).entries()) {
        pending.push({ site: siteBelow(site, one, keyword, index), child: heir });
      }
    }
  }
  return [...found.values()];
}

function readDiscriminator(source: Source, site: SchemaSite): Discriminator | undefined {
  const written = objectMember(site.schema, "discriminator");
  const property = findString(written, "propertyName");
  if (property === undefined) return undefined;
  const { reader, heirs } = source;
  const mapping = Object.entries(objectMember(written, "mapping")).flatMap(([value, target]) =>
    typeof target === "string" ? [{ value, pointer: pointerOf(target) }] : [],
  );
  const branches = ["oneOf", "anyOf"].flatMap((keyword) => arrayMember(site.schema, keyword));
  const isUnion = branches.length > 0;
  const chosen = isUnion
    ? branches.flatMap((branch) => localPointer(findString(branch, "$ref") ?? "") ?? [])
    : [...mapping.map(({ pointer }) => pointer), ...heirs(site.pointer)];
  const other = findString(written, "defaultMapping");
  const fallback = other === undefined ? undefined : pointerOf(other);
  const choices = [...new Set(chosen)].flatMap((pointer) => {
    const schema = resolvePointer(reader.document, pointer);
    if (schema === undefined) return [];
    const mapped = mapping.filter((one) => one.pointer === pointer).map(({ value }) => value);
    const isNamed = mapped.length > 0 || pointer === fallback;
    const named = isNamed ? mapped : [nameOf({ pointer, schema })];
    return [readChoice(reader, { pointer, schema }, { property, named })];
  });
  const pointer = appendKey(site.pointer, "discriminator");
  return { pointer, property, isUnion, choices, fallback };
}

/** A mapping names a schema by a reference, or a component by its name. */
function pointerOf(target: string): string {
  return localPointer(target) ?? appendKey("/components/schemas", target);
}

/** The value of a schema that no mapping names: its name, or what AutoRest lets it say itself. */
function nameOf({ pointer, schema }: SchemaSite): string {
  return findString(schema, "x-ms-discriminator-value") ?? parsePointer(pointer).at(-1) ?? "";
}

/** Values that a schema lists itself are narrowed by those that name it, where they have some in common. */
function readChoice(
  reader: SchemaReader,
  site: SchemaSite,
  { property, named }: { readonly property: string; readonly named: readonly string[] },
): Choice {
  const own = listValues(reader, site, property);
  if (own === undefined) return { site, values: named, isStated: false };
  const common = named.filter((value) => own.includes(value));
  return { site, values: common.length > 0 ? common : own, isStated: true };
}

/** The texts that a schema allows its property to be; undefined where it lists none. */
function listValues(
  { branches, reading }: SchemaReader,
  site: SchemaSite,
  property: string,
): readonly string[] | undefined {
  const listed = branches([site])
    .filter(({ type }) => type === "object")
    .flatMap((branch) => branches(propertyOf(branch, property, reading).sites))
    .map(({ type, values }) => (type === "string" ? values : undefined));
  if (listed.length === 0 || listed.includes(undefined)) return undefined;
  return listed.flatMap((values) => values?.filter((value) => typeof value === "string") ?? []);
}
