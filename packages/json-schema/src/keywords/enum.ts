import type { SchemaWriter } from "../compiler/schema-writer.ts";
import { isEqual, toJsonScalar } from "../instance.ts";
import type { JsonValue } from "../json.ts";
import { defineAssertion } from "./assertion.ts";
import type { Keyword } from "./keyword.ts";

/** Up to so many strings a chain of comparisons is the fastest, above it a switch on their length. */
const longestChain = 8;

/** Is it an array or an object, which are compared by what is in them? */
export function isComposite(value: JsonValue): boolean {
  return typeof value === "object" && value !== null;
}

/** The condition under which the value in a variable equals none of these. */
export function equalCondition(
  values: readonly JsonValue[],
  instance: string,
  writer: SchemaWriter,
): string {
  const strings = values.filter((value) => typeof value === "string");
  if (strings.length > longestChain && strings.length === values.length) {
    return `!${writer.module.textSet(strings)}(${instance})`;
  }
  const conditions = values.map((value) =>
    isComposite(value)
      ? `!${writer.module.use("isEqual")}(${instance}, ${writer.module.constant(value)})`
      : `${instance} !== ${writer.module.literal(value)}`,
  );
  return conditions.length === 0 ? "true" : conditions.join(" && ");
}

/** `enum`, Validation section 6.1.2. An empty list allows nothing. */
export const enumeration: Keyword = defineAssertion({
  name: "enum",
  target: "any",
  expects: "a list of values",
  accepts: (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value),
  findFailure: (allowed, instance) =>
    allowed.some((value) => isEqual(value, instance))
      ? undefined
      : { expected: allowed, actual: toJsonScalar(instance) },
  compile: equalCondition,
  failure(allowed) {
    const params = "{ expected, actual: toJsonScalar(value) }";
    return allowed.some(isComposite)
      ? {
          condition: "!expected.some((one) => isEqual(one, value))",
          ...{ params, variant: "Deep", needs: ["isEqual", "toJsonScalar"] },
        }
      : { condition: "!expected.includes(value)", params, needs: ["toJsonScalar"] };
  },
});
