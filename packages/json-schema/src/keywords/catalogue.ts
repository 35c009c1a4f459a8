/**
 * The keywords of draft 2020-12, in the order in which they are evaluated and reported: the type
 * first, what looks at its neighbours late, what only annotates last. A keyword that is not here is
 * an annotation too.
 */
import { additionalProperties } from "./additional-properties.ts";
import { allOf } from "./all-of.ts";
import { anyOf } from "./any-of.ts";
import { constant } from "./const.ts";
import { contains, maxContains, minContains } from "./contains.ts";
import { contentEncoding, contentMediaType, contentSchema } from "./content.ts";
import { anchor, definitions, dialect, dynamicAnchor, id } from "./core.ts";
import { dependencies } from "./dependencies.ts";
import { dependentRequired } from "./dependent-required.ts";
import { dependentSchemas } from "./dependent-schemas.ts";
import { discriminator } from "./discriminator.ts";
import { dynamicRef } from "./dynamic-ref.ts";
import { enumeration } from "./enum.ts";
import { exclusiveMaximum } from "./exclusive-maximum.ts";
import { exclusiveMinimum } from "./exclusive-minimum.ts";
import { format, numberFormat } from "./format.ts";
import { elseBranch, ifThenElse, thenBranch } from "./if.ts";
import { items } from "./items.ts";
import type { Keyword } from "./keyword.ts";
import { maxItems } from "./max-items.ts";
import { maxLength } from "./max-length.ts";
import { maxProperties } from "./max-properties.ts";
import { maximum } from "./maximum.ts";
import { comment, metadata } from "./metadata.ts";
import { minItems } from "./min-items.ts";
import { minLength } from "./min-length.ts";
import { minProperties } from "./min-properties.ts";
import { minimum } from "./minimum.ts";
import { multipleOf } from "./multiple-of.ts";
import { not } from "./not.ts";
import { oneOf } from "./one-of.ts";
import { pattern } from "./pattern.ts";
import { patternProperties } from "./pattern-properties.ts";
import { prefixItems } from "./prefix-items.ts";
import { properties } from "./properties.ts";
import { propertyNames } from "./property-names.ts";
import { ref } from "./ref.ts";
import { required } from "./required.ts";
import { type } from "./type.ts";
import { unevaluatedItems } from "./unevaluated-items.ts";
import { unevaluatedProperties } from "./unevaluated-properties.ts";
import { uniqueItems } from "./unique-items.ts";

/** Every keyword, in the order of evaluation. */
export const catalogue: readonly Keyword[] = [
  ...[dialect, id, anchor, dynamicAnchor, definitions],
  ...[type, constant, enumeration, ref, dynamicRef],
  ...[minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf, numberFormat],
  ...[minLength, maxLength, pattern, format],
  ...[minItems, maxItems, uniqueItems, prefixItems, items, minContains, maxContains, contains],
  ...[minProperties, maxProperties, required, dependentRequired, propertyNames],
  ...[properties, patternProperties, additionalProperties, dependentSchemas, dependencies],
  ...[allOf, anyOf, oneOf, not, ifThenElse, thenBranch, elseBranch],
  ...[unevaluatedItems, unevaluatedProperties],
  ...[comment, discriminator, ...metadata, contentEncoding, contentMediaType, contentSchema],
];

/** The names of all keywords, and of those that only place schemas: what else stands there annotates. */
export const keywordNames: ReadonlySet<string> = new Set([
  ...catalogue.map(({ name }) => name),
  ...["$vocabulary", "definitions"],
]);
