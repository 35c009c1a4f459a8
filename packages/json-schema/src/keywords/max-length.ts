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
    const length = `${writer.use("codePointLength")}(${text})`;
    return {
      // A code point is one or two code units, so most strings need no counting.
      condition: `${text}.length > ${limit} && (${text}.length > ${2 * limit} || ${length} > ${limit})`,
      params: `{ limit: ${limit}, actual: ${length} }`,
    };
  },
});
