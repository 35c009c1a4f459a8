import { ClientError } from "../error.ts";
import type { RetryNotice } from "../hooks.ts";
import { invalidRequest } from "../request/invalid-input.ts";
import { type Received, receiveBody } from "../response/read.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { findDelay } from "./delay.ts";
import { failureOf, shownId } from "./failure.ts";
import type { CallPlan } from "./plan.ts";
import { fetchFollowing } from "./redirect.ts";
import { discard, type PreparedRequest } from "./transport.ts";

/** One sending, and what ends it. */
interface Sending {
  readonly number: number;
  readonly deadline: Deadline;
}

/**
 * Sends a request until an answer came whole, or as often as the plan allows; then the last answer is
 * the one, whatever its status.
 *
 * @throws ClientError when the last attempt got none, or there is no such request
 */
export async function send(plan: CallPlan): Promise<Received> {
  for (let number = 1; ; number += 1) {
    const left = plan.endsAt - plan.state.clock.now();
    const deadline = startDeadline(Math.min(plan.timeout.attempt, left), plan.signal);
    let outcome: Received | RetryNotice;
    try {
      outcome = await attempt(plan, { number, deadline });
    } finally {
      deadline.release();
    }
    if ("response" in outcome) {
      return outcome;
    }
    await waitFor(plan, outcome);
  }
}

/** What came, or the notice of the next attempt. */
async function attempt(plan: CallPlan, sending: Sending): Promise<Received | RetryNotice> {
  const { number } = sending;
  const attempted = { operation: plan.operation, number };
  let lost = await fetchOnce(plan, sending);
  if (!(lost instanceof ClientError)) {
    const { status } = lost;
    const delay = findDelay(plan, number, lost);
    if (delay !== undefined) {
      await discard(lost);
      return { attempt: attempted, delay, status, error: undefined };
    }
    const received = await receive(plan, sending, lost);
    if (!(received instanceof ClientError)) {
      return received;
    }
    lost = received;
  }
  const delay = findDelay(plan, number, lost);
  if (delay === undefined) {
    throw lost;
  }
  return { attempt: attempted, delay, status: undefined, error: lost };
}

/** The response, its body unread; or why none came. */
async function fetchOnce(plan: CallPlan, sending: Sending): Promise<Response | ClientError> {
  const { operation, label, redact, state } = plan;
  const { hooks, clock, logger } = state;
  const { number, deadline } = sending;
  const request = await applyHook(plan, number);
  logger?.({ kind: "request", operation: label, attempt: number, url: redact(request.url) });
  const start = clock.now();
  let response: Response;
  try {
    response = await deadline.bound(fetchFollowing(request, plan, deadline.signal));
  } catch (cause) {
    // `fetch` says of a connection error no more than of a request that is none.
    if (!deadline.isOver()) {
      createRequest(plan);
    }
    return failureOf(plan, { cause, ...sending });
  }
  logger?.({
    kind: "response",
    operation: label,
    attempt: number,
    duration: clock.now() - start,
    status: response.status,
    requestId: shownId(plan, response),
  });
  await hooks?.afterResponse?.(response, { operation, number });
  return response;
}

/** The request with the headers that the caller's hook leaves. A body that can be read once is not shown to it. */
async function applyHook(plan: CallPlan, number: number): Promise<PreparedRequest> {
  const { operation, request } = plan;
  const { hooks } = plan.state;
  if (hooks?.beforeRequest === undefined) {
    return request;
  }
  const shown = createRequest(plan);
  await hooks.beforeRequest(shown, { operation, number });
  const headers = Object.fromEntries(shown.headers);
  if (request.body instanceof FormData) {
    // With a boundary that the platform draws anew.
    delete headers["content-type"];
  }
  return { ...request, headers };
}

/** The platform's request, without a body that can be read once. */
function createRequest(plan: CallPlan): Request {
  const { request } = plan;
  try {
    return new Request(request.url, request.duplex ? { ...request, body: "" } : request);
  } catch (error) {
    throw invalidRequest(plan, error);
  }
}

/** The response with its body; or why the body broke off. */
async function receive(
  plan: CallPlan,
  sending: Sending,
  response: Response,
): Promise<Received | ClientError> {
  const { operation } = plan;
  const { number, deadline } = sending;
  const failure = (cause: unknown) => failureOf(plan, { cause, response, ...sending });
  try {
    const body =
      operation.streams?.open(operation.streams, { response, failure, keep: deadline.keep }) ??
      (await deadline.bound(receiveBody(operation, response)));
    return { response, body, attempts: number };
  } catch (cause) {
    return failure(cause);
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
