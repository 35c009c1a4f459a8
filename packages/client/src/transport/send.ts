import { ClientError } from "../error.ts";
import type { RetryNotice } from "../hooks.ts";
import { invalidRequest } from "../request/invalid-input.ts";
import { type ReceivedBody, receiveBody } from "../response/read.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { findDelay } from "./delay.ts";
import { failureOf } from "./failure.ts";
import { logRequest, logResponse, logRetry } from "./log.ts";
import type { CallPlan } from "./plan.ts";
import { fetchFollowing } from "./redirect.ts";
import { isTransient } from "./retry-policy.ts";
import { discard, initOf, type PreparedRequest } from "./transport.ts";

/** A response with its whole body, and how many attempts it took. */
export interface Received {
  readonly kind: "received";
  readonly response: Response;
  readonly body: ReceivedBody;
  readonly attempts: number;
}

type Outcome = Received | { readonly kind: "retry"; readonly notice: RetryNotice };

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
    const outcome = await attempt(plan, number);
    if (outcome.kind === "received") {
      return outcome;
    }
    await waitFor(plan, outcome.notice);
  }
}

async function attempt(plan: CallPlan, number: number): Promise<Outcome> {
  const left = plan.endsAt - plan.clock.now();
  const deadline = startDeadline(Math.min(plan.timeouts.attempt, left), plan.signal);
  const sending = { number, deadline };
  try {
    const response = await fetchOnce(plan, sending);
    if (response instanceof ClientError) {
      return recover(plan, sending, response);
    }
    const delay = isTransient(response.status) ? findDelay(plan, number, response) : undefined;
    if (delay !== undefined) {
      await discard(response);
      return again(plan, sending, { delay, status: response.status });
    }
    const received = await receive(plan, sending, response);
    return received instanceof ClientError ? recover(plan, sending, received) : received;
  } finally {
    deadline.release();
  }
}

/** The response, its body unread; or why none came. */
async function fetchOnce(plan: CallPlan, sending: Sending): Promise<Response | ClientError> {
  const { operation, hooks, clock } = plan;
  const { number } = sending;
  const request = await applyHook(plan, sending);
  logRequest(plan, number);
  const start = clock.now();
  let response: Response;
  try {
    response = await sending.deadline.bound(fetchAs(plan, request, sending));
  } catch (cause) {
    rejectInvalid(plan, sending);
    return failureOf(plan, { cause, ...sending });
  }
  logResponse(plan, response, { attempt: number, duration: clock.now() - start });
  await hooks.afterResponse?.(response, { operation, number });
  return response;
}

/** The request with the headers that the caller's hook leaves. A body that can be read once is not shown to it. */
async function applyHook(plan: CallPlan, { number }: Sending): Promise<PreparedRequest> {
  const { operation, hooks, request } = plan;
  if (hooks.beforeRequest === undefined) {
    return request;
  }
  const shown = createRequest(plan);
  await hooks.beforeRequest(shown, { operation, number });
  const headers = new Headers(shown.headers);
  if (request.body instanceof FormData) {
    // With a boundary that the platform draws anew.
    headers.delete("content-type");
  }
  return { ...request, headers };
}

/** The platform's request, without a body that can be read once. */
function createRequest({ operation, request }: CallPlan): Request {
  const isStream = request.body instanceof ReadableStream;
  try {
    return new Request(request.url, initOf(isStream ? { ...request, body: undefined } : request));
  } catch (error) {
    throw invalidRequest(operation, error);
  }
}

/** `fetch` says of a connection error no more than of a request that is none: who makes the request learns which it was. */
function rejectInvalid(plan: CallPlan, { deadline }: Sending): void {
  if (!deadline.signal.aborted) {
    createRequest(plan);
  }
}

async function fetchAs(
  { transport, redirect }: CallPlan,
  request: PreparedRequest,
  { deadline: { signal } }: Sending,
): Promise<Response> {
  return redirect === "manual"
    ? await transport(request.url, { ...initOf(request), redirect, signal })
    : await fetchFollowing(request, { transport, signal });
}

/** The response with its body; or why the body broke off. */
async function receive(
  plan: CallPlan,
  sending: Sending,
  response: Response,
): Promise<Received | ClientError> {
  try {
    const body = await sending.deadline.bound(receiveBody(plan.operation, response));
    return { kind: "received", response, body, attempts: sending.number };
  } catch (cause) {
    return failureOf(plan, { cause, response, ...sending });
  }
}

/** Another attempt after a failure, where one is left and the call itself is not over. */
function recover(plan: CallPlan, sending: Sending, error: ClientError): Outcome {
  const delay = error.code === "aborted" ? undefined : findDelay(plan, sending.number);
  if (delay === undefined) {
    throw error;
  }
  return again(plan, sending, { delay, error });
}

interface Reason {
  readonly delay: number;
  readonly status?: number;
  readonly error?: ClientError;
}

function again(
  { operation }: CallPlan,
  { number }: Sending,
  { delay, status, error }: Reason,
): Outcome {
  return { kind: "retry", notice: { attempt: { operation, number }, delay, status, error } };
}

async function waitFor(plan: CallPlan, notice: RetryNotice): Promise<void> {
  const { attempt, delay } = notice;
  logRetry(plan, notice);
  await plan.hooks.onRetry?.(notice);
  try {
    await plan.clock.sleep(delay, plan.signal);
  } catch (cause) {
    throw failureOf(plan, { cause, number: attempt.number });
  }
}
