import { type Profile, printProfile } from "@truespec/drift-check";
import { CommandError } from "../../command-error.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { writeOutputs } from "../outputs.ts";

/** @throws CommandError (2) when the name does not end as the readers of profiles know it */
export function profileFile(out: string): string {
  if (out.endsWith(".profile.json")) return out;
  throw new CommandError(
    `--out ${out}: the name of a profile ends in .profile.json, so that it is read as one.`,
  );
}

/** Writes a profile and tells so. */
export async function writeProfile(
  terminal: Terminal,
  file: string,
  profile: Profile,
): Promise<void> {
  await writeOutputs(terminal, [{ file, text: printProfile(profile) }]);
  const { exchanges, matched, truncated } = profile;
  const all = exchanges === 1 ? "1 exchange" : `${exchanges} exchanges`;
  terminal.err(`wrote ${file}: ${all}, ${matched} of an operation that is described`);
  if (truncated) terminal.err("It is truncated: there was more to remember than a profile holds.");
}
