/** Why the server could not start; the set is closed. */
export type ServerErrorCode =
  | "bad-option"
  | "port-in-use"
  | "catalogue-unreadable"
  | "catalogue-invalid";

/** The only exception that this package throws on purpose. */
export class ServerError extends Error {
  override readonly name: string = "ServerError";
  readonly code: ServerErrorCode;

  constructor(code: ServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
