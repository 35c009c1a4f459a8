import type { Operation } from "../operation.ts";
import type { SchemaIssue, StandardSchema } from "./standard-schema.ts";

/**
 * Whether answers are checked, and against what:
 *
 * - `off`: nothing is checked
 * - `warn`: an answer that does not fit is a result all the same; hook and logger are told
 * - `strict`: it is thrown, as a `ClientError` with the code `invalid-response`
 *
 * The data is returned as it came in each mode: a validator that transforms or strips fields changes
 * nothing, and unknown fields are kept. Whether new fields and new enum values fit is for the schemas
 * to say.
 */
export interface ValidationOptions {
  /** Default: `warn`. */
  readonly mode?: "off" | "warn" | "strict" | undefined;
  /** Default: none, so that nothing is checked. */
  readonly schemas?: SchemaTable | FindSchema | undefined;
}

/**
 * Schemas of JSON bodies by operation and status, both as the description writes them:
 * `{ "GET /models": { 200: GetModels200, default: Problem } }`. A status is looked up as it is, then
 * its range (`4XX`), then `default`.
 */
export interface SchemaTable {
  readonly [operation: string]: { readonly [status: string]: StandardSchema | undefined };
}

/** The schema of an answer's data; undefined where there is none. Asked for each answer that may have a body, whatever its media type. */
export type FindSchema = (answer: CheckedAnswer) => StandardSchema | undefined;

/** What a schema is looked up by. */
export interface CheckedAnswer {
  readonly operation: Operation;
  readonly status: number;
  /** As the result has it. */
  readonly mediaType: string | undefined;
}

/** An answer that does not fit its schema. */
export interface InvalidResponse extends CheckedAnswer {
  readonly requestId: string | undefined;
  /** No secret of the caller stands in their messages. */
  readonly issues: readonly SchemaIssue[];
}
