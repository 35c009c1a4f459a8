import type { FailOn } from "@truespec/drift-check";
import { CommandError } from "../../command-error.ts";
import { refuseSecondStandardInput } from "../../files/standard-input.ts";

/** The values of `--fail-on`, the strictest last but one. */
export const failOnValues: readonly FailOn[] = ["breaking", "additive", "informational", "none"];

/** The command line of `truespec drift`, parsed. */
export interface DriftArguments {
  readonly description: string;
  readonly recordings: readonly string[];
  readonly overlay: readonly string[];
  readonly baseUrl?: string;
  readonly probes?: string;
  readonly headerEnv: readonly string[];
  readonly operation?: string;
  readonly server?: string;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly newOnly?: true;
  readonly failOn: FailOn;
  readonly minEvidence: number;
  readonly report: readonly string[];
  readonly propose?: string;
  readonly proposeDescription?: string;
  readonly record?: string;
  readonly showValues?: true;
  readonly saltEnv?: string;
  readonly config?: string;
  readonly allowNetwork?: true;
}

/**
 * Refuses options that do not go together, before anything is read.
 *
 * @throws CommandError that says what to write instead
 */
export function checkArguments(parsed: DriftArguments): void {
  const { baseUrl, recordings, description, overlay } = parsed;
  checkBaseline(parsed);
  refuseSecondStandardInput([description, ...overlay, ...recordings]);
  if (baseUrl === undefined) checkRecorded(parsed);
  else checkLive(baseUrl, parsed);
}

function checkBaseline({ baseline, updateBaseline, newOnly }: DriftArguments): void {
  if (baseline !== undefined) return;
  if (updateBaseline) {
    throw new CommandError(
      "--update-baseline needs --baseline FILE: the file to create or update.",
    );
  }
  if (newOnly) {
    throw new CommandError("--new-only needs --baseline FILE: what it does not hold is new.");
  }
}

function checkRecorded(parsed: DriftArguments): void {
  if (parsed.recordings.length === 0) {
    throw new CommandError(
      "There is nothing to check: give --base-url URL for a live API, or recordings.\n" +
        "  truespec drift openapi.yaml --base-url https://api.example.com\n" +
        "  truespec drift openapi.yaml traffic.har",
    );
  }
  const live = [
    ["--probes", parsed.probes !== undefined],
    ["--header-env", parsed.headerEnv.length > 0],
    ["--record", parsed.record !== undefined],
  ] as const;
  for (const [option, isGiven] of live) {
    if (isGiven) throw new CommandError(`${option} goes with --base-url, not with recordings.`);
  }
}

function checkLive(baseUrl: string, parsed: DriftArguments): void {
  if (parsed.recordings.length > 0) {
    throw new CommandError("--base-url checks a live API: give either that or recordings.");
  }
  if (parsed.operation !== undefined) {
    throw new CommandError("--operation goes with recordings of bare bodies, not with --base-url.");
  }
  if (!isHttpUrl(baseUrl)) {
    throw new CommandError(
      `--base-url ${baseUrl} is no URL; it looks like https://api.example.com/v1.`,
    );
  }
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
