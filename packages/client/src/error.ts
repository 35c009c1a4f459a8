/**
 * Why a call gave no result:
 *
 * - `invalid-request`: the arguments make no valid request; nothing was sent
 * - `network`: no response came
 * - `timeout`, `aborted`: the signal of the call ended it
 * - `unreadable-body`: a response came whose body is cut short or not of its media type
 */
export type ClientErrorCode =
  | "invalid-request"
  | "network"
  | "timeout"
  | "aborted"
  | "unreadable-body";

/**
 * What a call throws where there is no response to return. An answer of the server, whatever its
 * status, is a result and never thrown.
 *
 * The message names the operation as it stands in the description. It never holds a URL, a header or
 * a body, for these may hold secrets.
 */
export class ClientError extends Error {
  override readonly name: string = "ClientError";
  readonly code: ClientErrorCode;
  /** The response whose body could not be read. */
  readonly response: Response | undefined;

  constructor(code: ClientErrorCode, message: string, options: ClientErrorOptions = {}) {
    super(message, "cause" in options ? { cause: options.cause } : {});
    this.code = code;
    this.response = options.response;
  }
}

/** What more is known of a {@link ClientError}. */
export interface ClientErrorOptions {
  readonly cause?: unknown;
  readonly response?: Response;
}
