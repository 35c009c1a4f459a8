import { observe, type Profile } from "@truespec/drift-check";
import { findLoadedConfig } from "../../config/load-config.ts";
import { loadOrFail } from "../../description/load.ts";
import { type ExitCode, exitCodes } from "../../exit-code.ts";
import { refuseSecondStandardInput } from "../../files/standard-input.ts";
import { withProgress } from "../../terminal/progress.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { orUsage } from "../drift/or-usage.ts";
import { checkRecordings, readRecorded } from "../drift/recordings.ts";
import { readSalt } from "../salt.ts";
import { profileFile, writeProfile } from "./write-profile.ts";

/** The command line of `truespec observe`, parsed. */
export interface ObserveArguments {
  readonly description: string;
  readonly recordings: readonly string[];
  readonly out: string;
  readonly overlay: readonly string[];
  readonly operation?: string;
  readonly server?: string;
  readonly saltEnv?: string;
  readonly config?: string;
  readonly allowNetwork?: true;
}

const shownProblems = 5;

/**
 * Runs `truespec observe`: recordings in, one profile out.
 *
 * @returns 0 written, 3 written but not enough evidence
 * @throws CommandError (2) for a wrong command line, description or recording
 */
export async function runObserve(terminal: Terminal, parsed: ObserveArguments): Promise<ExitCode> {
  const { description: source, recordings, overlay, out, server } = parsed;
  refuseSecondStandardInput([source, ...overlay, ...recordings]);
  const file = profileFile(out);
  const salt = readSalt(parsed.saltEnv, terminal.env);
  const allowNetwork = parsed.allowNetwork === true;
  const description = await loadOrFail(terminal, { source, overlays: overlay, allowNetwork });
  await checkRecordings(parsed, description);
  const loaded = await findLoadedConfig(terminal.cwd, parsed.config);
  const reportHeaders = loaded?.config.drift?.reportHeaders;
  const profile = await withProgress(terminal, "Observing", () =>
    orUsage(observe(description, readRecorded(terminal, parsed), { server, salt, reportHeaders })),
  );
  await writeProfile(terminal, file, profile);
  return tellEvidence(terminal, profile);
}

function tellEvidence({ err }: Terminal, { matched, problems }: Profile): ExitCode {
  const unread = problems.filter(({ kind }) => kind !== "unmatched");
  for (const { exchange, kind, message } of problems.slice(0, shownProblems)) {
    err(`  ${exchange}: ${kind}: ${message}`);
  }
  if (problems.length > shownProblems) err(`  … and ${problems.length - shownProblems} more`);
  return matched === 0 || unread.length > 0 ? exitCodes.evidence : exitCodes.clean;
}
