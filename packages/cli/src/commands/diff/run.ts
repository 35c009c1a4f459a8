import {
  type DescriptionDiff,
  diffDescriptions,
  printJsonDiff,
  printMarkdownDiff,
  printTerminalDiff,
} from "@truespec/openapi";
import { loadOrFail } from "../../description/load.ts";
import { type ExitCode, exitCodes } from "../../exit-code.ts";
import { refuseSecondStandardInput } from "../../files/standard-input.ts";
import { withProgress } from "../../terminal/progress.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { type Output, writeOutputs } from "../outputs.ts";
import { parseReportOptions, type ReportOption } from "../report-option.ts";

const formats = ["terminal", "json", "markdown"] as const;

/** The options of `truespec diff`. */
export interface DiffOptions {
  readonly report: readonly string[];
  readonly allowNetwork?: true;
}

/** The command line of `truespec diff`, parsed. */
export interface DiffArguments extends DiffOptions {
  readonly before: string;
  readonly after: string;
}

/**
 * Runs `truespec diff`: both descriptions are loaded and compared before the first output is written.
 *
 * @returns 0, whatever changed
 * @throws CommandError (2) for a wrong command line or description, or a file that cannot be written
 */
export async function runDiff(
  terminal: Terminal,
  { before, after, report, allowNetwork }: DiffArguments,
): Promise<ExitCode> {
  refuseSecondStandardInput([before, after]);
  const reports = parseReportOptions(report, formats);
  const diff = await withProgress(terminal, "Comparing", async (progress) => {
    const load = async (source: string) => {
      await progress.report(`Loading ${source}`);
      const input = { source, overlays: [], allowNetwork: allowNetwork === true };
      return loadOrFail(terminal, input);
    };
    const old = await load(before);
    const recent = await load(after);
    await progress.report("Comparing");
    return diffDescriptions(old, recent);
  });
  await writeOutputs(
    terminal,
    reports.map((option) => printReport(terminal, diff, option)),
  );
  return exitCodes.clean;
}

function printReport(
  terminal: Terminal,
  diff: DescriptionDiff,
  { format, file }: ReportOption<(typeof formats)[number]>,
): Output {
  switch (format) {
    case "json":
      return { file, text: printJsonDiff(diff) };
    case "markdown":
      return { file, text: printMarkdownDiff(diff) };
    case "terminal":
      return { file, text: printOnTerminal(terminal, diff, file) };
  }
}

/** Colour is for a terminal alone: a file stays plain. */
function printOnTerminal(
  terminal: Terminal,
  diff: DescriptionDiff,
  file: string | undefined,
): string {
  return printTerminalDiff(diff, { color: file === undefined && terminal.color ? "ansi" : "none" });
}
