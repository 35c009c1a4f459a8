import { findDuplicate } from "../instance.ts";
import type { JsonValue } from "../json.ts";
import { defineAssertion } from "./assertion.ts";
import type { Keyword } from "./keyword.ts";

/** `uniqueItems`, Validation section 6.4.3. */
export const uniqueItems: Keyword = defineAssertion({
  name: "uniqueItems",
  target: "array",
  expects: "true or false",
  accepts: (value: JsonValue): value is boolean => typeof value === "boolean",
  findFailure(isAsked, items) {
    const duplicate = isAsked ? findDuplicate(items) : undefined;
    return duplicate && { first: duplicate[0], second: duplicate[1] };
  },
  compile(isAsked, items, writer) {
    return isAsked ? `${writer.module.use("findDuplicate")}(${items}) !== undefined` : "false";
  },
  failure: {
    condition: "expected && findDuplicate(value) !== undefined",
    params: "{ first: findDuplicate(value)[0], second: findDuplicate(value)[1] }",
    needs: ["findDuplicate"],
  },
});
