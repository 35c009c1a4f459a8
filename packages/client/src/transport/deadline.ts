import { onAbort, startTimer } from "./clock.ts";

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
  readonly milliseconds: number;
  /** For work that listens; undefined where nothing can end it. */
  readonly signal: AbortSignal | undefined;
  /** Whether the work was ended. */
  readonly isOver: () => boolean;
  /** What the work gives, or a rejection with the signal's reason as soon as that is aborted: for work that may not listen. */
  readonly bound: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Past its release the caller's signal, and no time, still ends the work, until what this returns is called. */
  readonly keep: () => () => void;
  /** Frees the timer and the caller's signal, which `AbortSignal.any` and `AbortSignal.timeout` would keep. */
  readonly release: () => void;
}

/** A deadline after so many milliseconds, or as soon as the caller's signal is aborted. It must be released. */
export function startDeadline(milliseconds: number, parent: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let ended: { readonly reason: unknown } | undefined;
  let stopWork: ((reason: unknown) => void) | undefined;
  const end = (reason: unknown) => {
    ended = { reason };
    controller.abort(reason);
    stopWork?.(reason);
  };
  const stopTimer = startTimer(milliseconds, () =>
    end(new DOMException(`${milliseconds} ms are over`, "TimeoutError")),
  );
  let stopListening = onAbort(parent, end);
  return {
    milliseconds,
    // Asked for only where it is needed: making a signal takes longer than all the rest.
    get signal() {
      return milliseconds === Number.POSITIVE_INFINITY ? parent : controller.signal;
    },
    isOver: () => ended !== undefined,
    bound: (work) =>
      new Promise((resolve, reject) => {
        stopWork = reject;
        if (ended !== undefined) {
          reject(ended.reason);
        }
        work.then(resolve, reject);
      }),
    keep: () => {
      const stop = stopListening;
      stopListening = () => {};
      return stop;
    },
    release: () => {
      stopTimer();
      stopListening();
    },
  };
}
