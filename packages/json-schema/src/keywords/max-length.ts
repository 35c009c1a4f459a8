import { codePointLength } from "../instance.ts";
import { acceptsCount, defineAssertion } from "./assertion.ts";
import type { Keyword } from "./keyword.ts";

/** `maxLength`, Validation section 6.3.1: in Unicode code points. */
export const maxLength: Keyword = defineAssertion({
  name: "maxLength",
  target: "string",
  expects: "a non-negative integer",
  accepts: acceptsCount,
  findFailure(limit, text) {
    const actual = codePointLength(text);
    return actual > limit ? { limit, actual } : undefined;
  },
  compile(limit, text, writer) {
    const length = `${writer.module.use("codePointLength")}(${text})`;
    // A code point is one or two code units, so most strings need no counting.
    return `${text}.length > ${limit} && (${text}.length > ${2 * limit} || ${length} > ${limit})`;
  },
  failure: {
    condition: "codePointLength(value) > expected",
    params: "{ limit: expected, actual: codePointLength(value) }",
    needs: ["codePointLength"],
  },
});
