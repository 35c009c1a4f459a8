import type { JsonObject } from "@truespec/json-schema";
import { isJsonObject } from "@truespec/json-schema/json";
import { findNearNames } from "../../diagnostics/near-names.ts";
import { arrayMember } from "../../json/json-value.ts";
import type { SchemaRule } from "../rule.ts";

/** Keywords by which a schema may have properties that are described elsewhere. */
const elsewhere =
  "$ref $dynamicRef $recursiveRef allOf anyOf oneOf if dependentSchemas patternProperties".split(
    " ",
  );

/** Keywords whose subschemas speak of an object that others describe too. */
const branches = new Set("allOf anyOf oneOf not if then else dependentSchemas".split(" "));

/**
 * Counts schemas that list their properties and require one that is not among them. It stays
 * required, with any value, for that is what JSON Schema says; where the schema allows no other
 * property, it stays required all the same, and nothing fits.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.3
 */
export const countUnknownRequired: SchemaRule = (schema, { count, findKeyword }) => {
  const properties = Object.hasOwn(schema, "properties") ? schema["properties"] : undefined;
  const isWhole =
    Object.hasOwn(schema, "required") &&
    isJsonObject(properties) &&
    Object.keys(properties).length > 0 &&
    !branches.has(findKeyword() ?? "") &&
    !elsewhere.some((key) => Object.hasOwn(schema, key)) &&
    !isJsonObject(schema["additionalProperties"]);
  if (!isWhole) return schema;
  const names = arrayMember(schema, "required").filter((name) => typeof name === "string");
  const name = names.find((one) => !Object.hasOwn(properties, one));
  if (name === undefined) return schema;
  const about = { name, near: findNearNames(name, Object.keys(properties)) };
  count(isClosed(schema) ? "required-excluded" : "required-unknown", about);
  return schema;
};

function isClosed(schema: JsonObject): boolean {
  return ["additionalProperties", "unevaluatedProperties"].some(
    (key) => Object.hasOwn(schema, key) && schema[key] === false,
  );
}
