import {
  createValidator,
  type JsonValue,
  openSchemas,
  resolvePointer,
  type SchemaDocument,
} from "@truespec/json-schema";
import type { Description, MediaType, Operation } from "@truespec/openapi";
import { fieldLocation } from "../observe/location.ts";
import { type Profile, placeKey, type Subject } from "../profile/profile.ts";
import { totalOf, typeOf } from "../profile/type-counts.ts";
import { isJsonObject } from "../read/json-object.ts";
import { isJsonMediaType } from "../read/media-type.ts";
import { describedPlaces } from "./described-places.ts";
import type { Finding } from "./finding.ts";
import type { Policy } from "./policy.ts";
import { type Silent, silentFinding } from "./silent-finding.ts";

/** Against less the example may as well be right. */
const leastEvidence = 100;
const maxDepth = 50;

/** An example, what it is an example of, and its schema. */
interface Example {
  readonly subject: Subject;
  readonly location: string;
  /** Tells it from others of the same place: its name, its index, or nothing. */
  readonly name: string;
  readonly value: JsonValue;
  readonly schemaPointer: string;
}

/**
 * Examples of JSON bodies and parameters that do not fit their own schemas, or show what a profile with evidence enough
 * never saw. Examples of schemas are looked at where bodies reach them.
 */
export function findStaleExamples(
  description: Description,
  profile: Profile,
  policy: Policy,
): readonly Finding[] {
  const examples = [
    ...description.operations.flatMap((operation) => examplesOf(description, operation)),
    ...examplesOfSchemas(description, profile),
  ];
  if (examples.length === 0) return [];
  const document = openSchemas(description.document);
  return examples.flatMap((example) => {
    const message = findFault(document, example) ?? findContradiction(profile, example);
    if (message === undefined) return [];
    const { subject, location, name, schemaPointer } = example;
    const place = { subject, location, schemaPointer, member: name };
    const silent: Silent = {
      ...{ kind: "stale-example", n: 1, total: 1, values: null, message },
      ...place,
    };
    return [silentFinding(silent, policy)];
  });
}

function examplesOf(description: Description, operation: Operation): readonly Example[] {
  const { label, parameters, requestBody, responses } = operation;
  const request = { operation: label, direction: "request", status: null } as const;
  return [
    ...parameters.flatMap(({ in: kind, name, schemaPointer, examples }) =>
      schemaPointer === undefined
        ? []
        : examples.map((value, index) => ({
            ...{ subject: { ...request, mediaType: null }, name: String(index), value },
            ...{ location: fieldLocation(fieldLocation("", kind), name), schemaPointer },
          })),
    ),
    ...(requestBody?.content ?? []).flatMap((media) =>
      examplesOfMedia(description, request, media),
    ),
    ...responses.flatMap(({ status, content }) => {
      const subject = { operation: label, direction: "response", status } as const;
      return content.flatMap((media) => examplesOfMedia(description, subject, media));
    }),
  ];
}

function examplesOfMedia(
  { document }: Description,
  subject: Omit<Subject, "mediaType">,
  { mediaType, pointer, schemaPointer }: MediaType,
): readonly Example[] {
  const media = resolvePointer(document, pointer);
  if (!isJsonMediaType(mediaType) || schemaPointer === undefined || !isJsonObject(media)) return [];
  const { example, examples } = media;
  const named = isJsonObject(examples)
    ? Object.entries(examples).flatMap(([name, one]) =>
        isJsonObject(one) && one["value"] !== undefined ? [{ name, value: one["value"] }] : [],
      )
    : [];
  const all = example === undefined ? named : [{ name: "", value: example }, ...named];
  return all.map((one) => ({
    ...one,
    ...{ subject: { ...subject, mediaType }, location: "", schemaPointer },
  }));
}

function examplesOfSchemas(description: Description, profile: Profile): readonly Example[] {
  return [...describedPlaces(description, profile)].flatMap(({ subject, location, schemas }) =>
    schemas.flatMap(({ pointer, schema }) => {
      const { example, examples } = schema;
      const all = Array.isArray(examples) ? examples : example === undefined ? [] : [example];
      return all.map((value: JsonValue, index) => ({
        ...{ subject, location, name: String(index), value, schemaPointer: pointer },
      }));
    }),
  );
}

function findFault(
  document: SchemaDocument,
  { schemaPointer, value }: Example,
): string | undefined {
  if (document.find(schemaPointer) === undefined) return undefined;
  const result = createValidator(document, schemaPointer, { formats: "assert" })(value);
  if (result.valid) return undefined;
  const [error] = result.errors;
  return error === undefined
    ? "The example does not fit its own schema."
    : `The example does not fit its own schema${at(error.instanceLocation)}: it breaks ${error.keyword}.`;
}

function findContradiction(profile: Profile, example: Example): string | undefined {
  const { subject, location, value } = example;
  const found = contradictionAt(profile, subject, { value, location, pointer: "", depth: 0 });
  return found === undefined ? undefined : `The example shows ${found}.`;
}

interface Spot {
  readonly value: JsonValue;
  readonly location: string;
  readonly pointer: string;
  readonly depth: number;
}

/** The first place of an example whose type was never seen there. */
function contradictionAt(profile: Profile, subject: Subject, spot: Spot): string | undefined {
  const { value, location, pointer, depth } = spot;
  const place = profile.places.get(placeKey(subject, location));
  if (place === undefined || depth > maxDepth) return undefined;
  const type = typeOf(value);
  const total = totalOf(place.types);
  const isSeen = (place.types[type] ?? 0) > 0 || (type === "integer" && "number" in place.types);
  if (!isSeen) {
    return total < leastEvidence
      ? undefined
      : `${type}${at(pointer)}, never seen in ${total} values`;
  }
  for (const [name, field] of Object.entries(
    typeof value === "object" && value !== null ? value : {},
  )) {
    const below = {
      ...{ value: field as JsonValue, pointer: fieldLocation(pointer, name), depth: depth + 1 },
      location: fieldLocation(location, Array.isArray(value) ? undefined : name),
    };
    const found = contradictionAt(profile, subject, below);
    if (found !== undefined) return found;
  }
  return undefined;
}

function at(pointer: string): string {
  return pointer === "" ? "" : ` at ${pointer}`;
}
