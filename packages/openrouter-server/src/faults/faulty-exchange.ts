import type { ServerResponse } from "node:http";

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
