import type { ConnectionState } from "../connection.ts";
import type { Operation } from "../operation.ts";
import type { Redact } from "../redaction.ts";
import type { TimeoutPolicy } from "./deadline.ts";
import type { RedirectMode } from "./redirect.ts";
import type { RetryPolicy } from "./retry-policy.ts";

/** All that one call is sent by, beside its request. */
export interface CallPlan {
  readonly state: ConnectionState;
  readonly operation: Operation;
  /** How people know the operation. */
  readonly label: string;
  readonly redirect: RedirectMode | undefined;
  readonly retry: RetryPolicy;
  readonly timeout: TimeoutPolicy;
  readonly redact: Redact;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** When the call's time is over, in milliseconds since the epoch. */
  readonly endsAt: number;
}
