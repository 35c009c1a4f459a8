import type { Description } from "@truespec/openapi";
import type { Match } from "../match/match-exchange.ts";
import type { Readers } from "./body-walk.ts";
import type { Recorder } from "./recorder.ts";

/** A request with what the description says of it. */
export interface MatchedRequest {
  readonly recorder: Recorder;
  readonly readers: Readers;
  readonly description: Description;
  readonly match: Extract<Match, { readonly kind: "operation" }>;
}
