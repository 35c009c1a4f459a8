/**
 * All that answers whether an instance is valid, asked together.
 */
import { expect } from "vitest";
import {
  compileModule,
  createEvaluator,
  createValidator,
  formatFlag,
  type JsonValue,
  openSchemas,
} from "../src/index.ts";

/** Asks every face; they must agree, errors included. Answers keyword and place of each error. */
export async function open(schema: JsonValue) {
  const document = openSchemas(schema);
  const formats = "assert";
  const { code } = compileModule(document, [{ name: "X", pointer: "" }], { formats });
  const { isX, validateX, X } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
  );
  const validate = createValidator(document, "", { formats });
  const evaluate = createEvaluator(document, "", { formats });
  return (instance: unknown) => {
    const answer = validate(instance);
    expect(isX(instance)).toBe(answer.valid);
    expect(validateX(instance).valid).toBe(answer.valid);
    expect(X["~standard"].validate(instance).issues === undefined).toBe(answer.valid);
    expect(formatFlag(evaluate(instance)).valid).toBe(answer.valid);
    const listed = answer.valid ? [] : answer.errors;
    if (!answer.valid) expect(validateX(instance).errors).toEqual(listed);
    return listed.map(({ keyword, instanceLocation }) => `${keyword} ${instanceLocation}`.trim());
  };
}

/** A value so many levels deep. */
export function nest<T>(depth: number, wrap: (inner: T) => T, innermost: T): T {
  let value = innermost;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}
