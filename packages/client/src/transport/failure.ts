import { ClientError, type ClientErrorCode, type ClientErrorOptions } from "../error.ts";
import { type Redact, redactCause } from "../redaction.ts";
import { findRequestId } from "../response/request-id.ts";
import type { Ended } from "./deadline.ts";
import type { CallPlan } from "./plan.ts";

/** What every exception of a call is made with. */
export interface Labelled {
  /** How people know the operation. */
  readonly label: string;
  /** Takes every secret out of a text. */
  readonly redact: Redact;
}

/** What is known of an attempt that came to no result. */
export interface Failed extends Ended {
  /** Which attempt it was. */
  readonly number: number;
  /** Where one came whose body broke off. */
  readonly response?: Response;
}

/** The exception for an attempt that got no response, or none to its end. */
export function failureOf(plan: CallPlan, failed: Failed): ClientError {
  const cause = redactCause(failed.cause, plan.redact);
  const { number: attempts, response } = failed;
  return errorOf(plan, explain(plan.signal, failed), { cause, attempts, response });
}

/** An exception of a call: its code, and the words that follow the operation's label. */
export function errorOf(
  call: Labelled,
  [code, text]: Explanation,
  about: ClientErrorOptions,
): ClientError {
  const requestId = about.response && shownId(call, about.response);
  return new ClientError(code, `${call.label}: ${text}`, { ...about, requestId });
}

type Explanation = readonly [code: ClientErrorCode, text: string];

/** By who ended the attempt; a `fetch` of the caller's may have a timeout of its own. */
function explain(
  signal: AbortSignal | undefined,
  { cause, expired, response }: Failed,
): Explanation {
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
export function shownId({ redact }: Labelled, { headers }: Response): string | undefined {
  const id = findRequestId(headers);
  return id && redact(id);
}

function nameOf(cause: unknown): unknown {
  return typeof cause === "object" && cause !== null && "name" in cause && cause.name;
}
