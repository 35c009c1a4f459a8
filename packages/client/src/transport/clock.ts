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
      awaitEnd({ milliseconds, signal }, resolve, reject);
    }),
};

/** Past this many milliseconds a platform's timer goes off at once. */
const longestTimer = 2 ** 31 - 1;

/** What ends a wait. */
export interface Ends {
  /** At most 24 days are waited; `Infinity` for ever. */
  readonly milliseconds: number;
  readonly signal: AbortSignal | undefined;
}

/** Calls one of two functions back: when the time is over, or when the signal is aborted or was already. Returns what stops that. */
export function awaitEnd(
  { milliseconds, signal }: Ends,
  expire: () => void,
  abort: (reason: unknown) => void,
): () => void {
  const stop = () => {
    clearTimeout(timer);
    stopListening();
  };
  const end = () => {
    stop();
    expire();
  };
  const timer =
    milliseconds < Number.POSITIVE_INFINITY
      ? setTimeout(end, Math.min(milliseconds, longestTimer))
      : undefined;
  const stopListening = onAbort(signal, (reason) => {
    clearTimeout(timer);
    abort(reason);
  });
  return stop;
}

/** Calls back when the signal is aborted, or was already. Returns what stops that. */
export function onAbort(
  signal: AbortSignal | undefined,
  callback: (reason: unknown) => void,
): () => void {
  const listen = () => callback(signal?.reason);
  if (signal?.aborted) {
    listen();
  }
  signal?.addEventListener("abort", listen, { once: true });
  return () => signal?.removeEventListener("abort", listen);
}
