import { CommandError } from "../command-error.ts";

/** One `--report FORMAT[=FILE]`; without a file the report goes to standard output. */
export interface ReportOption<Format extends string> {
  readonly format: Format;
  readonly file: string | undefined;
}

/**
 * Reads every `--report` of a command line; without any, the first of the command's formats on
 * standard output.
 *
 * @param formats the formats that the command writes, its default first
 * @throws CommandError for an unknown format, an empty file name, or two reports on standard output
 */
export function parseReportOptions<Format extends string>(
  written: readonly string[],
  formats: readonly [Format, ...Format[]],
): readonly ReportOption<Format>[] {
  if (written.length === 0) return [{ format: formats[0], file: undefined }];
  const options = written.map((one) => parseReportOption(one, formats));
  if (options.filter(({ file }) => file === undefined).length > 1) {
    throw new CommandError(
      "Only one --report can go to standard output: give the others a file, such as --report json=report.json.",
    );
  }
  return options;
}

function parseReportOption<Format extends string>(
  written: string,
  formats: readonly Format[],
): ReportOption<Format> {
  const equals = written.indexOf("=");
  const name = equals < 0 ? written : written.slice(0, equals);
  const file = equals < 0 ? undefined : written.slice(equals + 1);
  const format = formats.find((known) => known === name);
  if (format === undefined) {
    throw new CommandError(
      `--report ${written}: unknown format "${name}". Known: ${formats.join(", ")}.`,
    );
  }
  if (file === "") throw new CommandError(`--report ${written}: the file name is empty.`);
  return { format, file };
}
