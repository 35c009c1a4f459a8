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
    new Promise((resolve, reject) => {
      const stopTimer = startTimer(milliseconds, () => {
        stopListening();
        resolve();
      });
      const stopListening = onAbort(signal, (reason) => {
        stopTimer();
        reject(reason);
      });
    }),
};

/** Past this many milliseconds a platform's timer goes off at once. */
const longestTimer = 2 ** 31 - 1;

/** Calls back after so many milliseconds, at most 24 days; never for Infinity. Returns what stops it. */
export function startTimer(milliseconds: number, callback: () => void): () => void {
  const timer =
    milliseconds === Number.POSITIVE_INFINITY
      ? undefined
      : setTimeout(callback, Math.min(milliseconds, longestTimer));
  return () => clearTimeout(timer);
}

/** Calls back when the signal is aborted, or was already. Returns what stops that. */
export function onAbort(
  signal: AbortSignal | undefined,
  callback: (reason: unknown) => void,
): () => void {
  const listen = () => callback(signal?.reason);
  if (signal?.aborted === true) {
    listen();
  }
  signal?.addEventListener("abort", listen, { once: true });
  return () => signal?.removeEventListener("abort", listen);
}
