import type { RuntimeName } from "../compiler/runtime/catalogue.ts";
import type { SchemaWriter } from "../compiler/schema-writer.ts";
import type { Check } from "../compiler/table-writer.ts";
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
 * - `compile`: the condition under which the instance in a variable fails, as code
 * - `failure`: the same as code that is shared by all schemas, over the variables `expected`, the
 *   keyword's value, and `value`, the instance; and the error's parameters. It is missing where the
 *   keyword writes its table itself
 */
export interface Assertion<Value extends JsonValue, T extends Target> {
  readonly name: string;
  readonly target: T;
  readonly expects: string;
  readonly accepts: (value: JsonValue) => value is Value;
  readonly findFailure: (value: Value, instance: Targeted[T]) => ErrorParams | undefined;
  readonly compile: (value: Value, instance: string, writer: SchemaWriter) => string;
  readonly failure?: FailureCode | ((value: Value) => FailureCode);
}

/**
 * How the errors of an assertion are listed.
 *
 * - `condition`: where it holds, the instance of the keyword's target fails
 * - `params`: the error's parameters
 * - `needs`: the functions of the runtime that they call
 * - `variant`: what tells it from another failure of the same keyword
 */
export interface FailureCode {
  readonly condition: string;
  readonly params: string;
  readonly needs?: readonly RuntimeName[];
  readonly variant?: string;
}

const guards: Readonly<Record<Target, string>> = {
  any: "",
  string: 'typeof value === "string" && ',
  number: "Number.isFinite(value) && ",
  array: "Array.isArray(value) && ",
  object: "isObject(value) && ",
};

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
      if (accepts(value)) writer.failIf(assertion.compile(value, writer.value, writer));
    },
    tabulate(site, table) {
      const { value } = site;
      const { failure } = assertion;
      if (failure === undefined || !accepts(value)) return;
      const code = typeof failure === "function" ? failure(value) : failure;
      table.mayReport(name);
      table.add(writeCheck(assertion, code), table.module.literal(value));
    },
  };
}

function writeCheck(
  { name, target }: { readonly name: string; readonly target: Target },
  { condition, params, needs = [], variant = "" }: FailureCode,
): Check {
  const check = `check${name.charAt(0).toUpperCase()}${name.slice(1)}${variant}`;
  const guard = guards[target];
  return {
    name: check,
    needs: ["fail", ...(target === "object" ? (["isObject"] as const) : []), ...needs],
    text: `function ${check}(expected, value, place) {
  if (${guard}${condition}) fail(place, "${name}", ${params});
}`,
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
