import { awaitEnd, type Ends, onAbort } from "./clock.ts";

/** How long a call may take, in milliseconds; `Infinity` for as long as it wants. */
export interface Timeouts {
  /** For one attempt, from sending to the last byte of the answer. Default: 60,000. */
  readonly attempt?: number | undefined;
  /** For the call as a whole, with its waits and what gives the credentials. Default: 300,000. */
  readonly total?: number | undefined;
}

/** Timeouts with nothing left open. */
export interface TimeoutPolicy {
  readonly attempt: number;
  readonly total: number;
}

export const defaultTimeouts: TimeoutPolicy = { attempt: 60_000, total: 300_000 };

/** No timeout; a signal still ends a call. */
export const noTimeouts: TimeoutPolicy = {
  attempt: Number.POSITIVE_INFINITY,
  total: Number.POSITIVE_INFINITY,
};

/** What ends work by time or by the caller's signal. */
export interface Deadline {
  /** For work that listens; undefined where nothing can end it. Made when it is asked for: it costs more than all the rest. */
  readonly signal: () => AbortSignal | undefined;
  /** Past the work's end the caller's signal, and no time, still aborts ours, until what this returns is called. */
  readonly keep: () => () => void;
}

/** Why work was ended. */
export interface Ended {
  /** The reason of the signal. */
  readonly cause: unknown;
  /** The milliseconds that it had, where they are over. */
  readonly expired?: number;
}

/**
 * What work gives; or what `lose` makes of its end, as soon as its time is over or the caller's signal is
 * aborted, whether the work listens or not. `AbortSignal.any` and `AbortSignal.timeout` would keep the
 * timer and the caller's signal.
 */
export function doInTime<Value, Lost>(
  { milliseconds, signal: parent }: Ends,
  work: (deadline: Deadline) => Promise<Value>,
  lose: (ended: Ended) => Lost,
): Promise<Value | Lost> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const end = (ended: Ended) => {
      controller.abort(ended.cause);
      resolve(lose(ended));
    };
    const stop = awaitEnd(
      { milliseconds, signal: parent },
      () => {
        const cause = new DOMException(`${milliseconds} ms are over`, "TimeoutError");
        end({ cause, expired: milliseconds });
      },
      (cause) => end({ cause }),
    );
    const deadline: Deadline = {
      signal: () => (milliseconds < Number.POSITIVE_INFINITY ? controller.signal : parent),
      keep: () => onAbort(parent, (reason) => controller.abort(reason)),
    };
    work(deadline).then(resolve, reject).then(stop);
  });
}
