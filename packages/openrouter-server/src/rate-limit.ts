/** Milliseconds that a rate limit counts over. */
const windowMs = 60_000;

/** A request above the limit. */
export interface Excess {
  readonly limit: number;
  /** Whole seconds until the next request is answered. */
  readonly retryAfter: number;
  /** When that is, in milliseconds since 1970. */
  readonly resetAt: number;
}

/** Counts one request and says whether it is one too many. */
export type RateLimiter = (now: Date) => Excess | undefined;

/**
 * Makes a limiter that lets a number of requests through each minute, counted from the first.
 *
 * @param limit requests a minute
 */
export function createRateLimiter(limit: number): RateLimiter {
  let resetAt = 0;
  let used = 0;
  return (now) => {
    const time = now.getTime();
    if (time >= resetAt) {
      resetAt = time + windowMs;
      used = 0;
    }
    used += 1;
    if (used <= limit) return undefined;
    return { limit, retryAfter: Math.ceil((resetAt - time) / 1000), resetAt };
  };
}

/** The headers that the API sends with a 429, and with no other answer. */
export function excessHeaders({ limit, retryAfter, resetAt }: Excess): Record<string, string> {
  return {
    "Retry-After": String(retryAfter),
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": String(resetAt),
  };
}
