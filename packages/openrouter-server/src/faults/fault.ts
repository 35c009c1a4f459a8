import type { ServerResponse } from "node:http";

/** What can go wrong on purpose. */
export type FaultKind = "latency" | "reset" | "5xx" | "truncate" | "html";

/** Every kind of fault. */
export const faultKinds: readonly FaultKind[] = ["latency", "reset", "5xx", "truncate", "html"];

/** The share of requests, 0 to 1, that each kind of fault befalls. */
export type FaultRates = Readonly<Partial<Record<FaultKind, number>>>;

/** A request that is about to go wrong. */
export interface FaultyExchange {
  /** Where the answer goes, past the app. */
  readonly outgoing: ServerResponse;
  /** What the app would have answered. */
  readonly answer: () => Promise<Response>;
  /** Counts the faults of this kind, from 0. */
  readonly occurrence: number;
}

/** Befalls one exchange; undefined when it wrote to `outgoing` itself. */
export type Fault = (exchange: FaultyExchange) => Promise<Response | undefined>;
