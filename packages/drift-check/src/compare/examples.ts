import { type JsonObject, type JsonValue, resolvePointer } from "@truespec/json-schema";
import { findMember, isJsonObject } from "@truespec/json-schema/json";
import { type Description, type MediaType, type Operation, resolveObject } from "@truespec/openapi";
import { fieldLocation } from "../observe/location.ts";
import type { Profile, Subject } from "../profile/profile.ts";
import { isJsonMediaType } from "../read/media-type.ts";
import { describedPlaces } from "./described-places.ts";
import { anyFieldsOf, fieldsOf, unfold } from "./unfold.ts";

/** Where a value may stand: what of, and where in it. */
export interface Site {
  readonly subject: Subject;
  readonly location: string;
}

/** The examples that one object of the description holds, whatever leads to it. */
export interface Examples {
  /** The first place that leads there, in the order of the description. */
  readonly site: Site;
  readonly values: readonly JsonValue[];
  readonly schemaPointer: string;
  /** All places that values of the schema were seen at, and the first. */
  readonly sites: readonly Site[];
}

/** An object that may hold examples: a parameter, a header, a media type or a schema. */
interface Holder {
  readonly site: Site;
  readonly pointer: string;
  readonly schemaPointer: string;
}

/**
 * The examples of parameters, headers, JSON bodies and of all schemas that they lead to: each once, at the first place
 * that leads to it, so that what is wrong in a shared component is one fact.
 */
export function collectExamples(description: Description, profile: Profile): readonly Examples[] {
  const { document } = description;
  const seen = sitesOfSchemas(description, profile);
  const holders = description.operations.flatMap(holdersOf);
  return [...onceEach(holders), ...schemasBelow(document, holders)].flatMap((holder) => {
    const values = valuesOf(document, resolvePointer(document, holder.pointer));
    const sites = [holder.site, ...(seen.get(holder.pointer) ?? [])];
    return values.length === 0
      ? []
      : [{ site: holder.site, values, schemaPointer: holder.schemaPointer, sites }];
  });
}

function holdersOf({ label, parameters, requestBody, responses }: Operation): readonly Holder[] {
  const request = { operation: label, direction: "request", status: null } as const;
  return [
    ...parameters.flatMap(({ in: kind, name, ...parameter }) => {
      const location = fieldLocation(fieldLocation("", kind), name);
      return holderOf({ subject: { ...request, mediaType: null }, location }, parameter);
    }),
    ...(requestBody?.content ?? []).flatMap((media) => bodyOf(request, media)),
    ...responses.flatMap(({ status, content, headers }) => {
      const response = { operation: label, direction: "response", status } as const;
      return [
        ...headers.flatMap(({ name, ...header }) => {
          const location = fieldLocation("/header", name.toLowerCase());
          return holderOf({ subject: { ...response, mediaType: null }, location }, header);
        }),
        ...content.flatMap((media) => bodyOf(response, media)),
      ];
    }),
  ];
}

function bodyOf(subject: Omit<Subject, "mediaType">, media: MediaType): readonly Holder[] {
  const { mediaType } = media;
  if (!isJsonMediaType(mediaType)) return [];
  return holderOf({ subject: { ...subject, mediaType }, location: "" }, media);
}

function holderOf(
  site: Site,
  { pointer, schemaPointer }: Pick<MediaType, "pointer" | "schemaPointer">,
): readonly Holder[] {
  return schemaPointer === undefined ? [] : [{ site, pointer, schemaPointer }];
}

function onceEach(holders: readonly Holder[]): Iterable<Holder> {
  const first = new Map<string, Holder>();
  for (const holder of holders) {
    if (!first.has(holder.pointer)) first.set(holder.pointer, holder);
  }
  return first.values();
}

/** All schemas that holders lead to, each once: the nearest to each holder first. */
function* schemasBelow(document: JsonObject, holders: readonly Holder[]): Iterable<Holder> {
  const seen = new Set<string>();
  for (const { site, schemaPointer } of holders) {
    const queue: { readonly site: Site; readonly pointers: readonly string[] }[] = [
      { site, pointers: [schemaPointer] },
    ];
    for (const next of queue) {
      const { subject, location } = next.site;
      const schemas = unfold(document, next.pointers).filter(({ pointer }) => !seen.has(pointer));
      for (const { pointer } of schemas) {
        seen.add(pointer);
        yield { site: next.site, pointer, schemaPointer: pointer };
      }
      for (const [name, pointers] of fieldsOf(schemas)) {
        queue.push({ site: { subject, location: fieldLocation(location, name) }, pointers });
      }
      const items = anyFieldsOf(schemas);
      if (items.length > 0) {
        const below = fieldLocation(location, undefined);
        queue.push({ site: { subject, location: below }, pointers: items });
      }
    }
  }
}

function sitesOfSchemas(
  description: Description,
  profile: Profile,
): ReadonlyMap<string, readonly Site[]> {
  const sites = new Map<string, Site[]>();
  for (const { subject, location, schemas } of describedPlaces(description, profile)) {
    for (const { pointer } of schemas) {
      const known = sites.get(pointer);
      if (known === undefined) sites.set(pointer, [{ subject, location }]);
      else known.push({ subject, location });
    }
  }
  return sites;
}

/** `example`, then each value of `examples`: a list in schemas, a map of Example Objects elsewhere. */
function valuesOf(document: JsonObject, holder: JsonValue | undefined): readonly JsonValue[] {
  if (!isJsonObject(holder)) return [];
  const { example, examples } = holder;
  const listed = Array.isArray(examples) ? examples : [];
  const named = isJsonObject(examples) ? Object.values(examples) : [];
  const values = named.flatMap((written) => namedValue(document, written));
  return [...(example === undefined ? [] : [example]), ...listed, ...values];
}

function namedValue(document: JsonObject, written: JsonValue): readonly JsonValue[] {
  const named = resolveObject(document, written, "")?.value;
  const value = findMember(named, "value") ?? findMember(named, "dataValue");
  return value === undefined ? [] : [value];
}
