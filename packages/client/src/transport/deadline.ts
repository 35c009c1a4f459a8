import type { Ground } from "../layers.ts";

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

const forever = Number.POSITIVE_INFINITY;

/** Without timeouts a signal still ends a call. */
export const timing: Ground<TimeoutPolicy> = {
  on: { attempt: 60_000, total: 300_000 },
  off: { attempt: forever, total: forever },
};

/** What ends work. */
export interface Ends {
  /** At most 24 days; `Infinity` for as long as it wants. */
  readonly milliseconds: number;
  readonly signal: AbortSignal | undefined;
}

/** For work that listens to its end. */
export interface Deadline {
  /** Undefined where nothing can end it. Made when it is asked for: it costs more than all the rest. */
  readonly signal: () => AbortSignal | undefined;
  /** Past the work's end the caller's signal, and no time, still aborts ours, until what this returns is called. */
  readonly keep: () => () => void;
}

/** Why work was ended. */
export interface Ended {
  /** The reason of the signal. */
  readonly cause: unknown;
  /** The milliseconds that it had, where they are over. */
  readonly expired?: number | undefined;
}

/**
 * What work gives; or what `lose` makes of its end, as soon as its time is over or the caller's signal is
 * aborted, whether the work listens or not. `AbortSignal.any` and `AbortSignal.timeout` would keep the
 * timer and the caller's signal.
 */
export function doInTime<Value, Lost>(
  { milliseconds, signal: parent }: Ends,
  work: (deadline: Deadline) => Promise<Value>,
  lose: (ended: Ended) => Lost | PromiseLike<Lost>,
): Promise<Value | Lost> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const isTimed = milliseconds < forever;
    let isKept = false;
    const end = (cause: unknown, expired?: number) => {
      stop();
      controller.abort(cause);
      resolve(lose({ cause, expired }));
    };
    const expire = () =>
      end(new DOMException(`${milliseconds} ms are over`, "TimeoutError"), milliseconds);
    const timer = isTimed ? setTimeout(expire, Math.min(milliseconds, longestTimer)) : undefined;
    const hear = () => end(parent?.reason);
    const stop = () => {
      clearTimeout(timer);
      parent?.removeEventListener("abort", hear);
    };
    if (parent?.aborted) {
      hear();
    }
    parent?.addEventListener("abort", hear);
    const deadline: Deadline = {
      signal: () => (isTimed ? controller.signal : parent),
      keep: () => {
        clearTimeout(timer);
        isKept = true;
        return stop;
      },
    };
    const settle = () => isKept || stop();
    work(deadline).then(resolve, reject).then(settle);
  });
}

/** Past this many milliseconds a platform's timer goes off at once. */
const longestTimer = 2 ** 31 - 1;
