import type { Command } from "commander";
import type { ExitCode } from "../../exit-code.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import type { MergeArguments } from "./run.ts";

const help = `
Writes FILE: one profile of all, the same bytes in whatever order and grouping
they are merged.

Exit codes: 0 written · 2 a file is no profile, or of another description or
salt than those before it

Example:
  truespec merge monday.profile.json tuesday.profile.json \\
    --out week.profile.json
`;

/** Adds `truespec merge` to the program. */
export function addMergeCommand(
  program: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  program
    .command("merge")
    .summary("join profiles into one")
    .description("Joins profiles that were observed with the same description.")
    .argument("<profiles...>", "files that truespec observe or merge wrote")
    .requiredOption("--out <file>", "the profile to write: FILE.profile.json")
    .addHelpText("after", help)
    .action(async (profiles: readonly string[], options: Omit<MergeArguments, "profiles">) => {
      const { runMerge } = await import("./run.ts");
      end(await runMerge(terminal, { ...options, profiles }));
    });
}
