import type { Diagnostic } from "@truespec/openapi";
import { CommandError } from "../command-error.ts";
import { type Output, writeOutputs } from "../commands/outputs.ts";
import { parseReportOptions } from "../commands/report-option.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { printDiagnostics } from "./print-diagnostics.ts";

const formats = ["terminal", "json"] as const;

/** Takes the diagnostics of one input. */
export type TellDiagnostics = (diagnostics: readonly Diagnostic[]) => void;

/**
 * Runs a task and tells its diagnostics as `--report` asks: on standard error as they come, or as one
 * JSON document at the end, also when the task fails.
 *
 * @throws CommandError (2) for a faulty `--report`; what the task throws passes through
 */
export async function withDiagnosticReport<T>(
  terminal: Terminal,
  written: readonly string[],
  task: (tell: TellDiagnostics) => Promise<T>,
): Promise<T> {
  const reports = parseReportOptions(written, formats);
  const told: Diagnostic[] = [];
  const isOnTerminal = reports.some(({ format }) => format === "terminal");
  try {
    return await task((diagnostics) => {
      told.push(...diagnostics);
      if (isOnTerminal) printDiagnostics(terminal, diagnostics);
    });
  } finally {
    const files = reports.filter(({ format }) => format === "json");
    await writeOutputs(
      terminal,
      files.map(({ file }): Output => ({ file, text: printJson(told) })),
    );
  }
}

/**
 * For commands whose own answer goes to standard output.
 *
 * @throws CommandError (2) when a diagnostic report would go there too
 */
export function refuseReportOnOutput(written: readonly string[]): void {
  const isOnOutput = ({ format, file }: { format: string; file: string | undefined }) =>
    format === "json" && file === undefined;
  if (!parseReportOptions(written, formats).some(isOnOutput)) return;
  throw new CommandError(
    "Standard output holds this command's own answer: give the report a file, such as --report json=diagnostics.json.",
  );
}

function printJson(diagnostics: readonly Diagnostic[]): string {
  const report = { schemaVersion: 1, diagnostics: diagnostics.map(toJson) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Every key is present, `null` where the place is not known. */
function toJson({ code, severity, message, hint, source, location, frame }: Diagnostic): object {
  return {
    ...{ code, severity, message, hint },
    source: location?.source ?? source,
    pointer: location?.pointer ?? null,
    line: location?.line ?? null,
    column: location?.column ?? null,
    frame: frame ?? null,
  };
}
