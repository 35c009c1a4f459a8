import type { Emit } from "@truespec/generator";
import { CommandError } from "../../command-error.ts";
import { refuseReportOnOutput } from "../../description/diagnostic-report.ts";
import { refuseSecondStandardInput } from "../../files/standard-input.ts";

/** The command line of `truespec generate`, parsed. */
export interface GenerateArguments {
  /** Undefined: every entry of the configuration. */
  readonly description: string | undefined;
  readonly out?: string;
  readonly overlay: readonly string[];
  readonly emit?: readonly Emit[];
  readonly package?: string;
  readonly check?: true;
  readonly watch?: true;
  /** False: everything is generated, whether its input changed or not. */
  readonly cache: boolean;
  /** How diagnostics are told; see `withDiagnosticReport`. */
  readonly report: readonly string[];
  readonly config?: string;
  readonly allowNetwork?: true;
}

/**
 * Refuses options that do not go together, before anything is read.
 *
 * @throws CommandError that says what to write instead
 */
export function checkArguments(parsed: GenerateArguments): void {
  if (parsed.check) refuseReportOnOutput(parsed.report);
  checkDescription(parsed);
  if (!parsed.watch) return;
  if (parsed.check) {
    throw new CommandError("--check looks once and writes nothing, --watch stays and writes.");
  }
  if ([parsed.description, ...parsed.overlay].includes("-")) {
    throw new CommandError("Standard input cannot be watched: name a file.");
  }
}

function checkDescription(parsed: GenerateArguments): void {
  if (parsed.description !== undefined) {
    refuseSecondStandardInput([parsed.description, ...parsed.overlay]);
    return;
  }
  const stray = findStrayOption(parsed);
  if (stray === undefined) return;
  throw new CommandError(
    `${stray} goes with a description; without one, every entry of the configuration is generated.`,
  );
}

function findStrayOption(parsed: GenerateArguments): string | undefined {
  if (parsed.out !== undefined) return "--out";
  if (parsed.emit !== undefined) return "--emit";
  if (parsed.package !== undefined) return "--package";
  return parsed.overlay.length > 0 ? "--overlay" : undefined;
}
