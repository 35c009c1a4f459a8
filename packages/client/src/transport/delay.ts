import type { CallState } from "../call-state.ts";
import type { ClientError } from "../error.ts";
import { applyLayers } from "../layers.ts";
import type { Clock } from "./clock.ts";
import { isRepeatable, isTransient, type RetryPolicy, retrying } from "./retry-policy.ts";
import type { PreparedRequest } from "./transport.ts";

/**
 * How long to wait for the attempt after this one, in milliseconds: as the server asks, or else by
 * chance. Undefined where there is none: nothing may get better, no attempt is left, the request may not
 * be sent twice, or the wait would be longer than the server may ask for or than the call may take.
 */
export function findDelay(
  { state: { clock, retry }, options, endsAt, attempts }: CallState,
  request: PreparedRequest,
  outcome: Response | ClientError,
): number | undefined {
  const policy = applyLayers(retrying, retry, options.retry);
  if (
    !isTransient(outcome) ||
    attempts >= policy.attempts ||
    options.signal?.aborted ||
    !isRepeatable(request)
  ) {
    return undefined;
  }
  const asked = "headers" in outcome ? findRetryAfter(outcome.headers, clock.now()) : undefined;
  if (asked !== undefined && asked > policy.maxRetryAfter) {
    return undefined;
  }
  const delay = asked ?? jitteredDelay(attempts, policy, clock);
  return clock.now() + delay < endsAt ? delay : undefined;
}

/**
 * The wait that a server asks for, in milliseconds: `Retry-After-Ms`, or else `Retry-After` in seconds
 * or as a date (RFC 9110, section 10.2.3). Undefined where it asks for none that can be read.
 */
export function findRetryAfter(headers: Headers, now: number): number | undefined {
  const written = headers.get("retry-after");
  const milliseconds = findNumber(headers.get("retry-after-ms"), 1) ?? findNumber(written, 1_000);
  const date = Date.parse(written ?? "");
  return milliseconds ?? (date >= 0 ? Math.max(0, date - now) : undefined);
}

/** A wait of our own: anything up to a bound that doubles with each attempt, so that callers who failed together do not come back together. */
export function jitteredDelay(attempt: number, policy: RetryPolicy, clock: Clock): number {
  const bound = Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 1));
  return Math.round(clock.random() * bound);
}

function findNumber(text: string | null, unit: number): number | undefined {
  return /^\s*\d+(\.\d+)?\s*$/.test(text ?? "") ? Number(text) * unit : undefined;
}
