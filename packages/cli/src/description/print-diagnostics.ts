import type { Diagnostic } from "@truespec/openapi";
import { formatDiagnostic } from "@truespec/openapi/diagnostics";
import type { Terminal } from "../terminal/terminal.ts";

const shownPerCode = 3;

/**
 * Prints diagnostics to standard error, errors last, next to the prompt.
 *
 * Errors are printed all. Of the warnings of one code the first three are, then how many more there are:
 * a large description has one fault in hundreds of places.
 */
export function printDiagnostics(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  for (const code of new Set(warnings.map((warning) => warning.code))) {
    const sameCode = warnings.filter((warning) => warning.code === code);
    for (const diagnostic of sameCode.slice(0, shownPerCode)) print(terminal, diagnostic);
    const more = sameCode.length - shownPerCode;
    if (more > 0) terminal.err(`… and ${more} more of ${code}\n`);
  }
  for (const diagnostic of errors) print(terminal, diagnostic);
}

function print(terminal: Terminal, diagnostic: Diagnostic): void {
  terminal.err(`${formatDiagnostic(diagnostic)}\n`);
}
