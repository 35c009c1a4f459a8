import type { JsonValue, ValidationError } from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import { typeOf } from "../profile/type-counts.ts";

/** The kinds of finding that speak of a value by itself. */
export type ValueKind = Extract<
  FindingKind,
  | "unexpected-null"
  | "type-mismatch"
  | "undocumented-enum-value"
  | "format-mismatch"
  | "constraint-violation"
>;

/** Tells whether the value is of another type than described: then nothing below it means anything. */
export function hasTypeFault(errors: readonly ValidationError[]): boolean {
  return errors.some((error) => error.keyword === "type");
}

/** The kind of finding that an error about a value makes. */
export function kindOf(error: ValidationError, value: JsonValue): ValueKind {
  const { keyword } = error;
  if (keyword === "type") return value === null ? "unexpected-null" : "type-mismatch";
  if (keyword === "format") return "format-mismatch";
  if (keyword !== "enum" && keyword !== "const") return "constraint-violation";
  if (value === null) return "unexpected-null";
  const allowed = allowedBy(error);
  const isOfOtherType = allowed.length > 0 && !allowed.some((one) => isSameType(one, value));
  return isOfOtherType ? "type-mismatch" : "undocumented-enum-value";
}

function isSameType(left: unknown, right: unknown): boolean {
  const types = [typeOf(left), typeOf(right)].map((type) => (type === "integer" ? "number" : type));
  return types[0] === types[1];
}

/** What an error says would have been right: names of types, or of a format. */
export function expectedTypes(error: ValidationError): readonly string[] {
  const { keyword, params } = error;
  if (keyword === "type") return [params["expected"]].flat().map(String);
  if (keyword === "format") return [String(params["format"] ?? params["expected"])];
  return keyword === "enum" || keyword === "const" ? allowedBy(error).map(typeOf) : [];
}

/** The values of an `enum`, or the one of a `const`. */
function allowedBy({ keyword, params }: ValidationError): readonly unknown[] {
  const expected = params["expected"] ?? null;
  return keyword === "enum" ? [expected].flat() : [expected];
}
