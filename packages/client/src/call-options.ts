import type { HeadersInput } from "./request/headers.ts";
import type { Timeouts } from "./transport/deadline.ts";
import type { RedirectMode } from "./transport/redirect.ts";
import type { RetryOptions } from "./transport/retry-policy.ts";
import type { ValidationOptions } from "./validation/options.ts";

/** What a connection says for all of its calls, and a call for itself, member by member. */
export interface SendingOptions {
  /** Default: 3 attempts; `"off"` for one. */
  readonly retry?: RetryOptions | "off" | undefined;
  /** Default: 60,000 ms for an attempt and 300,000 ms for a call; `"off"` for none. */
  readonly timeout?: Timeouts | "off" | undefined;
  /** Default: `follow`. */
  readonly redirect?: RedirectMode | undefined;
  /** Default: no schemas, so that nothing is checked. */
  readonly validation?: ValidationOptions | "off" | undefined;
}

/** What one call may say for itself. `MediaType` are those that the operation answers with. */
export interface CallOptions<MediaType extends string = string> extends SendingOptions {
  /** Ends the call, also while it waits for its next attempt. */
  readonly signal?: AbortSignal | undefined;
  /** Over all others; null takes one away. An `Idempotency-Key` lets a POST or PATCH be sent again. */
  readonly headers?: HeadersInput | undefined;
  /** The `Accept` header. Default: every media type of the operation's successes. */
  readonly accept?: MediaType | readonly MediaType[] | undefined;
  /** For this call only. */
  readonly baseUrl?: string | undefined;
}
