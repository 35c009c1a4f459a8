import type { Finding, Severity } from "../compare/finding.ts";
import { describeWhere } from "../report/describe-finding.ts";
import type { Baseline } from "./baseline.ts";

/** An entry of the baseline that was not seen in so many runs is stale. */
const runsToBeStale = 10;
/** What no baseline holds is forgotten after so many runs. */
const runsToBeForgotten = 100;
/** Of so many runs the numbers are kept. */
const mostRuns = 100;

/** When one finding was seen, over all runs. */
export interface HistoryEntry {
  readonly fingerprint: string;
  /** Where it is, for people. */
  readonly where: string;
  /** ISO 8601: the time of the exchange, or of the run where no exchange told its time; null where no run saw it. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** The number of the run that saw it last; of the one before the first that knew it where no run saw it. */
  readonly lastRun: number;
}

/** How many findings of each severity one run had. */
export type RunCounts = {
  readonly run: number;
  /** ISO 8601. */
  readonly time: string;
} & { readonly [severity in Severity]: number };

/** What earlier runs saw. Runs are counted from 1; those that could compare nothing do not count. */
export interface History {
  readonly runs: number;
  /** The newest runs in numbers, in their order; those of a history that did not keep them are left out. */
  readonly log: readonly RunCounts[];
  readonly entries: readonly HistoryEntry[];
}

/** The history before the first run. */
export const emptyHistory: History = { runs: 0, log: [], entries: [] };

/** An entry of the baseline that the API no longer shows. */
export interface StaleEntry {
  readonly fingerprint: string;
  readonly where: string;
  /** ISO 8601; null where no run ever saw it. */
  readonly lastSeen: string | null;
  /** In so many runs it was not seen. */
  readonly unseenRuns: number;
}

/**
 * The history with one more run. Entries of the baseline that were never seen enter with it, so that they can become
 * stale as well.
 *
 * @param now milliseconds since the epoch
 */
export function recordRun(
  history: History,
  findings: readonly Finding[],
  { baseline, now }: { readonly baseline: Baseline; readonly now: number },
): History {
  const runs = history.runs + 1;
  const time = new Date(now).toISOString();
  const entries = new Map(history.entries.map((entry) => [entry.fingerprint, entry]));
  for (const finding of findings) {
    const { fingerprint, firstSeen, lastSeen } = finding;
    const known = entries.get(fingerprint);
    entries.set(fingerprint, {
      ...{ fingerprint, where: describeWhere(finding) },
      firstSeen: least(known?.firstSeen ?? null, firstSeen ?? known?.firstSeen ?? time),
      lastSeen: greatest(known?.lastSeen ?? null, lastSeen ?? time),
      lastRun: runs,
    });
  }
  for (const { fingerprint, where } of baseline) {
    if (entries.has(fingerprint)) continue;
    const unseen = { firstSeen: null, lastSeen: null, lastRun: runs - 1 };
    entries.set(fingerprint, { fingerprint, where, ...unseen });
  }
  const accepted = new Set(baseline.map(({ fingerprint }) => fingerprint));
  const kept = [...entries.values()].filter(
    ({ fingerprint, lastRun }) => accepted.has(fingerprint) || runs - lastRun < runsToBeForgotten,
  );
  const log = [...history.log, { run: runs, time, ...countSeverities(findings) }];
  return { runs, log: log.slice(-mostRuns), entries: kept };
}

function countSeverities(findings: readonly Finding[]): {
  readonly [severity in Severity]: number;
} {
  const counts = { breaking: 0, additive: 0, informational: 0, undecided: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The entries of a baseline that were not seen in the last ten runs or more, the newest included. */
export function findStale(baseline: Baseline, { runs, entries }: History): readonly StaleEntry[] {
  const seen = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  return baseline.flatMap(({ fingerprint, where }) => {
    const { lastSeen, lastRun } = seen.get(fingerprint) ?? { lastSeen: null, lastRun: runs };
    const unseenRuns = runs - lastRun;
    return unseenRuns < runsToBeStale ? [] : [{ fingerprint, where, lastSeen, unseenRuns }];
  });
}

function least(left: string | null, right: string): string {
  return left !== null && left < right ? left : right;
}

function greatest(left: string | null, right: string): string {
  return left !== null && left > right ? left : right;
}
