import type { CallState } from "../call-state.ts";
import type { ClientError } from "../error.ts";
import type { Attempt } from "../hooks.ts";
import { labelOf } from "../operation.ts";
import { mediaTypeOf, type ReceivedBody, readResult, receiveBody } from "../response/read.ts";
import type { Result } from "../result.ts";
import { type Deadline, doInTime } from "./deadline.ts";
import { findDelay } from "./delay.ts";
import { failureOf, invalidRequest, shownId } from "./failure.ts";
import { followRedirects } from "./redirect.ts";
import { discard, type PreparedRequest, sendOnce } from "./transport.ts";

/** Why an attempt is not the last: what it failed by, or the milliseconds until the next one. */
export type Setback = ClientError | number;

/** Sends a request once, in the time that an attempt has. */
export function attempt(call: CallState, request: PreparedRequest): Promise<Result | Setback> {
  call.attempts += 1;
  const milliseconds = Math.min(call.timeout.attempt, call.endsAt - call.state.clock.now());
  return doInTime(
    { milliseconds, signal: call.options.signal },
    (deadline) => exchange(call, request, deadline),
    (ended) => failureOf(call, ended),
  );
}

/** What it throws is for the caller as it is. */
async function exchange(
  call: CallState,
  prepared: PreparedRequest,
  deadline: Deadline,
): Promise<Result | Setback> {
  const { state, operation, options, redact, attempts } = call;
  const { hooks, clock, logger, fetch } = state;
  const shown = { operation, number: attempts };
  const signal = deadline.signal();
  const failure = (cause: unknown) => failureOf(call, { cause });
  const request = hooks?.beforeRequest ? await applyHook(call, prepared, shown) : prepared;
  logger?.({
    kind: "request",
    operation: labelOf(operation),
    attempt: attempts,
    url: redact(request.url),
  });
  const start = clock.now();
  let response: Response;
  try {
    response = await sendOnce(fetch, request, signal);
    if (!response.ok && (options.redirect ?? state.redirect) !== "manual") {
      response = await followRedirects(fetch, request, response, signal);
    }
  } catch (cause) {
    // `fetch` says of a connection error no more than of a request that is none.
    createRequest(call, request);
    return failure(cause);
  }
  if (signal?.aborted) {
    // Of a `fetch` that does not listen.
    await discard(response);
    return 0;
  }
  call.response = response;
  logger?.({
    kind: "response",
    operation: labelOf(operation),
    attempt: attempts,
    status: response.status,
    requestId: shownId(call, response),
    duration: clock.now() - start,
  });
  if (hooks?.afterResponse) {
    await hooks.afterResponse(response, shown);
  }
  const delay = response.ok ? undefined : findDelay(call, request, response);
  if (delay !== undefined) {
    await discard(response);
    return delay;
  }
  const { streams } = operation;
  const mediaType = mediaTypeOf(operation, response);
  let body: ReceivedBody;
  try {
    body =
      streams?.open(streams, { response, failure, keep: deadline.keep }) ??
      (await receiveBody(mediaType, response));
  } catch (cause) {
    return failure(cause);
  }
  return readResult(call, response, mediaType, body);
}

/** The request with the headers that the caller's hook leaves. A body that can be read once is not shown to it. */
async function applyHook(
  call: CallState,
  request: PreparedRequest,
  attempt: Attempt,
): Promise<PreparedRequest> {
  const shown = createRequest(call, request);
  await call.state.hooks?.beforeRequest?.(shown, attempt);
  const headers = Object.fromEntries(shown.headers);
  if (request.body instanceof FormData) {
    // With a boundary that the platform draws anew.
    delete headers["content-type"];
  }
  return { ...request, headers };
}

/** The platform's request, without a body that can be read once. */
function createRequest(call: CallState, request: PreparedRequest): Request {
  try {
    return new Request(request.url, request.duplex ? { ...request, body: "" } : request);
  } catch (error) {
    throw invalidRequest(call.operation, error);
  }
}

/**
 * Waits for the next attempt.
 *
 * @throws ClientError when there is none
 */
export async function waitAfter(
  setback: Setback,
  call: CallState,
  request: PreparedRequest,
): Promise<void> {
  const { state, operation, attempts: number, options } = call;
  const { logger, hooks, clock } = state;
  const isDelay = typeof setback === "number";
  const error = isDelay ? undefined : setback;
  const delay = isDelay ? setback : findDelay(call, request, setback);
  if (delay === undefined) {
    throw error;
  }
  const status = error ? undefined : call.response?.status;
  // What comes of the wait is no answer's doing.
  call.response = undefined;
  const reason = status ?? error?.code ?? "network";
  logger?.({ kind: "retry", operation: labelOf(operation), attempt: number, delay, reason });
  await hooks?.onRetry?.({ attempt: { operation, number }, delay, status, error });
  try {
    await clock.sleep(delay, options.signal);
  } catch (cause) {
    throw failureOf(call, { cause });
  }
}
