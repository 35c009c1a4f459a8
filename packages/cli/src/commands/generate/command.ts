import type { Emit } from "@truespec/generator";
import { type Command, InvalidArgumentError } from "commander";
import { emits, isEmit } from "../../config/emit-names.ts";
import type { ExitCode } from "../../exit-code.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { configOption, diagnosticReportOption, networkOption, overlayOption } from "../options.ts";
import type { GenerateArguments } from "./arguments.ts";

const help = `
Writes, below DIR:
  types.ts             the description's types, with an alias for every
                       component and operation
  client.ts            createClient(options), methods grouped by tag, and one
                       function for each operation; needs @truespec/client
  validators/index.js  isX, validateX and the Standard Schema X for every
                       component and response
Files that did not change are not touched; files of an earlier run that are no
longer generated are removed; files of yours are never overwritten. What was
read and written is remembered by hash, in node_modules/.cache/truespec or the
user's cache folder: an unchanged run ends at once.

Naming, and leaving operations out: \`hooks\` of an entry in truespec.config.ts.

Exit codes: 0 written or up to date · 1 --check found stale files: their paths
are on standard output · 2 usage or description error

Examples:
  truespec generate openapi.yaml --out src/api
  truespec generate openapi.yaml --overlay fixes.overlay.yaml --out src/api
  truespec generate openapi.yaml --out src/api --emit types,client
  truespec generate openapi.yaml --out packages/api --package @acme/api
  truespec generate           every entry of truespec.config.ts
  truespec generate --check   in CI: exit 1 when something is stale
  truespec generate --watch   again after each change, until Ctrl+C
`;

/** Adds `truespec generate` to the program. */
export function addGenerateCommand(
  program: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  program
    .command("generate")
    .summary("write types, client and validators from a description")
    .description("Writes types, a client and validators from an OpenAPI description.")
    .argument(
      "[description]",
      "path, URL or - (standard input); without it, the configuration's entries",
    )
    .option("--out <dir>", "the folder to write to")
    .addOption(overlayOption())
    .option("--emit <list>", `some of ${emits.join(",")}; default: all`, parseEmit)
    .option("--package <name>", "write a whole publishable package of this name")
    .option("--check", "write nothing; exit 1 when a generated file is stale")
    .option("--watch", "stay, and write again when a file that was read changes")
    .option("--no-cache", "generate even where neither input nor output changed")
    .addOption(diagnosticReportOption())
    .addOption(configOption())
    .addOption(networkOption())
    .addHelpText("after", help)
    .action(
      async (description: string | undefined, options: Omit<GenerateArguments, "description">) => {
        const { runGenerate } = await import("./run.ts");
        end(await runGenerate(terminal, { ...options, description }));
      },
    );
}

function parseEmit(written: string): readonly Emit[] {
  const names = written.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !isEmit(name));
  if (unknown !== undefined) {
    const mend = unknown === "" ? "Write it without spaces." : `"${unknown}" is none of them.`;
    throw new InvalidArgumentError(`It takes some of ${emits.join(",")}. ${mend}`);
  }
  return emits.filter((emit) => names.includes(emit));
}
