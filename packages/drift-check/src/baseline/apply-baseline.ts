import type { Finding } from "../compare/finding.ts";
import { type Baseline, isExpired } from "./baseline.ts";

/**
 * Marks the findings that a baseline accepts, or accepted until its entry expired.
 *
 * @param now milliseconds since the epoch
 */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  now: number,
): readonly Finding[] {
  const entries = new Map(baseline.map((entry) => [entry.fingerprint, entry]));
  return findings.map((finding) => {
    const entry = entries.get(finding.fingerprint);
    if (entry === undefined) return finding;
    const { reason, by, since, expires } = entry;
    const expired = isExpired(entry, now);
    return { ...finding, baseline: { reason, by, since, expires, expired } };
  });
}
