/**
 * Which parts of a record say why an instance is invalid.
 */
import { formatError } from "../format-error.ts";
import type { AppliedSchema, KeywordTrace, SchemaTrace } from "../interpreter/trace.ts";
import { escapeToken } from "../json-pointer.ts";
import { formatAbsolute } from "./locations.ts";
import type { OutputUnit } from "./output-unit.ts";

/**
 * The subschemas whose failure is a reason for the keyword's: those that had to hold, and where none
 * of the others holds these too. The branches beside two that `oneOf` matched are no reason.
 */
export function findReasons({ applied }: KeywordTrace): readonly AppliedSchema[] {
  const isMet = applied.some(({ isAsserted, schema }) => !isAsserted && schema.isValid);
  return applied.filter(({ isAsserted, schema }) => !schema.isValid && (isAsserted || !isMet));
}

/** The errors of a schema itself as units. */
export function printSchemaErrors(schema: SchemaTrace, location: string): readonly OutputUnit[] {
  return schema.errors.map((error) => ({
    valid: false,
    keywordLocation: location,
    absoluteKeywordLocation: formatAbsolute(schema.node),
    instanceLocation: error.instanceLocation,
    error: formatError(error),
  }));
}

/** The errors of a keyword itself as units. */
export function printKeywordErrors(
  schema: SchemaTrace,
  { keyword, errors }: KeywordTrace,
  location: string,
): readonly OutputUnit[] {
  const name = escapeToken(keyword);
  return errors.map((error) => ({
    valid: false,
    keywordLocation: `${location}/${name}`,
    absoluteKeywordLocation: formatAbsolute(schema.node, name),
    instanceLocation: error.instanceLocation,
    error: formatError(error),
  }));
}
