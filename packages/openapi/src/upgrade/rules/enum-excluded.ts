import type { JsonValue } from "@truespec/json-schema";
import { jsonTypeOf, readTypes } from "../../json/json-type.ts";
import { arrayMember, typeName } from "../../json/json-value.ts";
import type { SchemaRule } from "../rule.ts";

/**
 * Counts schemas whose `enum` lists a value that is not of the `type` beside it: the values of the
 * items beside `type: array`, numbers that YAML read where words were meant. Such a value stays
 * excluded, for that is what JSON Schema says.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2
 */
export const countExcludedValues: SchemaRule = (schema, { count }) => {
  const types = readTypes(schema);
  if (types === undefined || types.length === 0) return schema;
  const value = arrayMember(schema, "enum").find((one) => !types.some((name) => isOf(one, name)));
  if (value !== undefined) {
    const shown = typeof value === "object" ? typeName(value) : JSON.stringify(value);
    count("enum-excluded", { value: shown, type: types.join(" or ") });
  }
  return schema;
};

function isOf(value: JsonValue, type: string): boolean {
  return type === "integer" ? Number.isInteger(value) : jsonTypeOf(value) === type;
}
