import type { ClientError, ClientErrorCode } from "./error.ts";
import type { Operation } from "./operation.ts";
import type { InvalidResponse } from "./validation/answer.ts";

/** Which sending of which call a hook is told of. */
export interface Attempt {
  readonly operation: Operation;
  /** From 1. */
  readonly number: number;
}

/** Why and when a request is sent again. */
export interface RetryNotice {
  /** The attempt that failed. */
  readonly attempt: Attempt;
  /** Milliseconds until the next one. */
  readonly delay: number;
  /** The status that the server answered; undefined where no answer came. */
  readonly status: number | undefined;
  /** What went wrong; undefined where an answer came. */
  readonly error: ClientError | undefined;
}

/**
 * Functions of the caller at fixed places of a call. They see what is sent, secrets included. What they
 * throw ends the call and comes out of it as it is.
 */
export interface Hooks {
  /** Before each attempt; it may set headers of the request. */
  readonly beforeRequest?:
    | ((request: Request, attempt: Attempt) => void | Promise<void>)
    | undefined;
  /** After each answer, those that are tried again too; who reads the body reads that of a clone. */
  readonly afterResponse?:
    | ((response: Response, attempt: Attempt) => void | Promise<void>)
    | undefined;
  /** Before the wait for the next attempt. */
  readonly onRetry?: ((notice: RetryNotice) => void | Promise<void>) | undefined;
  /** For each answer that does not fit its schema, where validation is on. */
  readonly onInvalidResponse?: ((invalid: InvalidResponse) => void | Promise<void>) | undefined;
}

/** What happened in a call, as data. No secret of the caller stands in it, wherever the server put it. */
export type LogEntry = { readonly operation: string } & (
  | { readonly kind: "request"; readonly attempt: number; readonly url: string }
  | {
      readonly kind: "response";
      readonly attempt: number;
      readonly status: number;
      readonly requestId: string | undefined;
      /** Milliseconds until the headers were there. */
      readonly duration: number;
    }
  | {
      readonly kind: "retry";
      readonly attempt: number;
      readonly delay: number;
      readonly reason: ClientErrorCode | number;
    }
  | { readonly kind: "failure"; readonly code: ClientErrorCode; readonly message: string }
  | {
      readonly kind: "invalid-response";
      readonly status: number;
      readonly issues: InvalidResponse["issues"];
    }
);

/** What takes the log of a connection: `(entry) => console.debug(entry)`. */
export type Logger = (entry: LogEntry) => void;
