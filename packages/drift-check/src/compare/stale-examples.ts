import {
  createValidator,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  openSchemas,
  type SchemaDocument,
} from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import { fieldLocation } from "../observe/location.ts";
import { type Profile, placeKey } from "../profile/profile.ts";
import { addTypeCounts, type TypeCounts, totalOf, typeOf } from "../profile/type-counts.ts";
import { collectExamples, type Examples, type Site } from "./examples.ts";
import type { Finding } from "./finding.ts";
import { fingerprintOf } from "./identity.ts";
import type { Policy } from "./policy.ts";
import { silentFinding } from "./silent-finding.ts";

/** Against less the example may as well be right. */
const leastEvidence = 100;
const maxDepth = 50;

/** The examples of one place: how many there are, and what is wrong with some of them. */
interface PlaceExamples {
  readonly site: Site;
  readonly schemaPointer: string;
  total: number;
  faulty: number;
  /** The first fault. */
  message: string | undefined;
}

/**
 * Examples of bodies, parameters, headers and schemas that do not fit their own schemas, or show what a profile with
 * evidence enough never saw: one finding for each place, `n` of its `total` examples.
 */
export function findStaleExamples(
  description: Description,
  profile: Profile,
  policy: Policy,
): readonly Finding[] {
  const places = new Map<string, PlaceExamples>();
  const document = openSchemas(description.document);
  for (const examples of collectExamples(description, profile)) {
    const { site, schemaPointer, values } = examples;
    const key = fingerprintOf({ kind: "stale-example", ...site, member: undefined });
    const place = places.get(key) ?? {
      site,
      schemaPointer,
      total: 0,
      faulty: 0,
      message: undefined,
    };
    places.set(key, place);
    const faults = faultsOf(document, profile, examples);
    place.total += values.length;
    place.faulty += faults.length;
    place.message ??= faults[0];
  }
  return [...places.values()].flatMap(({ site, schemaPointer, total, faulty, message }) => {
    if (message === undefined) return [];
    const found = { kind: "stale-example", n: faulty, total, values: null } as const;
    return [
      silentFinding({ ...found, ...site, schemaPointer, member: undefined, message }, policy),
    ];
  });
}

function faultsOf(
  document: SchemaDocument,
  profile: Profile,
  { values, schemaPointer, sites }: Examples,
): readonly string[] {
  const validate =
    document.find(schemaPointer) === undefined
      ? undefined
      : createValidator(document, schemaPointer, { formats: "assert" });
  return values.flatMap((value) => {
    const result = validate?.(value);
    const spot = { value, below: "", pointer: "", depth: 0 };
    const shown = () => findContradiction(profile, sites, spot);
    const fault = result === undefined || result.valid ? shown() : misfitOf(result.errors.at(0));
    return fault === undefined ? [] : [fault];
  });
}

function misfitOf(
  error: { readonly instanceLocation: string; readonly keyword: string } | undefined,
): string {
  return error === undefined
    ? "The example does not fit its own schema."
    : `The example does not fit its own schema${at(error.instanceLocation)}: it breaks ${error.keyword}.`;
}

/** A place inside an example. */
interface Spot {
  readonly value: JsonValue;
  /** As a pattern. */
  readonly below: string;
  readonly pointer: string;
  readonly depth: number;
}

/** The first place of an example whose type was never seen there, wherever the example holds. */
function findContradiction(
  profile: Profile,
  sites: readonly Site[],
  { value, below, pointer, depth }: Spot,
): string | undefined {
  const types = typesAt(profile, sites, below);
  const total = totalOf(types);
  if (total === 0 || depth > maxDepth) return undefined;
  const type = typeOf(value);
  const isSeen = (types[type] ?? 0) > 0 || (type === "integer" && "number" in types);
  if (!isSeen) {
    return total < leastEvidence
      ? undefined
      : `The example shows ${type}${at(pointer)}, never seen in ${total} values.`;
  }
  const fields: JsonArray | JsonObject = typeof value === "object" && value !== null ? value : {};
  for (const [name, field] of Object.entries(fields)) {
    const found = findContradiction(profile, sites, {
      ...{ value: field, pointer: fieldLocation(pointer, name), depth: depth + 1 },
      below: fieldLocation(below, Array.isArray(value) ? undefined : name),
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

function typesAt(profile: Profile, sites: readonly Site[], below: string): TypeCounts {
  const keys = new Set(sites.map(({ subject, location }) => placeKey(subject, location + below)));
  let types: TypeCounts = {};
  for (const key of keys) types = addTypeCounts(types, profile.places.get(key)?.types ?? {});
  return types;
}

function at(pointer: string): string {
  return pointer === "" ? "" : ` at ${pointer}`;
}
