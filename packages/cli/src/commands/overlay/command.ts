import type { Command } from "commander";
import type { ExitCode } from "../../exit-code.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { diagnosticReportOption, networkOption, repeatedOption } from "../options.ts";
import type { OverlayApplyOptions } from "./run.ts";

const applyHelp = `
Writes FILE: the description as YAML or JSON, by FILE's ending, with the
overlays applied in order. Where it stays what it is, YAML or JSON, its
comments, order and layout stay too.

Overlays act on the description's own file as it is written. What stands behind
a reference, in another file too, is left alone; \`generate\` and \`drift\` follow
references before they apply overlays. A target that matches nothing here and
something there is told with the place where that stands.

Exit codes: 0 written · 2 usage, description or overlay error

Example:
  truespec overlay apply openapi.yaml --overlay fixes.overlay.yaml \\
    --out fixed.yaml
`;

const checkHelp = `
Writes nothing. A target is looked for in the description's own file as it is
written. Where it matches once references are followed, as \`generate\` and
\`drift\` do, that is told with the place.

Exit codes: 0 every target matches something · 1 one matches nothing · 2 usage,
description or overlay error

Example:
  truespec overlay check fixes.overlay.yaml openapi.yaml
`;

const groupHelp = `
Examples:
  truespec overlay check fixes.overlay.yaml openapi.yaml
  truespec overlay apply openapi.yaml --overlay fixes.overlay.yaml \\
    --out fixed.yaml

Each command's --help has more.
`;

/** Adds `truespec overlay apply` and `truespec overlay check` to the program. */
export function addOverlayCommand(
  program: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  const overlay = program
    .command("overlay")
    .summary("apply an OpenAPI Overlay, or check its targets")
    .description("Applies OpenAPI Overlays to a description, or checks that their targets match.")
    .helpCommand(false)
    .addHelpText("after", groupHelp);
  overlay
    .command("apply")
    .summary("write the description with overlays applied")
    .description("Writes the description with the overlays applied.")
    .argument("<description>", "path, URL or - (standard input)")
    .addOption(
      repeatedOption("--overlay <file>", "an OpenAPI Overlay; may be repeated, applied in order"),
    )
    .requiredOption("--out <file>", "the file to write; .json writes JSON, all else YAML")
    .addOption(diagnosticReportOption())
    .addOption(networkOption())
    .addHelpText("after", applyHelp)
    .action(async (description: string, options: OverlayApplyOptions) => {
      const { runOverlayApply } = await import("./run.ts");
      end(await runOverlayApply(terminal, description, options));
    });
  overlay
    .command("check")
    .summary("tell for each action how many places its target matches")
    .description("Tells for each action of an overlay how many places its target matches.")
    .argument("<overlay>", "the overlay file")
    .argument("<description>", "path, URL or - (standard input)")
    .addOption(diagnosticReportOption())
    .addOption(networkOption())
    .addHelpText("after", checkHelp)
    .action(
      async (
        file: string,
        description: string,
        options: Pick<OverlayApplyOptions, "report" | "allowNetwork">,
      ) => {
        const { runOverlayCheck } = await import("./run.ts");
        end(await runOverlayCheck(terminal, { file, description, ...options }));
      },
    );
}
