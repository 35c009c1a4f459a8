import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import type { Sample } from "../profile/profile.ts";
import type { TypeCounts } from "../profile/type-counts.ts";

/** Worst first. */
export const severities = ["breaking", "additive", "informational", "undecided"] as const;

/** How much a finding matters to a client that was generated from the description. */
export type Severity = (typeof severities)[number];

/** Why a finding does not count: its entry in the baseline. */
export interface BaselineMark {
  readonly reason: string | null;
  readonly by: string | null;
  /** ISO 8601. */
  readonly since: string | null;
  /** ISO 8601; null where it never expires. */
  readonly expires: string | null;
  readonly expired: boolean;
}

/** One cause of drift, exactly as the JSON report carries it. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** Label such as `GET /models`. */
  readonly operation: string;
  readonly direction: "request" | "response";
  readonly status: string | null;
  readonly mediaType: string | null;
  /** JSON Pointer pattern below the body; `*` stands for any item or map key. */
  readonly location: string;
  readonly n: number;
  readonly total: number;
  /** Violated by every value seen, of at least 20: the description was never true there. */
  readonly systematic: boolean;
  /** More than ten new values or names in one place: no list will ever be complete. */
  readonly openSet: boolean;
  /** The value, status, media type, header or parameter that the finding is about. */
  readonly values: readonly JsonValue[] | null;
  /** Counts of all types seen there, for `type-mismatch`. */
  readonly types: TypeCounts | null;
  readonly inferredSchema: JsonObject | null;
  readonly samples: readonly Sample[];
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Into the composed description: the schema, or the nearest node, that speaks about it. */
  readonly schemaPointer: string | null;
  readonly fingerprint: string;
  readonly message: string;
  readonly baseline: BaselineMark | null;
}
