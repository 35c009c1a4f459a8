import { ClientError } from "../error.ts";
import { labelOf, type Operation } from "../operation.ts";

/** Thrown inside of this package when a caller's input makes no request. */
export class InvalidInput extends Error {
  override readonly name: string = "InvalidInput";
}

/** The exception for what makes no request. Only our own message goes on: the platform's quotes the URL or the header, which may hold secrets. */
export function invalidRequest(operation: Operation, error: unknown): ClientError {
  const reason =
    error instanceof InvalidInput
      ? error.message
      : "the base URL, a parameter or a header is not valid (the base URL must be absolute)";
  return new ClientError("invalid-request", `${labelOf(operation)}: ${reason}`);
}
