import type { SchemaIssue } from "./validation/standard-schema.ts";

/**
 * Why a call gave no result:
 *
 * - `invalid-request`: the arguments make no valid request; nothing was sent
 * - `network`: no response came
 * - `timeout`: the time for the last attempt, or for the call, ran out
 * - `aborted`: the caller's signal ended the call
 * - `unreadable-body`: a response came whose body is cut short, or a success that is not of its media type
 * - `invalid-response`: a response came that does not fit its schema, where validation is `strict`
 * - `redirection`, `client-error`, `server-error`: an answer 3xx, 4xx, 5xx, thrown by `dataOf` only
 */
export type ClientErrorCode =
  | "invalid-request"
  | "network"
  | "timeout"
  | "aborted"
  | "unreadable-body"
  | "invalid-response"
  | "redirection"
  | "client-error"
  | "server-error";

/**
 * What a call throws where there is no response to return. An answer of the server, whatever its
 * status, is a result, thrown by nobody but `dataOf`.
 *
 * The message names the operation as it stands in the description. No secret that the caller gave stands
 * in it, in its causes, or in what `JSON.stringify` and the platform's inspector show of the error.
 */
export class ClientError extends Error {
  override readonly name: string = "ClientError";
  declare readonly code: ClientErrorCode;
  /** How often the request was sent; 0 for `invalid-request`. */
  declare readonly attempts: number;
  /** The status of the response, where one came. */
  declare readonly status: number | undefined;
  /** What the server calls the request. */
  declare readonly requestId: string | undefined;
  /** What does not fit, for `invalid-response`. */
  declare readonly issues: readonly SchemaIssue[] | undefined;
  readonly #response: Response | undefined;
  readonly #body: unknown;

  constructor(code: ClientErrorCode, message: string, options: ClientErrorOptions = {}) {
    super(message, options);
    const { attempts = 0, requestId, issues, response, body } = options;
    Object.assign(this, { code, attempts, status: response?.status, requestId, issues });
    this.#body = body;
    this.#response = response;
  }

  /** The response whose body could not be read or does not fit. No inspector shows it: its URL may hold a key. */
  get response(): Response | undefined {
    return this.#response;
  }

  /** What the server said, for an answer that is no success: the `error` of the result. No inspector shows it either. */
  get body(): unknown {
    return this.#body;
  }
}

/** What more is known of a {@link ClientError}. */
export interface ClientErrorOptions {
  readonly cause?: unknown;
  readonly attempts?: number;
  readonly response?: Response | undefined;
  readonly requestId?: string | undefined;
  readonly issues?: readonly SchemaIssue[];
  readonly body?: unknown;
}
