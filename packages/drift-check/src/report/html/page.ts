import type { History, RunCounts } from "../../baseline/history.ts";
import type { Finding } from "../../compare/finding.ts";
import type { Proposal } from "../../propose/proposal.ts";
import type { FindPlaces } from "../file-place.ts";
import type { Report } from "../report.ts";
import { createTimeline, type Timeline } from "./timeline.ts";

/** What the page shows beside the report, each where it is known. */
export interface HtmlReportOptions {
  /** The repairs to show beside their findings. */
  readonly proposal?: Proposal | undefined;
  /** What earlier runs saw, without this one: the page then tells what is new and what is gone. */
  readonly previous?: History | undefined;
  /** With this run: when each finding was seen. */
  readonly history?: History | undefined;
  /** The files of the description. */
  readonly places?: FindPlaces | undefined;
}

/** What every part of the page needs. */
export interface Page {
  readonly report: Report;
  readonly proposal: Proposal | undefined;
  readonly places: FindPlaces | undefined;
  readonly timeline: Timeline;
  /** The newest runs in numbers, this one last. */
  readonly runs: readonly RunCounts[];
  /** Earlier runs did not see it. */
  readonly isNew: (finding: Finding) => boolean;
  /** Places of findings that the last run saw and this one did not; undefined where there was none. */
  readonly gone: readonly string[] | undefined;
}

/** Gathers what the parts of the page need. */
export function createPage(report: Report, options: HtmlReportOptions): Page {
  const { proposal, places, previous, history } = options;
  const { findings } = report;
  const hasRun = previous !== undefined && previous.runs > 0;
  const seen = new Set(
    previous?.entries.filter(({ firstSeen }) => firstSeen !== null).map((one) => one.fingerprint),
  );
  const now = new Set(findings.map(({ fingerprint }) => fingerprint));
  const gone = previous?.entries.filter(
    ({ fingerprint, lastRun }) => lastRun === previous.runs && !now.has(fingerprint),
  );
  return {
    ...{ report, proposal, places },
    timeline: createTimeline(findings, history),
    runs: history?.log ?? [],
    isNew: ({ fingerprint }) => hasRun && !seen.has(fingerprint),
    gone: hasRun ? gone?.map(({ where }) => where) : undefined,
  };
}
