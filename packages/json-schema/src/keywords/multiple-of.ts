import { isMultiple } from "../instance.ts";
import type { JsonValue } from "../json.ts";
import { acceptsNumber, defineAssertion } from "./assertion.ts";
import type { Keyword } from "./keyword.ts";

/** `multipleOf`, Validation section 6.2.1: exact over the decimals as written. */
export const multipleOf: Keyword = defineAssertion({
  name: "multipleOf",
  target: "number",
  expects: "a number greater than 0",
  accepts: (value: JsonValue): value is number => acceptsNumber(value) && value > 0,
  findFailure: (divisor, number) =>
    isMultiple(number, divisor) ? undefined : { divisor, actual: number },
  compile: (divisor, number, writer) =>
    `!${writer.module.use("isMultiple")}(${number}, ${divisor})`,
  failure: {
    condition: "!isMultiple(value, expected)",
    params: "{ divisor: expected, actual: value }",
    needs: ["isMultiple"],
  },
});
