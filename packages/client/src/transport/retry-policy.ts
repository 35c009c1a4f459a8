import type { ClientError } from "../error.ts";
import type { Ground } from "../layers.ts";
import type { PreparedRequest } from "./transport.ts";

/**
 * When a request is sent again: after a connection error or the timeout of an attempt, and after the
 * statuses 408, 425, 429 and 5xx. Only where a second time does no harm: the method is idempotent
 * (RFC 9110, section 9.2.2) or the request has an `Idempotency-Key` header, and the body is no stream.
 */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default: 3. */
  readonly attempts?: number | undefined;
  /** The longest wait before the second attempt, in milliseconds; it doubles with every further one. Default: 500. */
  readonly baseDelay?: number | undefined;
  /** The longest wait before any attempt that we choose ourselves, in milliseconds. Default: 8,000. */
  readonly maxDelay?: number | undefined;
  /** The longest wait that a server may ask for, in milliseconds; past it its answer is the result at once. Default: 60,000. */
  readonly maxRetryAfter?: number | undefined;
}

/** Retry options with nothing left open. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly baseDelay: number;
  readonly maxDelay: number;
  readonly maxRetryAfter: number;
}

const on: RetryPolicy = { attempts: 3, baseDelay: 500, maxDelay: 8_000, maxRetryAfter: 60_000 };

export const retrying: Ground<RetryPolicy> = { on, off: { ...on, attempts: 1 } };

/** Whether a request may reach the server twice: a stream is gone once it is sent. */
export function isRepeatable({ method, headers, duplex }: PreparedRequest): boolean {
  const isIdempotent =
    /^(GET|HEAD|OPTIONS|QUERY|TRACE|PUT|DELETE)$/.test(method) ||
    "idempotency-key" in headers ||
    "x-idempotency-key" in headers;
  return isIdempotent && duplex === undefined;
}

/** Whether what came may be another thing later. */
export function isTransient(outcome: Response | ClientError): boolean {
  if ("code" in outcome) {
    return outcome.code !== "aborted";
  }
  const { status } = outcome;
  return [408, 425, 429].includes(status) || status >= 500;
}
