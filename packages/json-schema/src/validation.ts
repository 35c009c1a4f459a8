import type { JsonValue } from "./json.ts";

/**
 * One assertion that an instance does not meet.
 *
 * - `keyword`: the keyword that asserts, such as `required`; a boolean schema `false` is `"false"`
 * - `keywordLocation`: JSON Pointer of that keyword in the schema document, `$ref`s followed:
 *   `/components/schemas/Model/required`
 * - `instanceLocation`: JSON Pointer into the instance; for `required` the object that lacks the property
 * - `params`: what the message needs: `{ missing: "id" }`, `{ expected: ["string"], actual: "null" }`
 */
export interface ValidationError {
  readonly keyword: string;
  readonly keywordLocation: string;
  readonly instanceLocation: string;
  readonly params: { readonly [name: string]: JsonValue };
}

/** What a validator answers: the value itself, typed, or why not. */
export type Validation<T = unknown> =
  | { readonly valid: true; readonly value: T }
  | { readonly valid: false; readonly errors: readonly ValidationError[] };
