import { ClientError } from "../error.ts";
import type { RetryNotice } from "../hooks.ts";
import { invalidRequest } from "../request/invalid-input.ts";
import { mediaTypeOf, type ReceivedBody, readResult, receiveBody } from "../response/read.ts";
import type { Result } from "../result.ts";
import { type Deadline, doInTime } from "./deadline.ts";
import { findDelay, type Sent } from "./delay.ts";
import { failureOf, shownId } from "./failure.ts";
import type { CallPlan } from "./plan.ts";
import { followRedirects, initOf, isRedirect } from "./redirect.ts";
import { discard, type PreparedRequest } from "./transport.ts";

/** What a request came to in the end. */
export interface Answered {
  readonly result: Result;
  readonly attempts: number;
}

/** One sending, and how far it came. */
interface Sending extends Sent {
  response?: Response;
}

/**
 * Sends a request until an answer came whole, or as often as the plan allows; then the last answer is
 * the one, whatever its status.
 *
 * @throws ClientError when the last attempt got none, or there is no such request
 */
export async function send(plan: CallPlan, request: PreparedRequest): Promise<Answered> {
  const { state, operation, signal, timeout, endsAt } = plan;
  for (let number = 1; ; number += 1) {
    const milliseconds = Math.min(timeout.attempt, endsAt - state.clock.now());
    const sending: Sending = { request, number };
    const outcome = await doInTime(
      { milliseconds, signal },
      (deadline) => exchange(plan, sending, deadline),
      (ended) => failureOf(plan, { ...ended, ...sending }),
    );
    if (typeof outcome === "object" && "ok" in outcome) {
      return { result: outcome, attempts: number };
    }
    const error = outcome instanceof ClientError ? outcome : undefined;
    const delay = outcome instanceof ClientError ? findDelay(plan, sending, outcome) : outcome;
    if (delay === undefined) {
      throw error;
    }
    const status = error ? undefined : sending.response?.status;
    await waitFor(plan, { attempt: { operation, number }, delay, status, error });
  }
}

/**
 * The result of one sending; or why none came; or the milliseconds until the next one. What it throws is
 * for the caller as it is.
 */
async function exchange(
  plan: CallPlan,
  sending: Sending,
  deadline: Deadline,
): Promise<Result | ClientError | number> {
  const { operation, label, redact, state } = plan;
  const { hooks, clock, logger } = state;
  const { number } = sending;
  const signal = deadline.signal();
  const failure = (cause: unknown) => failureOf(plan, { cause, ...sending });
  const request = hooks?.beforeRequest ? await applyHook(plan, sending) : sending.request;
  logger?.({ kind: "request", operation: label, attempt: number, url: redact(request.url) });
  const start = clock.now();
  let response: Response;
  try {
    response = await state.fetch(request.url, initOf(request, signal));
    if (plan.redirect !== "manual" && isRedirect(response)) {
      response = await followRedirects(state.fetch, { request, response, signal });
    }
  } catch (cause) {
    // `fetch` says of a connection error no more than of a request that is none.
    createRequest(plan, request);
    return failure(cause);
  }
  sending.response = response;
  if (signal?.aborted) {
    // Of a `fetch` that does not listen.
    await discard(response);
    return number;
  }
  const { status } = response;
  const duration = clock.now() - start;
  const requestId = logger && shownId(plan, response);
  logger?.({ kind: "response", operation: label, attempt: number, duration, status, requestId });
  if (hooks?.afterResponse) {
    await hooks.afterResponse(response, { operation, number });
  }
  const delay = findDelay(plan, sending, response);
  if (delay !== undefined) {
    await discard(response);
    return delay;
  }
  const mediaType = mediaTypeOf(operation, response);
  let body: ReceivedBody;
  try {
    body =
      operation.streams?.open(operation.streams, { response, failure, keep: deadline.keep }) ??
      (await receiveBody(mediaType, response));
  } catch (cause) {
    return failure(cause);
  }
  return readResult(plan, { response, mediaType, body, attempts: number });
}

/** The request with the headers that the caller's hook leaves. A body that can be read once is not shown to it. */
async function applyHook(plan: CallPlan, { request, number }: Sent): Promise<PreparedRequest> {
  const { operation, state } = plan;
  const shown = createRequest(plan, request);
  await state.hooks?.beforeRequest?.(shown, { operation, number });
  const headers = Object.fromEntries(shown.headers);
  if (request.body instanceof FormData) {
    // With a boundary that the platform draws anew.
    delete headers["content-type"];
  }
  return { ...request, headers };
}

/** The platform's request, without a body that can be read once. */
function createRequest(plan: CallPlan, request: PreparedRequest): Request {
  try {
    return new Request(request.url, request.duplex ? { ...request, body: "" } : request);
  } catch (error) {
    throw invalidRequest(plan, error);
  }
}

async function waitFor(plan: CallPlan, notice: RetryNotice): Promise<void> {
  const { delay, status, error, attempt } = notice;
  const { number } = attempt;
  const { logger, hooks, clock } = plan.state;
  const reason = status ?? error?.code ?? "network";
  logger?.({ kind: "retry", operation: plan.label, attempt: number, delay, reason });
  await hooks?.onRetry?.(notice);
  try {
    await clock.sleep(delay, plan.signal);
  } catch (cause) {
    throw failureOf(plan, { cause, number });
  }
}
