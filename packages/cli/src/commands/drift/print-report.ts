import {
  type FindPlaces,
  type History,
  type JudgeOptions,
  type Proposal,
  printGithubReport,
  printHtmlReport,
  printJsonReport,
  printJunitReport,
  printMarkdownReport,
  printSarifReport,
  printTerminalReport,
  type Report,
} from "@truespec/drift-check";
import type { Description } from "@truespec/openapi";
import type { Terminal } from "../../terminal/terminal.ts";
import type { Output } from "./outputs.ts";
import type { ReportOption } from "./report-option.ts";

/** What a report is printed from. */
export interface Printable {
  readonly terminal: Terminal;
  readonly description: Description;
  readonly report: Report;
  readonly judge: JudgeOptions;
  readonly proposal: Proposal | undefined;
  /** What earlier runs saw, without this one and with it. */
  readonly previous: History | undefined;
  readonly history: History | undefined;
}

/** Prints a report in the format that one `--report` asks for. */
export function printReport(printable: Printable, { format, file }: ReportOption): Output {
  const { terminal, description, report, judge } = printable;
  const places = { locate: description.locate, root: terminal.cwd };
  switch (format) {
    case "json":
      return { file, text: printJsonReport(report) };
    case "markdown":
      return { file, text: printMarkdownReport(report) };
    case "terminal":
      return { file, text: printOnTerminal(terminal, report, file) };
    case "html":
      return { file, text: printHtmlReport(report, { ...printable, places }) };
    case "sarif":
      return { file, text: printSarif(printable, places) };
    case "junit":
      return { file, text: printJunitReport(report, judge) };
    case "github":
      return { file, text: printGithubReport(report, places) };
  }
}

function printSarif({ terminal, report }: Printable, places: FindPlaces): string {
  const onOmitted = (count: number) =>
    terminal.err(
      `The SARIF report leaves out ${count} of the least severe findings: code scanning takes 25,000 results and 10 MB. The JSON report has them all.`,
    );
  return printSarifReport(report, { ...places, version: terminal.version, onOmitted });
}

/** Colour is for a terminal alone: a file stays plain. */
function printOnTerminal(terminal: Terminal, report: Report, file: string | undefined): string {
  const color = file === undefined && terminal.color ? "ansi" : "none";
  return printTerminalReport(report, { color, width: terminal.width });
}
