import { doInTime } from "./deadline.ts";

/** Time and chance as the waits between attempts see them, so that a test need not wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** At least 0, below 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds; rejects with the signal's reason as soon as it is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** The platform's clock. */
export const platformClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    doInTime(
      { milliseconds, signal },
      () => new Promise<never>(() => {}),
      ({ cause, expired }) => (expired === undefined ? Promise.reject(cause) : undefined),
    ),
};
