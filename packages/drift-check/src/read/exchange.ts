import type { JsonValue } from "@truespec/json-schema";

/** A header as it was seen: the name in lower case, values of one name joined by `, `. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/**
 * A message body.
 *
 * - `none`: nothing was sent, or nothing was recorded
 * - `text`: decoded, not parsed yet; a `fault` says why it is not quite what was sent, in words that follow "it is"
 * - `json`: recorded as a JSON value, so nothing is left to parse
 */
export type Body =
  | { readonly kind: "none" }
  | { readonly kind: "text"; readonly text: string; readonly fault?: string }
  | { readonly kind: "json"; readonly value: JsonValue };

/** The request of an exchange; credentials are already dropped. */
export interface ExchangeRequest {
  /** In upper case. */
  readonly method: string;
  /** Absolute, or a path where the recording names no server. Key-like query values are `REDACTED`. */
  readonly url: string;
  readonly headers: readonly HeaderField[];
  /** `none` also where the recording left it out. */
  readonly body: Body;
}

/** The response of an exchange; cookies are already dropped. */
export interface ExchangeResponse {
  readonly status: number;
  readonly headers: readonly HeaderField[];
  readonly body: Body;
}

/** One observed request with its response. */
export interface Exchange {
  /** Where it was read, such as `a.ndjson:3`; unique within a run. */
  readonly id: string;
  /** ISO 8601, UTC; undefined when the recording does not say. */
  readonly time: string | undefined;
  readonly request: ExchangeRequest;
  readonly response: ExchangeResponse;
  /** Label of the operation, when the user named it (`GET /models`); else the request is matched. */
  readonly operation: string | undefined;
  /** Asked by ourselves: a refusal then is our own lack of rights, not news about the API. */
  readonly probed: boolean;
}

/** Every reason why an exchange told nothing, one word each. */
export const problemKinds = [
  "unreadable",
  "truncated",
  "timeout",
  "html-page",
  "unmatched",
  "auth-refused",
] as const;

/** One reason why an exchange told nothing. */
export type ProblemKind = (typeof problemKinds)[number];

/** An exchange that could not be compared: never drift, always told. */
export interface CollectionProblem {
  /** Id of the exchange, or the file where there is none. */
  readonly exchange: string;
  readonly kind: ProblemKind;
  readonly message: string;
}
