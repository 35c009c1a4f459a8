import { findString } from "../../json/json-value.ts";
import { withMember } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/**
 * `discriminator: kind` is how Swagger 2.0 named the property; since OpenAPI 3.0 an object does.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export const mendDiscriminator: SchemaRule = (schema, { trace, count }) => {
  const propertyName = findString(schema, "discriminator");
  if (propertyName === undefined) return schema;
  count("discriminator-string");
  return withMember(schema, { key: "discriminator", value: { propertyName } }, trace);
};
