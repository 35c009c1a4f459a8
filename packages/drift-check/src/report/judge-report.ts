import { isAccepted } from "../baseline/baseline.ts";
import { type Finding, type Severity, severities } from "../compare/finding.ts";
import type { Report } from "./report.ts";

/** The least severity that makes a report fail; `none`: no finding does. */
export type FailOn = Exclude<Severity, "undecided"> | "none";

/**
 * What a report means for whoever waits for it.
 *
 * - `clean`: everything was read, and nothing found that counts
 * - `drift`: a finding counts
 * - `evidence`: no finding counts, and yet too little was read to call it clean
 */
export type Verdict = "clean" | "drift" | "evidence";

/** Which findings count: `all`, or those alone that no baseline accepts. */
export type Counting = "all" | "new";

/** How a report is judged. */
export interface JudgeOptions {
  readonly failOn: FailOn;
  /** Default: `all`. */
  readonly counting?: Counting | undefined;
}

/**
 * Judges a report. Findings that are `undecided` never count. There is too little evidence when nothing matched the
 * description, or when an exchange could not be read: every collection problem but `unmatched`, which is an
 * exchange with somebody else.
 */
export function judgeReport(report: Report, options: JudgeOptions): Verdict {
  if (report.findings.some((finding) => isCounted(finding, options))) return "drift";
  const { matched, problems } = report.collection;
  const isUnread = problems.some(({ kind }) => kind !== "unmatched");
  return matched === 0 || isUnread ? "evidence" : "clean";
}

/** Tells whether a finding makes its report fail. */
export function isCounted(finding: Finding, { failOn, counting }: JudgeOptions): boolean {
  const failing = failOn === "none" ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  const isExcused = counting === "new" && isAccepted(finding);
  return failing.includes(finding.severity) && !isExcused;
}
