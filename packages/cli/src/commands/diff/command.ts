import type { Command } from "commander";
import type { ExitCode } from "../../exit-code.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { networkOption, repeatedOption } from "../options.ts";
import type { DiffOptions } from "./run.ts";

const help = `
Judges every change for a client that was generated from <old>: breaking,
undecided, additive or informational. Breaking and undecided changes ask for a
major version, additive ones for a minor, informational ones for a patch.

Writes only what --report names.

Exit codes: 0 compared, whatever changed · 2 usage or description error

Examples:
  truespec diff v1.yaml v2.yaml
  git show main:openapi.yaml | truespec diff - openapi.yaml
  truespec diff v1.yaml v2.yaml --report markdown=CHANGES.md --report terminal
`;

/** Adds `truespec diff` to the program. */
export function addDiffCommand(
  program: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  program
    .command("diff")
    .summary("tell what changed between two descriptions, and the semver bump")
    .description("Compares two OpenAPI descriptions for a client of the old one.")
    .argument("<old>", "path, URL or - (standard input)")
    .argument("<new>", "path, URL or - (standard input)")
    .addOption(
      repeatedOption(
        "--report <format[=file]>",
        "terminal, json or markdown; may be repeated",
        "terminal",
      ),
    )
    .addOption(networkOption())
    .addHelpText("after", help)
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { runDiff } = await import("./run.ts");
      end(await runDiff(terminal, { ...options, before, after }));
    });
}
