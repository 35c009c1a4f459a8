import type { FailureCode, SchemaWriter } from "../compiler/schema-writer.ts";
import { type ErrorParams, reportError } from "../interpreter/report.ts";
import type { JsonArray, JsonObject, JsonValue } from "../json.ts";
import type { Keyword, Site, Target } from "./keyword.ts";

/** What an instance is, once a target has let it through. */
interface Targeted {
  readonly any: unknown;
  readonly string: string;
  readonly number: number;
  readonly array: JsonArray;
  readonly object: JsonObject;
}

/**
 * A keyword that looks at one place and has no subschemas.
 *
 * - `findFailure`: the error's parameters, or undefined where the instance meets the keyword
 * - `compile`: the same as code over the instance in a variable
 */
export interface Assertion<Value extends JsonValue, T extends Target> {
  readonly name: string;
  readonly target: T;
  readonly expects: string;
  readonly accepts: (value: JsonValue) => value is Value;
  readonly findFailure: (value: Value, instance: Targeted[T]) => ErrorParams | undefined;
  readonly compile: (value: Value, instance: string, writer: SchemaWriter) => FailureCode;
}

/** Makes a keyword of an assertion. */
export function defineAssertion<Value extends JsonValue, T extends Target>(
  assertion: Assertion<Value, T>,
): Keyword {
  const { name, target, expects, accepts, findFailure } = assertion;
  const interpret = (site: Site) => {
    const { value, location } = site;
    if (!accepts(value)) return undefined;
    return (instance: unknown, at: Parameters<typeof reportError>[0]) => {
      // The interpreter calls a keyword for instances of its target alone.
      const failure = findFailure(value, instance as Targeted[T]);
      return failure === undefined || reportError(at, name, location, failure);
    };
  };
  return {
    ...{ name, vocabulary: "validation", target, expects, accepts, interpret },
    inspect: interpret,
    compile(site, writer) {
      const { value } = site;
      if (accepts(value)) writer.failIf(site, assertion.compile(value, writer.value, writer));
    },
  };
}

/** Is it a number, as bounds are? */
export function acceptsNumber(value: JsonValue): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Is it a non-negative integer, as lengths and counts are? */
export function acceptsCount(value: JsonValue): value is number {
  return acceptsNumber(value) && Number.isInteger(value) && value >= 0;
}

/** Is it a list of strings? */
export function acceptsNames(value: JsonValue): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
