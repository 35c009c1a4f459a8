import type { Command } from "commander";
import type { ExitCode } from "../../exit-code.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import {
  configOption,
  networkOption,
  operationOption,
  overlayOption,
  saltOption,
  serverOption,
} from "../options.ts";
import type { ObserveArguments } from "./run.ts";

const help = `
Writes FILE: everything a drift check needs to know of the recordings, in some
kilobytes, without their bodies. Texts that do not read as names are kept as
hashes. "truespec merge" joins profiles, and "truespec drift" takes one in place
of recordings, with the same description and overlays. Of the configuration it
heeds "reportHeaders" of "drift".

Exit codes: 0 written · 2 usage or description error · 3 written, and yet not
enough evidence: nothing matched, or an exchange could not be read

Examples:
  truespec observe openapi.yaml monday.har --out monday.profile.json
  truespec observe openapi.yaml --operation "GET /models" models.json \\
    --out models.profile.json
  truespec drift openapi.yaml monday.profile.json
`;

/** Adds `truespec observe` to the program. */
export function addObserveCommand(
  program: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  program
    .command("observe")
    .summary("remember recordings as a small profile")
    .description("Remembers what recordings show of an API, as a profile that can be merged.")
    .argument("<description>", "path, URL or - (standard input)")
    .argument("<recordings...>", "recorded exchanges or profiles")
    .requiredOption("--out <file>", "the profile to write: FILE.profile.json")
    .addOption(overlayOption())
    .addOption(operationOption())
    .addOption(serverOption())
    .addOption(saltOption())
    .addOption(configOption())
    .addOption(networkOption())
    .addHelpText("after", help)
    .action(
      async (
        description: string,
        recordings: readonly string[],
        options: Omit<ObserveArguments, "description" | "recordings">,
      ) => {
        const { runObserve } = await import("./run.ts");
        end(await runObserve(terminal, { ...options, description, recordings }));
      },
    );
}
