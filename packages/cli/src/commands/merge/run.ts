import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DriftCheckError, mergeProfiles, type Profile, readProfile } from "@truespec/drift-check";
import { CommandError, reasonOf } from "../../command-error.ts";
import { type ExitCode, exitCodes } from "../../exit-code.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { profileFile, writeProfile } from "../observe/write-profile.ts";

/** The command line of `truespec merge`, parsed. */
export interface MergeArguments {
  readonly profiles: readonly string[];
  readonly out: string;
}

/**
 * Runs `truespec merge`.
 *
 * @returns 0 written
 * @throws CommandError (2) when a file is no profile, or does not belong to those before it
 */
export async function runMerge(
  terminal: Terminal,
  { profiles, out }: MergeArguments,
): Promise<ExitCode> {
  const target = profileFile(out);
  let sum: Profile | undefined;
  // One after another: as much memory as the sum, however many there are.
  for (const file of profiles) {
    const profile = await readProfileFile(resolve(terminal.cwd, file), file);
    sum = nameFault(file, () => mergeProfiles(sum === undefined ? [profile] : [sum, profile]));
  }
  await writeProfile(terminal, target, sum ?? mergeProfiles([]));
  return exitCodes.clean;
}

async function readProfileFile(path: string, file: string): Promise<Profile> {
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new CommandError(`${file} cannot be read as a profile: ${reasonOf(cause)}`, { cause });
  }
  return nameFault(file, () => readProfile(raw));
}

/** @throws CommandError (2) that names the file at fault */
function nameFault<T>(file: string, task: () => T): T {
  try {
    return task();
  } catch (cause) {
    if (!(cause instanceof DriftCheckError)) throw cause;
    throw new CommandError(`${file}: ${cause.message}`, { cause });
  }
}
