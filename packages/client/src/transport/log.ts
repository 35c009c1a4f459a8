import type { RetryNotice } from "../hooks.ts";
import { labelOf } from "../operation.ts";
import { findRequestId } from "../response/request-id.ts";
import type { CallPlan } from "./plan.ts";

/** Tells the logger of a request that is about to be sent. */
export function logRequest(
  { logger, operation, request, redact }: CallPlan,
  attempt: number,
): void {
  logger?.({
    kind: "request",
    operation: labelOf(operation),
    attempt,
    url: redact(request.url),
  });
}

/** Tells the logger of a response that came. */
export function logResponse(
  { logger, operation, redact }: CallPlan,
  { status, headers }: Response,
  times: { readonly attempt: number; readonly duration: number },
): void {
  if (logger !== undefined) {
    const id = findRequestId(headers);
    const requestId = id === undefined ? undefined : redact(id);
    logger({ kind: "response", operation: labelOf(operation), ...times, status, requestId });
  }
}

/** Tells the logger that a request will be sent again. */
export function logRetry(
  { logger }: CallPlan,
  { attempt, delay, status, error }: RetryNotice,
): void {
  logger?.({
    kind: "retry",
    operation: labelOf(attempt.operation),
    attempt: attempt.number,
    delay,
    reason: status ?? error?.code ?? "network",
  });
}
