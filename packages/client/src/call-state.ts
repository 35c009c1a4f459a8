import type { Proof } from "./auth/authorize.ts";
import type { CallOptions } from "./call-options.ts";
import type { ConnectionState } from "./connection.ts";
import type { Operation } from "./operation.ts";
import type { TimeoutPolicy } from "./transport/deadline.ts";
import type { PreparedRequest } from "./transport/transport.ts";

/** What a caller gives for one call. */
export interface Given {
  /** Parameters by key, and `body`. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: CallOptions;
  /** In place of the one that the operation and the input make, such as that of a list's next page. */
  readonly url?: string | undefined;
}

/** A call on its way: what is asked of whom, and how far it came. */
export interface CallState extends Given {
  readonly state: ConnectionState;
  readonly operation: Operation;
  readonly timeout: TimeoutPolicy;
  /** When the call's time is over, in milliseconds since the epoch. */
  readonly endsAt: number;
  /** Takes every secret out of a text. */
  readonly redact: (text: string) => string;
  /** What proves who calls, as soon as it is known. */
  proof: Proof;
  /** As soon as it is written. */
  request: PreparedRequest | undefined;
  /** How often the request was sent. */
  attempts: number;
  /** The last attempt's, as soon as its headers are there. */
  response: Response | undefined;
}
