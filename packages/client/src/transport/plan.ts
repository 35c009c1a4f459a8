import type { Hooks, Logger } from "../hooks.ts";
import type { Operation } from "../operation.ts";
import type { Redact } from "../redaction.ts";
import type { Clock } from "./clock.ts";
import type { TimeoutPolicy } from "./deadline.ts";
import type { RedirectMode } from "./redirect.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import type { PreparedRequest, Transport } from "./transport.ts";

/** All that one call needs to be sent, as often as it takes. */
export interface CallPlan {
  readonly operation: Operation;
  readonly request: PreparedRequest;
  readonly transport: Transport;
  readonly redirect: RedirectMode;
  readonly retry: RetryPolicy;
  readonly timeouts: TimeoutPolicy;
  readonly clock: Clock;
  readonly hooks: Hooks;
  readonly logger: Logger | undefined;
  readonly redact: Redact;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** When the call's time is over, in milliseconds since the epoch. */
  readonly endsAt: number;
}
