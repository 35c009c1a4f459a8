import { join } from "node:path";
import {
  compare,
  createReport,
  type JudgeOptions,
  judgeReport,
  observe,
  type PatchedDescription,
  type Profile,
  type Proposal,
  printExchange,
  type Report,
} from "@truespec/drift-check";
import type { Description } from "@truespec/openapi";
import type { DriftConfig } from "../../config/config.ts";
import { findLoadedConfig } from "../../config/load-config.ts";
import { loadOrFail } from "../../description/load.ts";
import { type ExitCode, exitCodes } from "../../exit-code.ts";
import { withProgress } from "../../terminal/progress.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { readSalt } from "../salt.ts";
import { checkArguments, type DriftArguments } from "./arguments.ts";
import {
  holdAgainstBaseline,
  type Marked,
  type OpenBaseline,
  openBaseline,
  tellUpdate,
} from "./baseline.ts";
import { type Collection, openCollection } from "./collection.ts";
import { readHeaderOptions, type SecretHeaders } from "./header-option.ts";
import { orUsage } from "./or-usage.ts";
import { type Output, writeOutputs } from "./outputs.ts";
import { printReport } from "./print-report.ts";
import { patch, propose, tellPatch, tellProposal } from "./proposal.ts";
import { tellServer } from "./recordings.ts";
import { parseReportOptions } from "./report-option.ts";

/**
 * Runs `truespec drift`: everything is collected and judged before the first output is written.
 *
 * @returns 0 clean by policy, 1 drift, 3 not enough evidence
 * @throws CommandError (2) for a wrong command line, description or recording
 */
export async function runDrift(terminal: Terminal, parsed: DriftArguments): Promise<ExitCode> {
  checkArguments(parsed);
  const reports = parseReportOptions(parsed.report);
  const config = (await findLoadedConfig(terminal.cwd, parsed.config))?.config.drift;
  const headers = readHeaderOptions(parsed.headerEnv, terminal.env);
  const description = await loadOrFail(terminal, {
    source: parsed.description,
    overlays: parsed.overlay,
    allowNetwork: parsed.allowNetwork === true,
  });
  const baseline = await orUsage(openBaseline(terminal, parsed));
  // The page shows repairs beside their findings.
  const isProposing =
    parsed.propose !== undefined ||
    parsed.proposeDescription !== undefined ||
    reports.some(({ format }) => format === "html");
  const check = { terminal, parsed, description, headers, baseline, isProposing, config };
  const checked = await orUsage(checkCollected(check));
  const printable = {
    ...check,
    ...checked,
    judge: judgeOf(parsed),
    previous: baseline?.history,
    history: checked.marked.history,
  };
  const outputs = [
    ...reports.map((option) => printReport(printable, option)),
    ...(await listFiles(parsed, checked)),
  ];
  await writeOutputs(terminal, outputs, headers);
  tellProposals(check, checked);
  tellServer(terminal, parsed, checked.report);
  return conclude(check, checked);
}

function tellProposals({ terminal, parsed }: Check, { proposal, patched }: Checked): void {
  const { propose: file, proposeDescription } = parsed;
  if (file !== undefined && proposal !== undefined) tellProposal(terminal, file, proposal);
  if (proposeDescription !== undefined && patched !== undefined) {
    tellPatch(terminal, proposeDescription, patched);
  }
}

function conclude(
  { terminal, parsed, baseline }: Check,
  { report, marked, wasCompared }: Checked,
): ExitCode {
  if (parsed.updateBaseline === undefined || baseline === undefined) {
    return exitCodes[judgeReport(report, judgeOf(parsed))];
  }
  if (wasCompared) {
    tellUpdate(terminal, baseline, marked);
    return exitCodes.clean;
  }
  terminal.err(`Nothing could be compared; ${baseline.file} was left as it is.`);
  return exitCodes.evidence;
}

const truncationNote =
  "The bodies are deeper or more manifold than a check remembers: findings may be missing.";

function judgeOf({ failOn, newOnly }: DriftArguments): JudgeOptions {
  return { failOn, counting: newOnly ? "new" : "all" };
}

interface Check {
  readonly terminal: Terminal;
  readonly parsed: DriftArguments;
  readonly description: Description;
  readonly headers: SecretHeaders;
  readonly baseline: OpenBaseline | undefined;
  readonly isProposing: boolean;
  readonly config: DriftConfig | undefined;
}

/** What a check found out. */
interface Checked {
  readonly report: Report;
  readonly marked: Marked;
  readonly items: Collection["items"];
  readonly proposal: Proposal | undefined;
  readonly patched: PatchedDescription | undefined;
  readonly wasCompared: boolean;
}

function checkCollected(check: Check): Promise<Checked> {
  return withProgress(check.terminal, "Checking", async (progress) => {
    const collection = await openCollection({ ...check, progress });
    await progress.report("Comparing with the description");
    return judge(check, collection);
  });
}

async function judge(check: Check, collection: Collection): Promise<Checked> {
  const { terminal, parsed, description } = check;
  const salt = readSalt(parsed.saltEnv, terminal.env);
  const reportHeaders = check.config?.reportHeaders;
  const match = { server: parsed.server, values: valuesOf(parsed), salt, reportHeaders };
  const profile = await observe(description, collection.items(), match);
  const policy = { ...check.config, minEvidence: parsed.minEvidence };
  const compared = compare(description, profile, policy);
  const run = { findings: compared, isCompared: isCompared(profile), now: Date.now() };
  const marked = holdAgainstBaseline(check.baseline, run, parsed);
  const { findings, stale } = marked;
  if (profile.truncated) terminal.err(truncationNote);
  const { source, sha256 } = description;
  const { skipped } = collection;
  const report = createReport({ source, sha256, profile, findings, skipped, stale });
  const proposal = check.isProposing
    ? await propose(check, { profile, findings, match, collect: collection.items })
    : undefined;
  const patched =
    parsed.proposeDescription === undefined || proposal === undefined
      ? undefined
      : await patch(check, proposal);
  const { items } = collection;
  return { report, marked, items, proposal, patched, wasCompared: run.isCompared };
}

/** Of answers that are all broken or pages of a gateway there is nothing to compare: an API that is down is not clean. */
function isCompared({ matched, problems, places, families }: Profile): boolean {
  return matched > 0 && (problems.length === 0 || places.size + families.size > 0);
}

async function listFiles(
  { propose: file, proposeDescription, record }: DriftArguments,
  { items, proposal, patched, marked }: Checked,
): Promise<readonly Output[]> {
  return [
    ...marked.outputs,
    ...(file === undefined || proposal?.text === undefined ? [] : [{ file, text: proposal.text }]),
    ...(patched?.kind === "patched" ? [{ file: proposeDescription, text: patched.text }] : []),
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
