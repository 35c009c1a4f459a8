import * as command from "../report-option.ts";

/** The report formats that `truespec drift` writes. */
export const reportFormats = [
  "terminal",
  "json",
  "markdown",
  "html",
  "sarif",
  "junit",
  "github",
] as const;

/** One of {@link reportFormats}. */
export type ReportFormat = (typeof reportFormats)[number];

/** See {@link command.ReportOption}. */
export type ReportOption = command.ReportOption<ReportFormat>;

/** Reads every `--report` of `truespec drift`; see {@link command.parseReportOptions}. */
export function parseReportOptions(written: readonly string[]): readonly ReportOption[] {
  return command.parseReportOptions(written, reportFormats);
}
