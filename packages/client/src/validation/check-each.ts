import type { SchemaIssue, StandardSchema } from "./standard-schema.ts";

/** The values of a list that fit a schema, and those that do not. */
export interface CheckedValues<Value> {
  readonly valid: readonly Value[];
  readonly invalid: readonly InvalidValue[];
}

/** A value that does not fit, and why. */
export interface InvalidValue {
  /** Its place in the list. */
  readonly index: number;
  readonly value: unknown;
  readonly issues: readonly SchemaIssue[];
}

/**
 * Checks the values of a list one by one, so that a bad one costs no other. The values are those given,
 * unknown fields included, not what a transforming schema makes of them.
 *
 * @example
 * ```ts
 * import { checkEach, type StandardSchema } from "@truespec/client";
 *
 * async function printNames(Model: StandardSchema<{ name: string }>, models: unknown[]): Promise<void> {
 *   const { valid, invalid } = await checkEach(Model, models);
 *   console.log(valid.map((model) => model.name), `${invalid.length} do not fit`);
 * }
 * ```
 */
export async function checkEach<Value>(
  schema: StandardSchema<Value>,
  values: readonly unknown[],
): Promise<CheckedValues<Value>> {
  const valid: Value[] = [];
  const invalid: InvalidValue[] = [];
  for (const [index, value] of values.entries()) {
    const { issues } = await schema["~standard"].validate(value);
    if (issues === undefined) {
      // The schema has just said so.
      valid.push(value as Value);
    } else {
      invalid.push({ index, value, issues });
    }
  }
  return { valid, invalid };
}
