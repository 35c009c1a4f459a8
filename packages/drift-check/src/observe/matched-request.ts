import type { Description } from "@truespec/openapi";
import type { Match } from "../match/match-exchange.ts";
import type { BodyReader } from "./body-reader.ts";
import type { Recorder } from "./recorder.ts";

/** A request with what the description says of it. */
export interface MatchedRequest {
  readonly recorder: Recorder;
  readonly reader: BodyReader;
  readonly description: Description;
  readonly match: Extract<Match, { readonly kind: "operation" }>;
}
