import type { Profile } from "../profile/profile.ts";
import type { CollectionProblem, Exchange, ExchangeRequest } from "./exchange.ts";

/** An operation that a probe left out, and why. */
export interface SkippedOperation {
  /** Label such as `GET /models/{id}`. */
  readonly operation: string;
  readonly reason: string;
}

/** What reading recordings or probing an API yields, one by one. */
export type Collected =
  | { readonly kind: "exchange"; readonly exchange: Exchange }
  /** With the request that met the problem, where it is known: one to somebody else is none of ours. */
  | {
      readonly kind: "problem";
      readonly problem: CollectionProblem;
      readonly request?: ExchangeRequest;
    }
  | { readonly kind: "profile"; readonly profile: Profile }
  | { readonly kind: "skipped"; readonly skipped: SkippedOperation };

/** Wraps a problem as an item of a collection. */
export function problemItem(
  exchange: string,
  kind: CollectionProblem["kind"],
  message: string,
  request?: ExchangeRequest,
): Collected {
  const problem = { exchange, kind, message };
  return { kind: "problem", problem, ...(request === undefined ? {} : { request }) };
}
