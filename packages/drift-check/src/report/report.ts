import { isAccepted } from "../baseline/baseline.ts";
import type { StaleEntry } from "../baseline/history.ts";
import type { Finding, Severity } from "../compare/finding.ts";
import type { Profile } from "../profile/profile.ts";
import type { SkippedOperation } from "../read/collected.ts";
import type { CollectionProblem } from "../read/exchange.ts";

/** The version of the JSON report that this package writes. */
const reportVersion = 1;

/** What one check found, exactly as the JSON report carries it; `report.schema.json` of this package describes it. */
export interface Report {
  readonly schemaVersion: typeof reportVersion;
  readonly description: {
    /** As the user named it: a path, a URL or `-`. */
    readonly source: string;
    /** SHA-256 of the root document's bytes, lower-case hex; null where it is not known. */
    readonly sha256: string | null;
  };
  readonly collection: ReportedCollection;
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** How many findings there are of each severity; those that the baseline accepts included. */
  readonly summary: { readonly [severity in Severity]: number };
  /** Null where the check had no baseline. */
  readonly baseline: ReportedBaseline | null;
}

/** What a baseline did in one check. */
export interface ReportedBaseline {
  /** Findings that it accepts. */
  readonly accepted: number;
  /** Findings that it accepted until their entry expired: they count again. */
  readonly expired: number;
  /** Findings that it does not know. */
  readonly new: number;
  /** Entries that the API no longer shows. */
  readonly stale: readonly StaleEntry[];
}

/** What the findings rest on. */
export interface ReportedCollection {
  /** How many exchanges were looked at. */
  readonly exchanges: number;
  /** How many of them called an operation of the description. */
  readonly matched: number;
  readonly problems: readonly CollectionProblem[];
  /** Operations that the probes left out. */
  readonly skipped: readonly SkippedOperation[];
}

/** What a report is made of. */
export interface ReportInput {
  readonly source: string;
  readonly sha256?: string | undefined;
  readonly profile: Profile;
  /** As `compare` orders them. */
  readonly findings: readonly Finding[];
  /** Stale entries of the baseline that marked the findings. Default: there was no baseline. */
  readonly stale?: readonly StaleEntry[] | undefined;
  /** Default: none. */
  readonly skipped?: readonly SkippedOperation[] | undefined;
}

/**
 * Joins what was collected and what was found into a report.
 *
 * @example
 * ```ts
 * import { createReport, type Finding, type Profile, printTerminalReport } from "@truespec/drift-check";
 *
 * declare const profile: Profile;
 * declare const findings: readonly Finding[];
 * const report = createReport({ source: "openapi.yaml", profile, findings });
 * console.log(printTerminalReport(report));
 * ```
 */
export function createReport(input: ReportInput): Report {
  const { source, sha256, profile, findings, skipped, stale } = input;
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const { exchanges, matched, problems } = profile;
  return {
    schemaVersion: reportVersion,
    description: { source, sha256: sha256 ?? null },
    collection: { exchanges, matched, problems, skipped: skipped ?? [] },
    findings,
    summary: {
      breaking: count("breaking"),
      additive: count("additive"),
      informational: count("informational"),
      undecided: count("undecided"),
    },
    baseline: stale === undefined ? null : reportBaseline(findings, stale),
  };
}

function reportBaseline(
  findings: readonly Finding[],
  stale: readonly StaleEntry[],
): ReportedBaseline {
  return {
    accepted: findings.filter(isAccepted).length,
    expired: findings.filter(({ baseline }) => baseline?.expired === true).length,
    new: findings.filter(({ baseline }) => baseline === null).length,
    stale,
  };
}
