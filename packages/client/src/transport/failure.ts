import { ClientError, type ClientErrorCode } from "../error.ts";
import { labelOf } from "../operation.ts";
import { redactCause } from "../redaction.ts";
import { findRequestId } from "../response/request-id.ts";
import type { Deadline } from "./deadline.ts";
import type { CallPlan } from "./plan.ts";

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
export function failureOf(plan: CallPlan, failed: Failed): ClientError {
  const { cause, number: attempts, response } = failed;
  const { code, text } = reasonOf(plan, failed);
  return new ClientError(code, `${labelOf(plan.operation)}: ${text}`, {
    cause: redactCause(cause, plan.redact),
    attempts,
    ...describeResponse(plan, response),
  });
}

/** What an error may show of a response: the server might name the request by the key. */
export function describeResponse(
  { redact }: CallPlan,
  response: Response | undefined,
): { readonly response?: Response; readonly requestId?: string | undefined } {
  if (response === undefined) {
    return {};
  }
  const requestId = findRequestId(response.headers);
  return { response, requestId: requestId === undefined ? undefined : redact(requestId) };
}

interface Reason {
  readonly code: ClientErrorCode;
  readonly text: string;
}

/** By who ended the attempt; a `fetch` of the caller's may have a timeout of its own. */
function reasonOf(plan: CallPlan, { cause, deadline, response }: Failed): Reason {
  if (plan.signal?.aborted === true) {
    return interruption(plan.signal.reason);
  }
  if (deadline?.signal.aborted === true) {
    return { code: "timeout", text: `no whole answer within ${deadline.milliseconds} ms` };
  }
  const name = nameOf(cause);
  if (name === "TimeoutError" || name === "AbortError") {
    return interruption(cause);
  }
  return response === undefined
    ? { code: "network", text: "no response came" }
    : {
        code: "unreadable-body",
        text: `the body of the ${response.status} response broke off`,
      };
}

/** What a call's end before its time is called: by a timeout, or by the caller. */
export function interruption(reason: unknown): Reason {
  return nameOf(reason) === "TimeoutError"
    ? { code: "timeout", text: "the time for the call ran out" }
    : { code: "aborted", text: "the call was aborted" };
}

function nameOf(cause: unknown): string {
  return typeof cause === "object" && cause !== null && "name" in cause ? String(cause.name) : "";
}
