import type { JsonValue } from "@truespec/json-schema";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";

/** One file that was read and parsed. */
export interface SourceDocument {
  /** As a user would open it. */
  readonly source: string;
  /** What relative references in it resolve against: `source`, or where redirects led. */
  readonly base: string;
  readonly text: string;
  readonly value: JsonValue;
  /** Where a node stands, or its nearest ancestor that is written. */
  readonly locate: (pointer: string) => SourceLocation;
}
