import { ClientError } from "../error.ts";

/** Thrown inside of this package when a caller's input makes no request. */
export class InvalidInput extends Error {}

/** The exception for what makes no request. Only our own message goes on: the platform's quotes the URL or the header, which may hold secrets. */
export function invalidRequest({ label }: { readonly label: string }, error: unknown): ClientError {
  const reason =
    error instanceof InvalidInput
      ? error.message
      : "URL, headers or body are not valid (the base URL must be absolute; GET and HEAD have no body)";
  return new ClientError("invalid-request", `${label}: ${reason}`);
}
