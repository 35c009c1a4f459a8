import type { Finding } from "../compare/finding.ts";
import type { FindingKind } from "../finding-kind.ts";

/** The version of the baseline files that this package writes and reads. */
export const baselineVersion = 1;

/** One finding that somebody accepted. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly kind: FindingKind;
  /** Where it is, for people; never compared. */
  readonly where: string;
  readonly reason: string | null;
  readonly by: string | null;
  /** ISO 8601: a date or a date and time. */
  readonly since: string | null;
  /** ISO 8601; a date lasts to its end in UTC; null never expires. */
  readonly expires: string | null;
}

/** The findings that somebody accepted, by fingerprint, each once. */
export type Baseline = readonly BaselineEntry[];

/** Tells whether the time of an entry is over. @param now milliseconds since the epoch */
export function isExpired({ expires }: Pick<BaselineEntry, "expires">, now: number): boolean {
  if (expires === null) return false;
  const isDate = /^\d{4}-\d\d-\d\d$/.test(expires);
  return now >= Date.parse(expires) + (isDate ? millisecondsOfDay : 0);
}

/** Tells whether a baseline accepts the finding, and still does. */
export function isAccepted({ baseline }: Pick<Finding, "baseline">): boolean {
  return baseline !== null && !baseline.expired;
}

const millisecondsOfDay = 86_400_000;
