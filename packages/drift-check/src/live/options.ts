import type { Probes } from "./probes.ts";

/** How much a live check may ask and take. */
export interface LiveLimits {
  /** Requests in all, redirects and retries included. Default: 200. */
  readonly requests: number;
  /** Milliseconds for one request with its body. Default: 30,000. */
  readonly timeout: number;
  /** Bytes of one body, unpacked. Default: 64 MiB. */
  readonly bodyBytes: number;
  /** Redirects of one request. Default: 5. */
  readonly redirects: number;
  /** Further attempts after a 429 or 503 that says when to come back. Default: 2. */
  readonly retries: number;
  /** The longest wait, in milliseconds, that a `Retry-After` may ask for. Default: 60,000. */
  readonly wait: number;
}

/** What {@link LiveOptions.limits} are by default. */
export const defaultLimits: LiveLimits = {
  requests: 200,
  timeout: 30_000,
  bodyBytes: 64 * 1024 * 1024,
  redirects: 5,
  retries: 2,
  wait: 60_000,
};

/** What a live check needs; everything that touches the world is passed in. */
export interface LiveOptions {
  /** Where the API is, its base path included, such as `https://api.example.com/v1`. */
  readonly baseUrl: string;
  /** Default: one request for each operation that can be asked. */
  readonly probes?: Probes | undefined;
  /** Secrets: sent with every request to the base URL's origin, and never kept. */
  readonly headers: ReadonlyMap<string, string>;
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Says who asks. */
  readonly userAgent: string;
  /** Hears what is done, one line each, without secrets. */
  readonly tell?: ((message: string) => void) | undefined;
  readonly limits?: Partial<LiveLimits> | undefined;
}
