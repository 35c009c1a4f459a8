/**
 * The record of an evaluation: which schema said what of which place.
 */
import type { SchemaNode } from "../document/node.ts";
import type { JsonValue } from "../json.ts";
import type { ValidationError } from "../validation.ts";

/** What the keyword that is evaluated has applied so far. */
export interface Trace {
  readonly applied: AppliedSchema[];
  /** Where a subschema stands, from the schema that applies it. */
  locate(node: SchemaNode): string;
}

/**
 * A subschema that a keyword applied.
 *
 * - `location`: JSON Pointer from the schema around it, `$ref` not followed: `/properties/a`, `/$ref`
 * - `isAsserted`: must it hold, or was it only asked whether it does?
 */
export interface AppliedSchema {
  readonly location: string;
  readonly isAsserted: boolean;
  readonly schema: SchemaTrace;
}

/**
 * What a schema said of one place of the instance. The same schema at the same place is one object,
 * however many ways lead there.
 *
 * - `errors`: those of the schema itself, which only `false` has
 */
export interface SchemaTrace {
  readonly node: SchemaNode;
  readonly instanceLocation: string;
  readonly isValid: boolean;
  readonly errors: readonly ValidationError[];
  readonly keywords: readonly KeywordTrace[];
}

/** What a keyword said; `annotation` is undefined where it makes none. */
export interface KeywordTrace {
  readonly keyword: string;
  readonly isValid: boolean;
  readonly errors: readonly ValidationError[];
  readonly annotation: JsonValue | undefined;
  readonly applied: readonly AppliedSchema[];
}
