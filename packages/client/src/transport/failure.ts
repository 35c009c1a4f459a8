import { ClientError, type ClientErrorCode, type ClientErrorOptions } from "../error.ts";
import { redactCause } from "../redaction.ts";
import { findRequestId } from "../response/request-id.ts";
import type { Deadline } from "./deadline.ts";
import type { CallBasis } from "./plan.ts";

/** What is known of an attempt that came to no result. */
export interface Failed {
  readonly cause: unknown;
  /** Which attempt it was. */
  readonly number: number;
  /** The attempt's own; none between attempts. */
  readonly deadline?: Deadline;
  /** Where one came whose body broke off. */
  readonly response?: Response;
}

/** The exception for an attempt that got no response, or none to its end. */
export function failureOf(
  plan: CallBasis,
  { cause, number, deadline, response }: Failed,
): ClientError {
  const { label, redact } = plan;
  const { signal } = plan;
  const of = (code: ClientErrorCode, text: string) =>
    new ClientError(code, `${label}: ${text}`, {
      cause: redactCause(cause, redact),
      attempts: number,
      ...describeResponse(plan, response),
    });
  // By who ended the attempt; a `fetch` of the caller's may have a timeout of its own.
  const reason = nameOf(signal?.aborted ? signal.reason : cause);
  if (deadline?.signal.aborted && !signal?.aborted) {
    return of("timeout", `no whole answer within ${deadline.milliseconds} ms`);
  }
  if (reason === "TimeoutError") {
    return of("timeout", "the time for the call ran out");
  }
  if (signal?.aborted || reason === "AbortError") {
    return of("aborted", "the call was aborted");
  }
  return response
    ? of(
        "unreadable-body",
        `the body of the ${response.status} response broke off, or cannot be read`,
      )
    : of("network", "no response came");
}

/** What an error may show of a response. */
export function describeResponse(
  plan: Pick<CallBasis, "redact">,
  response: Response | undefined,
): Pick<ClientErrorOptions, "response" | "requestId"> {
  return response ? { response, requestId: shownId(plan, response) } : {};
}

/** What the server calls the request: it might name it by the key. */
export function shownId(
  { redact }: Pick<CallBasis, "redact">,
  { headers }: Response,
): string | undefined {
  const id = findRequestId(headers);
  return id && redact(id);
}

function nameOf(cause: unknown): unknown {
  return typeof cause === "object" && cause !== null && "name" in cause && cause.name;
}
