import { findMember, isJsonArray, type JsonObject } from "@truespec/json-schema/json";
import type { SchemaRule } from "../rule.ts";

/** Keywords of JSON Schema 2020-12 that OpenAPI 3.0 does not have, where others do not depend on them. */
const later = [
  "const contains contentEncoding contentMediaType contentSchema dependentRequired dependentSchemas",
  "examples if patternProperties prefixItems propertyNames unevaluatedItems unevaluatedProperties",
  "$anchor $defs $dynamicAnchor $dynamicRef $id",
].flatMap((line) => line.split(" "));

/**
 * Counts what an OpenAPI 3.0 description says in the words of 3.1: keywords, lists of types, the type
 * null, bounds that are exclusive by themselves. All of it is read as it is meant.
 *
 * @see https://spec.openapis.org/oas/v3.0.3.html#schema-object
 */
export const countLaterKeywords: SchemaRule = (schema, { dialect, countLater }) => {
  if (dialect !== "3.0") return schema;
  for (const name of later) if (Object.hasOwn(schema, name)) countLater(name);
  if (isLaterType(schema)) countLater("type");
  for (const name of ["exclusiveMinimum", "exclusiveMaximum"]) {
    if (typeof findMember(schema, name) === "number") countLater(name);
  }
  return schema;
};

function isLaterType(schema: JsonObject): boolean {
  const type = findMember(schema, "type");
  return isJsonArray(type) || type === "null";
}
