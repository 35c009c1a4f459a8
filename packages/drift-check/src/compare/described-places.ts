import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { resolvePointer } from "@truespec/json-schema";
import { appendKey, type Description } from "@truespec/openapi";
import { fieldLocation } from "../observe/location.ts";
import type { Place } from "../profile/place.ts";
import { type Profile, placeKey, type Subject } from "../profile/profile.ts";
import { isJsonObject } from "../read/json-object.ts";
import { decodeLoosely } from "../read/secrets.ts";

/** A schema and where it stands in the composed description. */
export interface DescribedSchema {
  readonly pointer: string;
  readonly schema: JsonObject;
}

/** A place of response bodies that was looked at, and all schemas that may describe it. */
export interface DescribedPlace {
  readonly subject: Subject;
  readonly location: string;
  readonly place: Place;
  /** Pointers of the schemas that every value there has to meet. */
  readonly roots: readonly string[];
  /** Those, and all that stand in them and speak of the same value. */
  readonly schemas: readonly DescribedSchema[];
  /** Named fields of an object there, with the pointers of their schemas. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/**
 * The places of response bodies that a profile saw, beside what the description says of them: every branch of `allOf`,
 * `anyOf`, `oneOf` and of conditions counts. What was never reached is not walked, so that cycles end.
 */
export function* describedPlaces(
  description: Description,
  profile: Profile,
): Iterable<DescribedPlace> {
  for (const { label, responses } of description.operations) {
    for (const { status, content } of responses) {
      for (const { mediaType, schemaPointer } of content) {
        if (schemaPointer === undefined) continue;
        const subject: Subject = { operation: label, direction: "response", status, mediaType };
        yield* placesBelow({ description, profile, subject }, "", [schemaPointer]);
      }
    }
  }
}

interface Walk {
  readonly description: Description;
  readonly profile: Profile;
  readonly subject: Subject;
}

function* placesBelow(
  walk: Walk,
  location: string,
  pointers: readonly string[],
): Iterable<DescribedPlace> {
  const { description, profile, subject } = walk;
  const place = profile.places.get(placeKey(subject, location));
  if (place === undefined) return;
  const schemas = unfold(description.document, pointers);
  const fields = fieldsOf(schemas);
  yield { subject, location, place, roots: pointers, schemas, fields };
  for (const [name, below] of fields)
    yield* placesBelow(walk, fieldLocation(location, name), below);
  const anyBelow = anyFieldsOf(schemas);
  if (anyBelow.length > 0) yield* placesBelow(walk, fieldLocation(location, undefined), anyBelow);
}

/** The schemas that may apply in place, each once. */
function unfold(document: JsonObject, pointers: readonly string[]): readonly DescribedSchema[] {
  const seen = new Set<string>();
  const schemas: DescribedSchema[] = [];
  const queue = [...pointers];
  for (let pointer = queue.shift(); pointer !== undefined; pointer = queue.shift()) {
    if (seen.has(pointer)) continue;
    seen.add(pointer);
    const schema = resolvePointer(document, pointer);
    if (!isJsonObject(schema)) continue;
    schemas.push({ pointer, schema });
    queue.push(...inPlace({ pointer, schema }));
  }
  return schemas;
}

function inPlace({ pointer, schema }: DescribedSchema): readonly string[] {
  const { $ref } = schema;
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const list = schema[keyword];
    return Array.isArray(list) ? list.map((_, index) => `${pointer}/${keyword}/${index}`) : [];
  });
  const branches = ["then", "else"].filter((keyword) => Object.hasOwn(schema, keyword));
  return [
    ...(typeof $ref === "string" && $ref.startsWith("#") ? [decodeLoosely($ref.slice(1))] : []),
    ...lists,
    ...branches.map((keyword) => `${pointer}/${keyword}`),
  ];
}

function fieldsOf(schemas: readonly DescribedSchema[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const { pointer, schema } of schemas) {
    const { properties } = schema;
    if (!isJsonObject(properties)) continue;
    for (const [name, field] of Object.entries(properties)) {
      if (field === false) continue;
      const at = appendKey(`${pointer}/properties`, name);
      fields.set(name, [...(fields.get(name) ?? []), at]);
    }
  }
  return fields;
}

/** The schemas of items and of fields without a name of their own. */
function anyFieldsOf(schemas: readonly DescribedSchema[]): readonly string[] {
  return schemas.flatMap(({ pointer, schema }) => [
    ...["items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems"]
      .filter((keyword) => isJsonObject(schema[keyword]))
      .map((keyword) => `${pointer}/${keyword}`),
    ...keysOf(schema["prefixItems"]).map((key) => `${pointer}/prefixItems/${key}`),
    ...keysOf(schema["patternProperties"]).map((key) =>
      appendKey(`${pointer}/patternProperties`, key),
    ),
  ]);
}

function keysOf(value: JsonValue | undefined): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
