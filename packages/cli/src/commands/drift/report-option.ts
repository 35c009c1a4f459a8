import { CommandError } from "../../command-error.ts";

/** The report formats that `truespec drift` writes. */
export const reportFormats = ["terminal", "json", "markdown"] as const;

/** One of {@link reportFormats}. */
export type ReportFormat = (typeof reportFormats)[number];

/** One `--report FORMAT[=FILE]`; without a file the report goes to standard output. */
export interface ReportOption {
  readonly format: ReportFormat;
  readonly file: string | undefined;
}

/**
 * Reads every `--report` of a command line; without any, the terminal report on standard output.
 *
 * @throws CommandError for an unknown format, an empty file name, or two reports on standard output
 */
export function parseReportOptions(written: readonly string[]): readonly ReportOption[] {
  if (written.length === 0) return [{ format: "terminal", file: undefined }];
  const options = written.map(parseReportOption);
  if (options.filter(({ file }) => file === undefined).length > 1) {
    throw new CommandError(
      "Only one --report can go to standard output: give the others a file, such as --report json=report.json.",
    );
  }
  return options;
}

function parseReportOption(written: string): ReportOption {
  const equals = written.indexOf("=");
  const name = equals < 0 ? written : written.slice(0, equals);
  const file = equals < 0 ? undefined : written.slice(equals + 1);
  const format = reportFormats.find((known) => known === name);
  if (format === undefined) {
    throw new CommandError(
      `--report ${written}: unknown format "${name}". Known: ${reportFormats.join(", ")}.`,
    );
  }
  if (file === "") throw new CommandError(`--report ${written}: the file name is empty.`);
  return { format, file };
}
