import { acceptsCount, defineAssertion } from "./assertion.ts";
import type { Keyword } from "./keyword.ts";

/** `maxItems`, Validation section 6.4.1. */
export const maxItems: Keyword = defineAssertion({
  name: "maxItems",
  target: "array",
  expects: "a non-negative integer",
  accepts: acceptsCount,
  findFailure: (limit, { length }) => (length > limit ? { limit, actual: length } : undefined),
  compile: (limit, items) => `${items}.length > ${limit}`,
  failure: {
    condition: "value.length > expected",
    params: "{ limit: expected, actual: value.length }",
  },
});
