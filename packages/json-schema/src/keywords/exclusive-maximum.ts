import { acceptsNumber, defineAssertion } from "./assertion.ts";
import type { Keyword } from "./keyword.ts";

/** `exclusiveMaximum`, Validation section 6.2.3. */
export const exclusiveMaximum: Keyword = defineAssertion({
  name: "exclusiveMaximum",
  target: "number",
  expects: "a number",
  accepts: acceptsNumber,
  findFailure: (limit, number) => (number >= limit ? { limit, actual: number } : undefined),
  compile: (limit, number) => `${number} >= ${limit}`,
  failure: {
    condition: "value >= expected",
    params: "{ limit: expected, actual: value }",
  },
});
