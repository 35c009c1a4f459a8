/** What can go wrong on purpose. */
export type FaultKind = "latency" | "reset" | "5xx" | "truncate" | "html";

/** Every kind of fault. */
export const faultKinds: readonly FaultKind[] = ["latency", "reset", "5xx", "truncate", "html"];

/** The share of requests, 0 to 1, that each kind of fault befalls. */
export type FaultRates = Readonly<Partial<Record<FaultKind, number>>>;
