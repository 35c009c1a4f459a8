import {
  type JsonValue,
  parsePointer,
  resolvePointer,
  type ValidationError,
} from "@truespec/json-schema";
import type { BodyWalk } from "./body-walk.ts";
import type { Stand } from "./cell-book.ts";
import { findKnownFaults, isFinitePrimitive, keepFaults } from "./known-faults.ts";
import { recordMissing } from "./missing.ts";
import { isDeclaredOpen } from "./open-enum.ts";
import { type KnownFault, recordAgain, recordSighting, type Sighting } from "./recorder.ts";
import { shownValue } from "./shown-value.ts";
import { expectedTypes, hasTypeFault, kindOf, type ValueKind } from "./value-kind.ts";
import { ownerOf, placeOf, type Violations } from "./violations.ts";

/** Keywords that speak of the fields around and not of the value itself. */
const fieldKeywords: ReadonlySet<string> = new Set([
  "required",
  "additionalProperties",
  "unevaluatedProperties",
]);

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

/** Writes down each kind of violation at one place once; a wrong type hides what else is wrong there. */
function recordFaults(walk: BodyWalk, faults: Violations): readonly KnownFault[] {
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

/** A field that is missing, or that may not be there: an error of the object, and a fact of the field. */
function speaksOfField({ keyword }: ValidationError, { value }: Violations): boolean {
  const isForbidden = keyword === "false" && typeof value === "object" && !Array.isArray(value);
  return isForbidden || fieldKeywords.has(keyword);
}

/** A field that one schema documents and another forbids. */
function isContradiction({ stand }: Violations, error: ValidationError): boolean {
  const [named] = error.keyword === "false" ? parsePointer(error.instanceLocation) : [];
  const name = named ?? error.params["property"];
  return typeof name === "string" && stand.reading.property(name) !== undefined;
}

function recordKind(
  walk: BodyWalk,
  { value, stand }: Violations,
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
