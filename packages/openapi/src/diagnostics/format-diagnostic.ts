import type { Diagnostic } from "./diagnostic.ts";

/**
 * A diagnostic as plain text of several lines: severity, code and message, then the place, the
 * lines around it with a caret, and what to change. No colours, no line break at the end.
 *
 * @example
 * ```ts
 * import { createSourceReader, formatDiagnostic, loadDescription } from "@truespec/openapi";
 *
 * const read = createSourceReader({ allowNetwork: false });
 * const { diagnostics } = await loadDescription("openapi.yaml", { read });
 * for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
 * ```
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, code, message, hint, frame } = diagnostic;
  const lines = [`${severity} ${code}: ${printable(message)}`, `  at ${placeOf(diagnostic)}`];
  if (frame !== undefined) lines.push("", ...frame.split("\n").map((line) => `  ${line}`), "");
  lines.push(`  ${printable(hint)}`);
  return lines.join("\n");
}

function placeOf({ source, location }: Diagnostic): string {
  if (location === undefined) return printable(source);
  const place = `${location.source}:${location.line}:${location.column}`;
  return printable(location.pointer === "" ? place : `${place} ${location.pointer}`);
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}
