/**
 * Compares what an API answers with what its OpenAPI description says, and proposes the repair.
 *
 * @packageDocumentation
 */

export type { TerminalColor } from "@truespec/openapi/report-text";
export { applyBaseline } from "./baseline/apply-baseline.ts";
export type { Baseline, BaselineEntry } from "./baseline/baseline.ts";
export {
  emptyHistory,
  findStale,
  type History,
  type HistoryEntry,
  type RunCounts,
  recordRun,
  type StaleEntry,
} from "./baseline/history.ts";
export { parseHistory, printHistory } from "./baseline/history-file.ts";
export { printBaseline } from "./baseline/print-baseline.ts";
export { parseBaseline } from "./baseline/read-baseline.ts";
export { type UpdateOptions, updateBaseline } from "./baseline/update-baseline.ts";
export { compare } from "./compare/compare.ts";
export type * from "./compare/finding.ts";
export { severities } from "./compare/finding.ts";
export type { Policy, SeverityOverride } from "./compare/policy.ts";
export { DriftCheckError, type DriftCheckErrorCode } from "./error.ts";
export { type FindingKind, findingKinds } from "./finding-kind.ts";
export { inferSchema } from "./infer/infer-schema.ts";
export { collectLive } from "./live/collect-live.ts";
export type { LiveLimits, LiveOptions } from "./live/options.ts";
export { printExchange } from "./live/print-exchange.ts";
export { type Probe, type Probes, parseProbes } from "./live/probes.ts";
export type { MatchOptions } from "./match/match-exchange.ts";
export { type ObserveOptions, observe } from "./observe/observe.ts";
export type { ValueDisplay } from "./observe/shown-value.ts";
export { emptyProfile, mergeProfiles } from "./profile/merge.ts";
export { printProfile } from "./profile/print-profile.ts";
export type { Profile, Sample } from "./profile/profile.ts";
export { readProfile } from "./profile/read-profile.ts";
export type { InstanceType, TypeCounts } from "./profile/type-counts.ts";
export { type PatchedDescription, patchDescription } from "./propose/patch-description.ts";
export type { Proposal, ProposeOptions, Refusal, Reload } from "./propose/proposal.ts";
export { proposeOverlay } from "./propose/propose-overlay.ts";
export { createReload } from "./propose/reload.ts";
export type { Collected, SkippedOperation } from "./read/collected.ts";
export type * from "./read/exchange.ts";
export type { FileAccess } from "./read/file-access.ts";
export { createFileAccess } from "./read/node-files.ts";
export { type ReadRecordingsOptions, readRecordings } from "./read/recordings.ts";
export type { FilePlace, FindPlaces } from "./report/file-place.ts";
export { printGithubReport } from "./report/github-report.ts";
export { printHtmlReport } from "./report/html/html-report.ts";
export type { HtmlReportOptions } from "./report/html/page.ts";
export { printJsonReport } from "./report/json-report.ts";
export {
  type Counting,
  type FailOn,
  type JudgeOptions,
  judgeReport,
  type Verdict,
} from "./report/judge-report.ts";
export { printJunitReport } from "./report/junit-report.ts";
export { printMarkdownReport } from "./report/markdown-report.ts";
export {
  createReport,
  type Report,
  type ReportedBaseline,
  type ReportedCollection,
  type ReportInput,
} from "./report/report.ts";
export { printSarifReport, type SarifOptions } from "./report/sarif-report.ts";
export { printTerminalReport, type TerminalReportOptions } from "./report/terminal-report.ts";
