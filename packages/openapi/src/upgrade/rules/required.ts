import { replaceMember } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/**
 * `required: true` of JSON Schema's draft 3 spoke of the property itself; now the object that holds
 * it lists its required properties. What it meant is lost where the schema is no property, so it is
 * reported and left out.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.3
 */
export const dropBooleanRequired: SchemaRule = (schema, { trace, report }) => {
  if (!Object.hasOwn(schema, "required") || typeof schema["required"] !== "boolean") return schema;
  const why = "a boolean says nothing here, the names of required properties do";
  const mend = "List the property's name in `required` of the schema that it belongs to.";
  report("bad-value", { what: "`required`", why, mend }, "/required");
  return replaceMember(schema, "required", undefined, trace);
};
