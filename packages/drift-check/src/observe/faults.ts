import {
  type JsonValue,
  parsePointer,
  resolvePointer,
  type ValidationError,
} from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import { typeOf } from "../profile/type-counts.ts";
import { isJsonObject } from "../read/json-object.ts";
import { typeIndexOf } from "../tally/place-tally.ts";
import type { BodyWalk } from "./body-walk.ts";
import type { Stand } from "./cell-book.ts";
import { isDeclaredOpen } from "./open-enum.ts";
import {
  type KnownFault,
  type KnownFaults,
  recordAgain,
  recordSighting,
  type Sighting,
} from "./recorder.ts";
import { shownValue } from "./shown-value.ts";

/** What one value violates: the errors at its own place. */
interface Faults {
  readonly stand: Stand;
  readonly value: JsonValue;
  readonly errors: readonly ValidationError[];
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

/**
 * Writes down what a value violates at its place, and tells whether it is of another type than described.
 *
 * What a primitive violates is decided by its value, and where it is of a wrong type by its type alone: the next one
 * like it is only counted.
 */
export function isFaulty(walk: BodyWalk, stand: Stand, value: JsonValue): boolean {
  const known = isFinitePrimitive(value) ? findKnownFaults(stand, value) : undefined;
  if (known !== undefined) {
    for (const { deviation, hasExample } of known.deviations) {
      const example = hasExample ? value : undefined;
      recordAgain(walk.recorder, deviation, { path: walk.path, example });
    }
    return known.isOfWrongType;
  }
  const errors = walk.reader.errors(stand.reading.nodes, value);
  const isOfWrongType = hasTypeFault(errors);
  const deviations = recordFaults(walk, { stand, value, errors });
  if (isFinitePrimitive(value)) keepFaults(stand, value, { isOfWrongType, deviations });
  return isOfWrongType;
}

function findKnownFaults(stand: Stand, value: JsonValue): KnownFaults | undefined {
  return stand.typeFaults.get(typeIndexOf(value)) ?? stand.valueFaults.get(value);
}

function keepFaults(stand: Stand, value: JsonValue, faults: KnownFaults): void {
  if (faults.isOfWrongType) stand.typeFaults.set(typeIndexOf(value), faults);
  else if (stand.valueFaults.size < mostValues && !isLong(value))
    stand.valueFaults.set(value, faults);
}

/** So many wrong values are remembered at a place, texts up to so many characters. */
const mostValues = 100;
const longestText = 200;

function isLong(value: JsonValue): boolean {
  return typeof value === "string" && value.length > longestText;
}

/** What is too great for a number (`1e999`) is of no type. */
function isFinitePrimitive(value: JsonValue): boolean {
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value !== "object" || value === null;
}

/** Writes down each kind of violation at one place once; a wrong type hides what else is wrong there. */
function recordFaults(walk: BodyWalk, faults: Faults): readonly KnownFault[] {
  recordMissing(walk, faults);
  const byKind = new Map<ValueKind, ValidationError[]>();
  for (const error of faults.errors) {
    if (speaksOfField(error, faults) && !isContradiction(faults, error)) continue;
    const kind = kindOf(error, faults.value);
    byKind.set(kind, [...(byKind.get(kind) ?? []), error]);
  }
  const typeKind: ValueKind = faults.value === null ? "unexpected-null" : "type-mismatch";
  const typeErrors = byKind.get(typeKind);
  const told = typeErrors === undefined ? [...byKind] : [[typeKind, typeErrors] as const];
  return told.map(([kind, errors]) => recordKind(walk, faults, kind, errors));
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
function isContradiction({ stand }: Faults, error: ValidationError): boolean {
  const [named] = error.keyword === "false" ? parsePointer(error.instanceLocation) : [];
  const name = named ?? error.params["property"];
  return typeof name === "string" && stand.reading.property(name) !== undefined;
}

/** Which schemas ask for a field is decided by the stand, so the next time it is missing is only counted. */
function recordMissing(walk: BodyWalk, { stand, errors }: Faults): void {
  let asked: Set<string> | undefined;
  for (const { keyword, params } of errors) {
    if (keyword !== "required") continue;
    const name = String(params["missing"]);
    asked ??= new Set();
    if (asked.has(name)) continue;
    asked.add(name);
    const known = stand.missing.get(name);
    if (known !== undefined)
      recordAgain(walk.recorder, known, { path: walk.path, example: undefined });
    else if (!stand.missing.has(name)) recordFirstMissing(walk, { stand, errors }, name);
  }
}

function recordFirstMissing(
  walk: BodyWalk,
  { stand, errors }: Pick<Faults, "stand" | "errors">,
  name: string,
): void {
  if (isOfOtherDirection(walk, stand, name)) {
    stand.missing.set(name, undefined);
    return;
  }
  const owners = errors
    .filter(({ keyword, params }) => keyword === "required" && params["missing"] === name)
    .map(ownerOf);
  const sighting = { kind: "missing-required", member: name, schemaPointers: owners } as const;
  const known = recordSighting(walk.recorder, { ...placeOf(walk, stand), ...sighting });
  stand.missing.set(name, known);
}

/** What is `readOnly` is required of responses alone, what is `writeOnly` of requests (OpenAPI 3.0.4, 4.7.24.2). */
function isOfOtherDirection({ subject }: BodyWalk, stand: Stand, name: string): boolean {
  const keyword = subject.direction === "request" ? "readOnly" : "writeOnly";
  const nodes = stand.reading.property(name)?.read(null).nodes ?? [];
  return nodes.some(({ schema }) => isJsonObject(schema) && schema[keyword] === true);
}

function recordKind(
  walk: BodyWalk,
  { value, stand }: Faults,
  kind: ValueKind,
  errors: readonly ValidationError[],
): KnownFault {
  const owners = errors.map(ownerOf);
  const hasExample = kind === "type-mismatch";
  const deviation = recordSighting(walk.recorder, {
    ...placeOf(walk, stand),
    kind,
    schemaPointers: owners,
    keywords: [...new Set(errors.map(({ keyword }) => keyword))],
    expected: [...new Set(errors.flatMap(expectedTypes))],
    ...(kind === "undocumented-enum-value" ? enumMember(walk, owners, value) : {}),
    ...(hasExample ? { example: value } : {}),
  });
  return { deviation, hasExample };
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
  { path }: BodyWalk,
  { cell }: Stand,
): Pick<Sighting, "subject" | "location" | "path"> {
  return { subject: cell.subject, location: cell.location, path };
}
