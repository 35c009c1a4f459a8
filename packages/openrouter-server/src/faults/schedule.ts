import { type FaultKind, type FaultRates, faultKinds } from "./fault.ts";

/** A fault that is due, and how many of its kind came before it. */
export interface DueFault {
  readonly kind: FaultKind;
  readonly occurrence: number;
}

/**
 * Spreads faults evenly over requests, without chance: at a rate of 0.25 every fourth request.
 *
 * @returns says for each request in turn which faults befall it, in the order of the kinds
 */
export function scheduleFaults(rates: FaultRates): () => DueFault[] {
  let requests = 0;
  return () => {
    requests += 1;
    return faultKinds.flatMap((kind) => {
      const before = dueAfter(requests - 1, rates[kind] ?? 0);
      const after = dueAfter(requests, rates[kind] ?? 0);
      return after > before ? [{ kind, occurrence: before }] : [];
    });
  };
}

/** The margin makes ten times 0.1 a whole fault. */
function dueAfter(requests: number, rate: number): number {
  return Math.floor(requests * rate + 1e-9);
}
