import { memberNames } from "../instance.ts";
import { acceptsCount, defineAssertion } from "./assertion.ts";
import type { Keyword } from "./keyword.ts";

/** `minProperties`, Validation section 6.5.2. */
export const minProperties: Keyword = defineAssertion({
  name: "minProperties",
  target: "object",
  expects: "a non-negative integer",
  accepts: acceptsCount,
  findFailure(limit, object) {
    const actual = memberNames(object).length;
    return actual < limit ? { limit, actual } : undefined;
  },
  compile(limit, _, writer) {
    const count = `${writer.module.use("countMembers")}(${writer.object()})`;
    return `${count} < ${limit}`;
  },
  failure: {
    condition: "countMembers(own(value)) < expected",
    params: "{ limit: expected, actual: countMembers(own(value)) }",
    needs: ["countMembers", "own"],
  },
});
