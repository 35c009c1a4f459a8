import type { Hooks, Logger } from "../hooks.ts";
import type { Operation } from "../operation.ts";
import type { Result } from "../result.ts";
import type { CheckedAnswer } from "./answer.ts";
import type { StandardSchema } from "./standard-schema.ts";

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
  /** Made by `bySchemas`. Default: none, so that nothing is checked. */
  readonly schemas?: CheckAnswer | undefined;
}

/** Holds a result against its schema; see `bySchemas`. Rejects with a ClientError where it does not fit and the mode is `strict`. */
export type CheckAnswer = (
  call: CheckedCall,
  result: Result,
  mode: "warn" | "strict",
) => Promise<void>;

/** The call whose result is checked. */
export interface CheckedCall {
  readonly operation: Operation;
  /** Takes every secret out of a text. */
  readonly redact: (text: string) => string;
  /** How often its request was sent. */
  readonly attempts: number;
  readonly response: Response | undefined;
  /** Who is told. */
  readonly state: { readonly hooks?: Hooks | undefined; readonly logger?: Logger | undefined };
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
