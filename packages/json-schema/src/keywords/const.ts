import { deepestValue, isDeeper, isEqual, toJsonScalar } from "../instance.ts";
import type { JsonValue } from "../json.ts";
import { defineAssertion } from "./assertion.ts";
import { equalCondition, isComposite } from "./enum.ts";
import type { Keyword } from "./keyword.ts";

/** `const`, Validation section 6.1.3. */
export const constant: Keyword = defineAssertion({
  name: "const",
  target: "any",
  expects: `a value of at most ${deepestValue} levels`,
  accepts: (value: JsonValue): value is JsonValue => !isDeeper(value, deepestValue),
  findFailure: (expected, instance) =>
    isEqual(expected, instance) ? undefined : { expected, actual: toJsonScalar(instance) },
  compile: (expected, instance, writer) => equalCondition([expected], instance, writer),
  failure: (expected) => {
    const params = "{ expected, actual: toJsonScalar(value) }";
    return isComposite(expected)
      ? {
          ...{ condition: "!isEqual(expected, value)", params, variant: "Deep" },
          needs: ["isEqual", "toJsonScalar"],
        }
      : { condition: "value !== expected", params, needs: ["toJsonScalar"] };
  },
});
