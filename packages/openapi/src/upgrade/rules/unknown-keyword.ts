import { findNearNames } from "../../diagnostics/near-names.ts";
import type { SchemaRule } from "../rule.ts";

/** Those of JSON Schema, of its older drafts too, and OpenAPI's own. */
const keywords: ReadonlySet<string> = new Set(
  [
    "$anchor $comment $defs $dynamicAnchor $dynamicRef $id $recursiveAnchor $recursiveRef $ref $schema",
    "$vocabulary additionalItems additionalProperties allOf anyOf const contains contentEncoding",
    "contentMediaType contentSchema default definitions dependencies dependentRequired dependentSchemas",
    "deprecated description discriminator else enum example examples exclusiveMaximum exclusiveMinimum",
    "externalDocs format id if items maxContains maxItems maxLength maxProperties maximum minContains",
    "minItems minLength minProperties minimum multipleOf not nullable oneOf pattern patternProperties",
    "prefixItems properties propertyNames readOnly required then title type unevaluatedItems",
    "unevaluatedProperties uniqueItems writeOnly xml",
  ].flatMap((line) => line.split(" ")),
);

/** Shorter ones are near to words that people use for keywords of their own. */
const long = [...keywords].filter((keyword) => keyword.length >= 4);

/**
 * Counts keywords that are none and read like one that the schema does not have. Any other unknown one
 * is somebody's own, which JSON Schema allows.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-6.5
 */
export const countUnknownKeywords: SchemaRule = (schema, { count }) => {
  for (const name of Object.keys(schema)) {
    if (keywords.has(name) || name.startsWith("x-")) continue;
    const near = findNearNames(name, long).filter((keyword) => !Object.hasOwn(schema, keyword));
    if (near.length > 0) count("unknown-keyword", { name, near });
  }
  return schema;
};
