import type { CallState } from "../call-state.ts";
import { ClientError, type ClientErrorCode, type ClientErrorOptions } from "../error.ts";
import { labelOf, type Operation } from "../operation.ts";
import { redactCause } from "../redaction.ts";
import { InvalidInput } from "../request/invalid-input.ts";
import { findRequestId } from "../response/request-id.ts";
import type { Ended } from "./deadline.ts";

/** What an exception tells of its call. */
export type Failing = Pick<CallState, "operation" | "redact" | "attempts" | "response">;

/** The exception for an attempt that got no response, or none to its end. */
export function failureOf(call: Failing & Pick<CallState, "options">, ended: Ended): ClientError {
  const [code, text] = explain(call, ended);
  return errorOf(call, code, text, { cause: redactCause(ended.cause, call.redact) });
}

/** An exception of a call: its code, and the words that follow the operation's label. */
export function errorOf(
  call: Failing,
  code: ClientErrorCode,
  text: string,
  about: Pick<ClientErrorOptions, "cause" | "issues"> = {},
): ClientError {
  const { operation, attempts, response } = call;
  const requestId = response && shownId(call, response);
  return new ClientError(code, `${labelOf(operation)}: ${text}`, {
    ...about,
    attempts,
    response,
    requestId,
  });
}

/** By who ended the attempt; a `fetch` of the caller's may have a timeout of its own. */
function explain(
  { options: { signal }, response }: Pick<CallState, "options" | "response">,
  { cause, expired }: Ended,
): readonly [code: ClientErrorCode, text: string] {
  if (expired !== undefined) {
    return ["timeout", `no whole answer within ${expired} ms`];
  }
  const isAborted = signal?.aborted;
  const reason = nameOf(isAborted ? signal.reason : cause);
  if (reason === "TimeoutError") {
    return ["timeout", "the time for the call ran out"];
  }
  if (isAborted || reason === "AbortError") {
    return ["aborted", "the call was aborted"];
  }
  return response
    ? [
        "unreadable-body",
        `the body of the ${response.status} response broke off, or cannot be read`,
      ]
    : ["network", "no response came"];
}

/** What the server calls the request: it might name it by the key. */
export function shownId(
  { redact }: Pick<CallState, "redact">,
  { headers }: Response,
): string | undefined {
  const id = findRequestId(headers);
  return id && redact(id);
}

function nameOf(cause: unknown): unknown {
  return typeof cause === "object" && cause !== null && "name" in cause && cause.name;
}

/** The exception for what makes no request. Only our own message goes on: the platform's quotes the URL or the header, which may hold secrets. */
export function invalidRequest(operation: Operation, error: unknown): ClientError {
  const reason =
    error instanceof InvalidInput
      ? error.message
      : "URL, headers or body are not valid (the base URL must be absolute; GET and HEAD have no body)";
  return new ClientError("invalid-request", `${labelOf(operation)}: ${reason}`);
}
