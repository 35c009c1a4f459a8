import type { SchemaNode } from "@truespec/json-schema";
import { isJsonObject } from "@truespec/json-schema/json";
import type { Operation, Parameter } from "@truespec/openapi";
import type { Subject } from "../profile/profile.ts";
import { countPlace, observeValue } from "./body.ts";
import type { BodyWalk } from "./body-walk.ts";
import { openRoot } from "./cell.ts";
import { decodeParameter } from "./decode-parameter.ts";
import { fieldLocation } from "./location.ts";
import type { MatchedRequest } from "./matched-request.ts";
import { spreadQueryString } from "./query-string.ts";
import { findRawParameter, type RawParameter } from "./raw-parameter.ts";
import { recordSighting } from "./recorder.ts";
import { hasTypeFault } from "./value-kind.ts";

/**
 * Writes down required parameters that a request lacks, and values that do not fit their schemas: at `/query/limit`,
 * `/path/id`, `/header/x-tenant`. Names and values of credentials and cookies are never known, and not judged.
 */
export function observeParameters(
  matched: MatchedRequest,
  pathParameters: ReadonlyMap<string, string>,
): void {
  const { recorder, readers, match, description } = matched;
  const subject = subjectOf(match.operation);
  const walk = { ...readers, recorder, subject, path: [] };
  const asked = match.operation.parameters
    .flatMap((parameter) => spreadQueryString(description, parameter))
    .map((parameter) => ({
      parameter,
      raw: findRawParameter(parameter, recorder.exchange, pathParameters),
    }));
  const known = asked.filter(({ raw }) => raw.kind !== "unknown");
  // One place for each kind of parameter: of so many requests a parameter may be missing.
  for (const kind of new Set(known.map(({ parameter }) => parameter.in))) {
    countPlace(recorder.tally, { subject, location: fieldLocation("", kind) }, {});
  }
  for (const { parameter, raw } of known) observeParameter(walk, parameter, raw);
}

/** A parameter, or a header of a response, as it is described. */
export type Described = Pick<
  Parameter,
  "name" | "in" | "pointer" | "required" | "style" | "explode" | "schemaPointer" | "mediaType"
>;

/** Writes down that a parameter or header is missing, or how its value does not fit its schema: at `/header/x-total`. */
export function observeParameter(walk: BodyWalk, parameter: Described, raw: RawParameter): void {
  const around = fieldLocation("", parameter.in);
  if (raw.kind === "absent") {
    if (parameter.required && !maySpread(walk, parameter)) recordMissing(walk, parameter, around);
  } else if (raw.kind === "present" && parameter.schemaPointer !== undefined) {
    const nodes = walk.reader.start(parameter.schemaPointer);
    const value = decodeParameter(walk.reader, nodes, { parameter, raw });
    const name = nameOf(parameter);
    const cell = openRoot(walk, fieldLocation(around, name), parameter.schemaPointer);
    if (value === undefined || cell === undefined) return;
    observeValue({ ...walk, path: [parameter.in, name] }, cell, value);
  }
}

function recordMissing(
  { recorder, subject }: BodyWalk,
  parameter: Described,
  location: string,
): void {
  recordSighting(recorder, {
    kind: "missing-required",
    subject,
    location,
    member: nameOf(parameter),
    schemaPointers: [parameter.pointer],
  });
}

/** An exploded object is sent as parameters of the names of its fields. */
function maySpread({ reader }: BodyWalk, { schemaPointer, style, explode }: Described): boolean {
  if (schemaPointer === undefined || style !== "form" || !explode) return false;
  const nodes = reader.applicable(reader.start(schemaPointer), {});
  return nodes.some(speaksOfObject) && !hasTypeFault(reader.errors(nodes, {}));
}

function speaksOfObject({ schema }: SchemaNode): boolean {
  if (!isJsonObject(schema)) return false;
  const types = [schema["type"]].flat();
  return types.includes("object") || Object.hasOwn(schema, "properties");
}

/** Names of headers are the same in any case (RFC 9110, section 5.1). */
function nameOf({ name, in: kind }: Described): string {
  return kind === "header" ? name.toLowerCase() : name;
}

function subjectOf({ label }: Operation): Subject {
  return { operation: label, direction: "request", status: null, mediaType: null };
}
