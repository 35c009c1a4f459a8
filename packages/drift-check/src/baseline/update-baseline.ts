import type { Finding } from "../compare/finding.ts";
import { describeWhere } from "../report/describe-finding.ts";
import type { Baseline, BaselineEntry } from "./baseline.ts";

/** What updating a baseline needs beside the findings. */
export interface UpdateOptions {
  /** Milliseconds since the epoch; new entries are accepted since its day. */
  readonly now: number;
  /** Fingerprints of entries to drop. Default: none. */
  readonly stale?: ReadonlySet<string> | undefined;
}

/**
 * Accepts findings: those that are new enter, those known keep their reason, name and deadline (a deadline that is over
 * stays over), and entries not seen this time stay until they are stale. Undecided findings are left out: they are
 * news once there is evidence.
 */
export function updateBaseline(
  baseline: Baseline,
  findings: readonly Finding[],
  { now, stale }: UpdateOptions,
): Baseline {
  const since = new Date(now).toISOString().slice(0, "2026-01-01".length);
  const entries = new Map(
    baseline
      .filter(({ fingerprint }) => stale?.has(fingerprint) !== true)
      .map((entry) => [entry.fingerprint, entry]),
  );
  for (const finding of findings) {
    const { fingerprint, kind, severity } = finding;
    const known = entries.get(fingerprint);
    if (known === undefined && severity === "undecided") continue;
    const accepted = known ?? { reason: null, by: null, since, expires: null };
    entries.set(fingerprint, { ...accepted, fingerprint, kind, where: describeWhere(finding) });
  }
  return [...entries.values()].sort(compareFingerprints);
}

function compareFingerprints(left: BaselineEntry, right: BaselineEntry): number {
  return left.fingerprint < right.fingerprint ? -1 : 1;
}
