import {
  type LoadedDocument,
  loadDocument,
  rewriteText,
  type TextToRewrite,
} from "@truespec/openapi";
import { stringify } from "yaml";
import { CommandError } from "../../command-error.ts";
import {
  refuseReportOnOutput,
  type TellDiagnostics,
  withDiagnosticReport,
} from "../../description/diagnostic-report.ts";
import { nameSource } from "../../description/load.ts";
import { createReader } from "../../description/read-log.ts";
import { type ExitCode, exitCodes } from "../../exit-code.ts";
import { refuseSecondStandardInput } from "../../files/standard-input.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { writeOutputs } from "../outputs.ts";

/** The options of `truespec overlay apply`. */
export interface OverlayApplyOptions {
  readonly overlay: readonly string[];
  readonly out: string;
  readonly report: readonly string[];
  readonly allowNetwork?: true;
}

/** The command line of `truespec overlay check`. */
export interface OverlayCheckArguments {
  readonly file: string;
  readonly description: string;
  readonly report: readonly string[];
  readonly allowNetwork?: true;
}

/**
 * Runs `truespec overlay apply`: the document as it is written, with the overlays applied.
 *
 * @throws CommandError (2) when a file cannot be read, parsed or applied; nothing is written then
 */
export async function runOverlayApply(
  terminal: Terminal,
  description: string,
  { overlay, out, report, allowNetwork }: OverlayApplyOptions,
): Promise<ExitCode> {
  if (overlay.length === 0) {
    throw new CommandError("--overlay FILE is missing: the overlay to apply.");
  }
  const loaded = await withDiagnosticReport(terminal, report, (tell) =>
    load(terminal, { description, overlays: overlay, allowNetwork, tell }),
  );
  const format = /\.json$/i.test(out) ? "json" : "yaml";
  const text = keepText(terminal, loaded, format) ?? printAnew(loaded.document, format);
  await writeOutputs(terminal, [{ file: out, text }]);
  terminal.err(`wrote ${out}`);
  return exitCodes.clean;
}

/** The description's own text with what the overlays change; undefined where it has another format or cannot be kept. */
function keepText(
  terminal: Terminal,
  { text, document }: Loaded,
  format: TextToRewrite["format"],
): string | undefined {
  const rewritten = rewriteText({ text, source: "the description", format }, document);
  const [fault] = rewritten?.diagnostics ?? [];
  if (fault === undefined) return rewritten?.text;
  terminal.err(`Comments and layout of the description are not kept: ${fault.message}`);
  return undefined;
}

function printAnew(document: Loaded["document"], format: TextToRewrite["format"]): string {
  return format === "json"
    ? `${JSON.stringify(document, null, 2)}\n`
    : stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Runs `truespec overlay check`: tells for each action how many nodes its target matches.
 *
 * @returns 0 when every target matches, 1 when one matches nothing
 * @throws CommandError (2) when a file cannot be read, parsed or applied
 */
export async function runOverlayCheck(
  terminal: Terminal,
  { file, description, report, allowNetwork }: OverlayCheckArguments,
): Promise<ExitCode> {
  refuseReportOnOutput(report);
  const { actions } = await withDiagnosticReport(terminal, report, (tell) =>
    load(terminal, { description, overlays: [file], allowNetwork, tell }),
  );
  const width = String(Math.max(...actions.map(({ matches }) => matches))).length;
  for (const { matches, target } of actions) {
    const count = String(matches).padStart(width);
    terminal.out(`${count} ${matches === 1 ? "match  " : "matches"}  ${target}\n`);
  }
  const unmatched = actions.filter(({ matches }) => matches === 0).length;
  if (unmatched === 0) return exitCodes.clean;
  terminal.err(`${unmatched} of ${actions.length} targets of ${file} match nothing.`);
  return exitCodes.drift;
}

type Loaded = Extract<LoadedDocument, { ok: true }>;

async function load(
  terminal: Terminal,
  input: {
    readonly description: string;
    readonly overlays: readonly string[];
    readonly allowNetwork: true | undefined;
    readonly tell: TellDiagnostics;
  },
): Promise<Loaded> {
  const { description, overlays, allowNetwork, tell } = input;
  refuseSecondStandardInput([description, ...overlays]);
  const read = createReader(terminal, allowNetwork === true);
  const loaded = await loadDocument(description, { overlays, read });
  tell(loaded.diagnostics);
  if (loaded.ok) return loaded;
  throw new CommandError(
    `${nameSource(description)} or an overlay has an error; nothing was written.`,
  );
}
