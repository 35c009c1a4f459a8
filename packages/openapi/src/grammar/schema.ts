import { defineType } from "./define-type.ts";
import type { ObjectType } from "./node-type.ts";

/**
 * The Schema Object: which keywords hold subschemas. Other keywords are JSON Schema's affair.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10
 */
export const schemaType: ObjectType = defineType("a Schema Object", {
  fields: {
    allOf: "schema[]",
    anyOf: "schema[]",
    oneOf: "schema[]",
    prefixItems: "schema[]",
    // A list of schemas in drafts before 2020-12: the walk looks at the value
    items: "schema",
    additionalItems: "schema",
    additionalProperties: "schema",
    not: "schema",
    if: "schema",
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
    then: "schema",
    else: "schema",
    contains: "schema",
    propertyNames: "schema",
    unevaluatedItems: "schema",
    unevaluatedProperties: "schema",
    contentSchema: "schema",
    properties: "{schema}",
    patternProperties: "{schema}",
    dependentSchemas: "{schema}",
    $defs: "{schema}",
    definitions: "{schema}",
    xml: "xml",
    discriminator: "discriminator",
    externalDocs: "externalDocs",
  },
  section: "schemas",
});
