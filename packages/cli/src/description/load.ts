import type { Description } from "@truespec/openapi";
import { loadDescription } from "@truespec/openapi/load";
import { CommandError } from "../command-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { TellDiagnostics } from "./diagnostic-report.ts";
import { printDiagnostics } from "./print-diagnostics.ts";
import { createReader, type ReadLog } from "./read-log.ts";

/** What to load: a path, a URL or `-`, with overlay files in the order in which they apply. */
export interface DescriptionInput {
  readonly source: string;
  readonly overlays: readonly string[];
  readonly allowNetwork: boolean;
  /** Where to log what is read. */
  readonly log?: ReadLog;
  /** Default: prints them to standard error. */
  readonly tell?: TellDiagnostics;
}

/**
 * Loads a description and tells its diagnostics.
 *
 * @throws CommandError (2) when it has an error; the diagnostics have said which by then
 */
export async function loadOrFail(
  terminal: Terminal,
  { source, overlays, allowNetwork, log, tell }: DescriptionInput,
): Promise<Description> {
  const read = createReader(terminal, allowNetwork, log);
  const result = await loadDescription(source, { overlays, read });
  if (tell === undefined) printDiagnostics(terminal, result.diagnostics);
  else tell(result.diagnostics);
  const errors = result.diagnostics.filter(({ severity }) => severity === "error").length;
  // What is written for others may not leave out in silence what the description means to say
  if (result.ok && errors === 0) return result.description;
  const count = errors === 1 ? "an error" : `${errors} errors`;
  const what = overlays.length === 0 ? "" : ", with its overlays,";
  throw new CommandError(`${nameSource(source)}${what} has ${count}; nothing was written.`);
}

/** How messages name an input: `standard input` for `-`. */
export function nameSource(source: string): string {
  return source === "-" ? "standard input" : source;
}
