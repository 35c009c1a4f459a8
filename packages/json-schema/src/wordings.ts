/**
 * The words of errors: the one place that has them. The compiler writes those that a module needs
 * into it.
 */

/**
 * By keyword, sentences with `{param}` or `{param:style}` where a parameter of the error is shown.
 * The first sentence whose parameters are all there is the one.
 *
 * Styles: none is JSON, `plain` leaves strings unquoted, `or` and `and` join a list, `values` shows
 * the first of a list, and anything else is a unit that is counted: `{limit:item}` is `2 items`.
 */
export const wordings: Readonly<Record<string, readonly string[]>> = {
  type: ["expected {expected:or}, got {actual:plain}"],
  const: ["expected {expected}, got {actual}"],
  enum: ["expected {expected:values}, got {actual}"],
  minimum: ["expected at least {limit}, got {actual}"],
  maximum: ["expected at most {limit}, got {actual}"],
  exclusiveMinimum: ["expected more than {limit}, got {actual}"],
  exclusiveMaximum: ["expected less than {limit}, got {actual}"],
  multipleOf: ["expected a multiple of {divisor}, got {actual}"],
  minLength: ["expected at least {limit:character}, got {actual}"],
  maxLength: ["expected at most {limit:character}, got {actual}"],
  minItems: ["expected at least {limit:item}, got {actual}"],
  maxItems: ["expected at most {limit:item}, got {actual}"],
  minProperties: ["expected at least {limit:property}, got {actual}"],
  maxProperties: ["expected at most {limit:property}, got {actual}"],
  pattern: ["expected a match of {pattern}, got {actual}"],
  format: ["expected format {format:plain}, got {actual}"],
  uniqueItems: ["expected items that differ, got the same at {first} and {second}"],
  required: ["expected property {missing}, got none"],
  dependentRequired: ["expected property {missing} beside {property}, got none"],
  dependencies: ["expected property {missing} beside {property}, got none"],
  additionalProperties: ["expected no property {property}, got one"],
  unevaluatedProperties: ["expected no property {property}, got one"],
  propertyNames: ["expected no property of such a name, got {property}"],
  contains: ["expected at least {limit:matching item}, got {actual}"],
  minContains: ["expected at least {limit:matching item}, got {actual}"],
  maxContains: ["expected at most {limit:matching item}, got {actual}"],
  false: ["expected nothing here, got a value"],
  not: ["expected a value that does not match, got one that does"],
  anyOf: ["expected a match of at least one alternative, got none"],
  oneOf: [
    "expected a match of exactly one alternative, got more: {matched:and}",
    "expected a match of exactly one alternative, got none",
  ],
  $ref: ["expected a schema at {reference}, got none"],
  $dynamicRef: ["expected a schema at {reference}, got none"],
  depth: ["expected a value that nests less deeply, got one beyond the limit of 512 references"],
};
