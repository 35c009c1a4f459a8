import { join } from "node:path";
import {
  compare,
  createReport,
  DriftCheckError,
  judgeReport,
  observe,
  type Proposal,
  printExchange,
  printJsonReport,
  printMarkdownReport,
  printTerminalReport,
  type Report,
} from "@truespec/drift-check";
import type { Description } from "@truespec/openapi";
import { CommandError } from "../../command-error.ts";
import { loadOrFail } from "../../description/load.ts";
import { type ExitCode, exitCodes } from "../../exit-code.ts";
import { withProgress } from "../../terminal/progress.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { checkArguments, type DriftArguments } from "./arguments.ts";
import { type Collection, openCollection } from "./collection.ts";
import { readHeaderOptions, type SecretHeaders } from "./header-option.ts";
import { type Output, writeOutputs } from "./outputs.ts";
import { propose, tellProposal } from "./proposal.ts";
import { parseReportOptions, type ReportOption } from "./report-option.ts";

const exitOf = {
  clean: exitCodes.clean,
  drift: exitCodes.drift,
  evidence: exitCodes.evidence,
} as const;

/**
 * Runs `truespec drift`: everything is collected and judged before the first output is written.
 *
 * @returns 0 clean by policy, 1 drift, 3 not enough evidence
 * @throws CommandError (2) for a wrong command line, description or recording
 */
export async function runDrift(terminal: Terminal, parsed: DriftArguments): Promise<ExitCode> {
  checkArguments(parsed);
  const reports = parseReportOptions(parsed.report);
  const headers = readHeaderOptions(parsed.headerEnv, terminal.env);
  const description = await loadOrFail(terminal, {
    source: parsed.description,
    overlays: parsed.overlay,
    allowNetwork: parsed.allowNetwork === true,
  });
  const checked = await checkOrFail({ terminal, parsed, description, headers });
  const outputs = [
    ...reports.map((option) => printReport(terminal, checked.report, option)),
    ...(await listFiles(parsed, checked)),
  ];
  await writeOutputs(terminal, outputs, headers);
  if (parsed.propose !== undefined && checked.proposal !== undefined) {
    tellProposal(terminal, parsed.propose, checked.proposal);
  }
  return exitOf[judgeReport(checked.report, { failOn: parsed.failOn })];
}

interface Check {
  readonly terminal: Terminal;
  readonly parsed: DriftArguments;
  readonly description: Description;
  readonly headers: SecretHeaders;
}

/** What a check found out. */
interface Checked {
  readonly report: Report;
  readonly items: Collection["items"];
  readonly proposal: Proposal | undefined;
}

async function checkOrFail(check: Check): Promise<Checked> {
  try {
    return await withProgress(check.terminal, "Checking", async (progress) => {
      const collection = await openCollection({ ...check, progress });
      progress.report("Comparing with the description");
      return await judge(check, collection);
    });
  } catch (cause) {
    // Its codes all name an input that the user gave.
    if (cause instanceof DriftCheckError) throw new CommandError(cause.message, { cause });
    throw cause;
  }
}

async function judge(check: Check, collection: Collection): Promise<Checked> {
  const { parsed, description } = check;
  const match = { server: parsed.server, values: valuesOf(parsed) };
  const profile = await observe(description, collection.items(), match);
  const findings = compare(description, profile, { minEvidence: parsed.minEvidence });
  const { source, sha256 } = description;
  const { skipped } = collection;
  const report = createReport({ source, sha256, profile, findings, skipped });
  const proposal =
    parsed.propose === undefined
      ? undefined
      : await propose(check, { profile, findings, match, collect: collection.items });
  return { report, items: collection.items, proposal };
}

async function listFiles(
  { propose: file, record }: DriftArguments,
  { items, proposal }: Checked,
): Promise<readonly Output[]> {
  return [
    ...(proposal?.text === undefined ? [] : [{ file, text: proposal.text }]),
    ...(record === undefined ? [] : [await printRecord(record, items)]),
  ];
}

async function printRecord(folder: string, items: Collection["items"]): Promise<Output> {
  const lines: string[] = [];
  for await (const item of items()) {
    if (item.kind === "exchange") lines.push(printExchange(item.exchange));
  }
  return { file: join(folder, "exchanges.ndjson"), text: lines.join("") };
}

function valuesOf({ showValues }: DriftArguments): "shown" | "classes" {
  return showValues ? "shown" : "classes";
}

function printReport(terminal: Terminal, report: Report, { format, file }: ReportOption): Output {
  switch (format) {
    case "json":
      return { file, text: printJsonReport(report) };
    case "markdown":
      return { file, text: printMarkdownReport(report) };
    case "terminal":
      return { file, text: printOnTerminal(terminal, report, file) };
  }
}

/** Colour is for a terminal alone: a file stays plain. */
function printOnTerminal(terminal: Terminal, report: Report, file: string | undefined): string {
  const color = file === undefined && terminal.color ? "ansi" : "none";
  return printTerminalReport(report, { color, width: terminal.width });
}
