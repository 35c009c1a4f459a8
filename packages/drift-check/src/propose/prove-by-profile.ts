import {
  createValidator,
  type JsonObject,
  type JsonValue,
  openSchemas,
  resolvePointer,
  type SchemaDocument,
} from "@truespec/json-schema";
import { isJsonObject } from "@truespec/json-schema/json";
import { appendKey, type Description } from "@truespec/openapi";
import { type DescribedPlace, describedPlaces } from "../compare/described-places.ts";
import { type Profile, placeKey } from "../profile/profile.ts";
import type { Shape } from "../profile/shape.ts";
import { typesIn } from "../profile/type-counts.ts";
import type { Edit } from "./edit.ts";
import { isCut, keepsStrings, witnessesOf } from "./witnesses.ts";

/** An edit that a profile does not prove, and why. */
export interface Unproved {
  readonly fingerprint: string;
  readonly reason: string;
}

/** Pointers are kept up to so many. */
const mostPointers = 8;

/** By type: keywords that would be held against values which a profile does not keep. */
const beyondProfiles: { readonly [type: string]: readonly string[] } = {
  string: ["pattern", "format", "minLength", "maxLength", "enum", "const"],
  integer: ["multipleOf", "enum", "const"],
  number: ["multipleOf", "enum", "const"],
  array: [
    ...["items", "prefixItems", "unevaluatedItems", "contains", "minItems", "maxItems"],
    ...["uniqueItems", "enum", "const"],
  ],
  object: [
    ...["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"],
    ...["required", "minProperties", "maxProperties", "propertyNames", "dependentSchemas"],
    ...["dependentRequired", "enum", "const"],
  ],
};

/** Whatever the type: what they say depends on the values as a whole. */
const whole: readonly string[] = ["not", "if", "oneOf"];

/**
 * Holds edits against what a profile remembers in place of the exchanges: each value that it keeps, the extremes of
 * numbers, and a value for each shape have to be valid once the edits are made. What would need values that no profile
 * keeps is not proved.
 *
 * @param description with the edits made
 */
export function proveByProfile(
  description: Description,
  profile: Profile,
  edits: readonly Edit[],
): readonly Unproved[] {
  const places = new Map(
    [...describedPlaces(description, profile)].map((place) => [
      placeKey(place.subject, place.location),
      place,
    ]),
  );
  const bench: Bench = { description, places, schemas: openSchemas(description.document) };
  return edits.flatMap((edit) => {
    const reason = findGap(bench, edit);
    return reason === undefined ? [] : [{ fingerprint: edit.fingerprint, reason }];
  });
}

interface Bench {
  readonly description: Description;
  readonly places: ReadonlyMap<string, DescribedPlace>;
  readonly schemas: SchemaDocument;
}

/** What is left unproved of an edit; undefined where nothing is. */
function findGap(bench: Bench, edit: Edit): string | undefined {
  const { change, target, remembered } = edit;
  if (remembered.isCut) return "the profile did not keep all of what was seen there";
  if (remembered.schemaPointers.length >= mostPointers)
    return "the profile did not keep all the schemas that speak about it";
  switch (change.kind) {
    case "property":
      return (
        findForbidding(bench, edit, change.name) ??
        findUnfit(bench, [appendKey(`${target.pointer}/properties`, change.name)], remembered.shape)
      );
    case "map":
      return findUnfit(bench, [`${target.pointer}/additionalProperties`], remembered.shape);
    case "members":
      return findUnfit(bench, schemasOf(bench, edit), remembered.shape);
    case "enum":
      return findRefused(bench, rootsOf(bench, edit), change.values);
    case "types":
      return findUntold(bench, edit);
    case "open-enum":
    case "drop":
    case "optional":
      // What was violated is no longer asserted, and nothing else was violated there.
      return undefined;
  }
}

/** A part of the same object's schema that is closed, and does not know the field. */
function findForbidding({ places }: Bench, edit: Edit, name: string): string | undefined {
  const { schemas = [] } = places.get(edit.remembered.placeKey) ?? {};
  const isClosed = schemas.some(({ pointer, schema }) => {
    const properties = schema["properties"];
    const knows = isJsonObject(properties) && Object.hasOwn(properties, name);
    return pointer !== edit.target.pointer && schema["additionalProperties"] === false && !knows;
  });
  return isClosed ? "another part of the schema forbids the field" : undefined;
}

/** Whether what stands for the shape is refused by one of the schemas. */
function findUnfit(
  bench: Bench,
  pointers: readonly string[],
  shape: Shape | undefined,
): string | undefined {
  if (shape === undefined) return undefined;
  if (isCut(shape)) return "the profile did not keep all of what was seen there";
  return findRefused(bench, pointers, witnessesOf(shape));
}

function findRefused(
  { schemas }: Bench,
  pointers: readonly string[],
  values: readonly JsonValue[],
): string | undefined {
  for (const pointer of pointers) {
    if (schemas.find(pointer) === undefined) return "the overlay was tried, and did not reach it";
    const validate = createValidator(schemas, pointer, { formats: "assert" });
    if (!values.every((value) => validate(value).valid))
      return "the overlay was tried, and does not fit what the profile remembers";
  }
  return undefined;
}

/** Types that are newly allowed meet whatever else the schemas of the place say. */
function findUntold(bench: Bench, edit: Edit): string | undefined {
  const { shape, numbers, placeKey: key } = edit.remembered;
  const place = bench.places.get(key);
  if (place === undefined) return "the profile does not tell which schemas speak about it";
  if (shape === undefined) return findRefused(bench, place.roots, [null]);
  if (isCut(shape)) return "the profile did not keep all of what was seen there";
  const keyword = typesIn(shape.types).flatMap((type) => {
    const isKept = type === "string" && keepsStrings(shape);
    return [...whole, ...(isKept ? [] : (beyondProfiles[type] ?? []))].filter((name) =>
      place.schemas.some(({ schema }) => Object.hasOwn(schema, name)),
    );
  })[0];
  if (keyword !== undefined)
    return `the profile does not hold the values that \`${keyword}\` would be held against: check the exchanges themselves`;
  return findRefused(bench, place.roots, witnessesOf(shape, numbers));
}

function rootsOf({ places }: Bench, { remembered, target }: Edit): readonly string[] {
  return places.get(remembered.placeKey)?.roots ?? [target.pointer];
}

/** The schemas among new members of a responses object or a response. */
function schemasOf({ description }: Bench, { target, change }: Edit): readonly string[] {
  if (change.kind !== "members") return [];
  return Object.entries(change.members).flatMap(([name, member]) =>
    schemasBelow(description.document, appendKey(target.pointer, name), member),
  );
}

function schemasBelow(document: JsonObject, pointer: string, member: JsonValue): readonly string[] {
  if (!isJsonObject(member)) return [];
  return Object.entries(member).flatMap(([name, value]) => {
    const at = appendKey(pointer, name);
    if (name !== "schema") return schemasBelow(document, at, value);
    return resolvePointer(document, at) === undefined ? [] : [at];
  });
}
