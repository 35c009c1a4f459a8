import {
  type JsonObject,
  type JsonValue,
  parsePointer,
  resolvePointer,
  type ValidationError,
} from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import type { Subject } from "../profile/profile.ts";
import { shapeOf } from "../profile/shape.ts";
import { typeOf } from "../profile/type-counts.ts";
import { isJsonObject } from "../read/json-object.ts";
import type { BodyReader, Nodes } from "./body-reader.ts";
import { documentsField } from "./closed-reading.ts";
import { isDeclaredOpen } from "./open-enum.ts";
import { type Recorder, recordSighting, type Sighting } from "./recorder.ts";
import { shownValue } from "./shown-value.ts";
import { locationOf, pointerOf, type Spot } from "./spot.ts";

/** What one value violates: the errors at its own place. */
export interface Faults {
  readonly value: JsonValue;
  readonly spot: Spot;
  readonly applicable: Nodes;
  readonly errors: readonly ValidationError[];
}

/** What stays the same while one body is read. */
export interface BodyWalk {
  readonly recorder: Recorder;
  readonly reader: BodyReader;
  readonly subject: Subject;
  readonly document: JsonObject;
}

type ValueKind = Extract<
  FindingKind,
  | "unexpected-null"
  | "type-mismatch"
  | "undocumented-enum-value"
  | "format-mismatch"
  | "constraint-violation"
>;

/** Keywords that speak of the fields around and not of the value itself. */
const fieldKeywords: ReadonlySet<string> = new Set([
  "required",
  "additionalProperties",
  "unevaluatedProperties",
]);

/** Tells whether the value is of another type than described: then nothing below it means anything. */
export function hasTypeFault(errors: readonly ValidationError[]): boolean {
  return errors.some((error) => error.keyword === "type");
}

/** Writes down each kind of violation at one place once; a wrong type hides what else is wrong there. */
export function recordFaults(walk: BodyWalk, faults: Faults): void {
  recordMissing(walk, faults);
  const byKind = new Map<ValueKind, ValidationError[]>();
  for (const error of faults.errors) {
    if (speaksOfField(error, faults) && !isContradiction(walk, faults, error)) continue;
    const kind = kindOf(error, faults.value);
    byKind.set(kind, [...(byKind.get(kind) ?? []), error]);
  }
  const typeKind: ValueKind = faults.value === null ? "unexpected-null" : "type-mismatch";
  const typeErrors = byKind.get(typeKind);
  if (typeErrors !== undefined) recordKind(walk, faults, typeKind, typeErrors);
  else for (const [kind, errors] of byKind) recordKind(walk, faults, kind, errors);
}

function kindOf({ keyword, params }: ValidationError, value: JsonValue): ValueKind {
  if (keyword === "type") return value === null ? "unexpected-null" : "type-mismatch";
  if (keyword === "format") return "format-mismatch";
  if (keyword !== "enum" && keyword !== "const") return "constraint-violation";
  if (value === null) return "unexpected-null";
  const expected = params["expected"];
  const allowed: readonly unknown[] =
    keyword === "enum" && Array.isArray(expected) ? expected : [expected];
  const isOfOtherType = allowed.length > 0 && !allowed.some((one) => isSameType(one, value));
  return isOfOtherType ? "type-mismatch" : "undocumented-enum-value";
}

function isSameType(left: unknown, right: unknown): boolean {
  const types = [typeOf(left), typeOf(right)].map((type) => (type === "integer" ? "number" : type));
  return types[0] === types[1];
}

/** A field that is missing, or that may not be there: an error of the object, and a fact of the field. */
function speaksOfField({ keyword }: ValidationError, { value }: Faults): boolean {
  const isForbidden = keyword === "false" && typeof value === "object" && !Array.isArray(value);
  return isForbidden || fieldKeywords.has(keyword);
}

/** A field that one schema documents and another forbids. */
function isContradiction(walk: BodyWalk, { applicable }: Faults, error: ValidationError): boolean {
  const [named] = error.keyword === "false" ? parsePointer(error.instanceLocation) : [];
  const name = named ?? error.params["property"];
  return typeof name === "string" && documentsField(walk.reader.property(applicable, name));
}

function recordMissing(walk: BodyWalk, { spot, errors, applicable }: Faults): void {
  const missing = errors.filter(
    ({ keyword, params }) =>
      keyword === "required" && !isOfOtherDirection(walk, applicable, String(params["missing"])),
  );
  const names = new Set(missing.map(({ params }) => String(params["missing"])));
  for (const name of names) {
    const owners = missing.filter(({ params }) => params["missing"] === name).map(ownerOf);
    recordSighting(walk.recorder, {
      ...placeOf(walk, spot),
      kind: "missing-required",
      member: name,
      schemaPointers: owners,
    });
  }
}

/** What is `readOnly` is required of responses alone, what is `writeOnly` of requests (OpenAPI 3.0.4, 4.7.24.2). */
function isOfOtherDirection(walk: BodyWalk, applicable: Nodes, name: string): boolean {
  const keyword = walk.subject.direction === "request" ? "readOnly" : "writeOnly";
  const nodes = walk.reader.applicable(walk.reader.property(applicable, name), null);
  return nodes.some(({ schema }) => isJsonObject(schema) && schema[keyword] === true);
}

function recordKind(
  walk: BodyWalk,
  { value, spot }: Faults,
  kind: ValueKind,
  errors: readonly ValidationError[],
): void {
  const owners = errors.map(ownerOf);
  recordSighting(walk.recorder, {
    ...placeOf(walk, spot),
    kind,
    schemaPointers: owners,
    keywords: [...new Set(errors.map(({ keyword }) => keyword))],
    expected: [...new Set(errors.flatMap(expectedTypes))],
    ...(kind === "undocumented-enum-value" ? enumMember(walk, owners, value) : {}),
    ...(kind === "type-mismatch" ? { shape: shapeOf(value, walk.recorder.values.hash) } : {}),
  });
}

function enumMember(
  { document, recorder }: BodyWalk,
  owners: readonly string[],
  value: JsonValue,
): Pick<Sighting, "member" | "value" | "isOpen"> {
  const { key, shown } = shownValue(value, recorder.values);
  const isOpen = owners.every((pointer) => isDeclaredOpen(resolvePointer(document, pointer)));
  return { member: key, value: shown, isOpen };
}

function expectedTypes({ keyword, params }: ValidationError): readonly string[] {
  const expected = params["expected"];
  if (keyword === "type")
    return Array.isArray(expected) ? expected.map(String) : [String(expected)];
  if (keyword === "format") return [String(params["format"] ?? expected)];
  const allowed = keyword === "enum" && Array.isArray(expected) ? expected : [expected ?? null];
  return keyword === "enum" || keyword === "const" ? allowed.map(typeOf) : [];
}

/** The schema that a keyword stands in. */
function ownerOf({ keywordLocation }: ValidationError): string {
  return keywordLocation.slice(0, keywordLocation.lastIndexOf("/"));
}

function placeOf(
  { subject }: BodyWalk,
  spot: Spot,
): Pick<Sighting, "subject" | "location" | "pointer"> {
  return { subject, location: locationOf(spot), pointer: pointerOf(spot) };
}
