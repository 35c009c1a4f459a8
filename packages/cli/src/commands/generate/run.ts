import { isAbsolute, relative, resolve } from "node:path";
import {
  type Emit,
  findOutdated,
  type GenerateDiagnostic,
  generate,
  planWrite,
  type TruespecEntry,
  type WritePlan,
  writeFiles,
} from "@truespec/generator";
import type { Description } from "@truespec/openapi";
import { CommandError } from "../../command-error.ts";
import { loadConfig } from "../../config/load-config.ts";
import {
  refuseReportOnOutput,
  type TellDiagnostics,
  withDiagnosticReport,
} from "../../description/diagnostic-report.ts";
import { loadOrFail } from "../../description/load.ts";
import { type ExitCode, exitCodes } from "../../exit-code.ts";
import { type Progress, withProgress } from "../../terminal/progress.ts";
import type { Terminal } from "../../terminal/terminal.ts";

/** The command line of `truespec generate`, parsed. */
export interface GenerateArguments {
  /** Undefined: every entry of the configuration. */
  readonly description: string | undefined;
  readonly out?: string;
  readonly overlay: readonly string[];
  readonly emit?: readonly Emit[];
  readonly package?: string;
  readonly check?: true;
  /** How diagnostics are told; see {@link withDiagnosticReport}. */
  readonly report: readonly string[];
  readonly config?: string;
  readonly allowNetwork?: true;
}

interface Job {
  readonly entry: TruespecEntry;
  /** The folder that the entry's paths are relative to. */
  readonly folder: string;
  /** What the banner of the generated files tells people to run. */
  readonly command: string;
}

/**
 * Runs `truespec generate`: every file of every entry is made before the first is written.
 *
 * @returns 0 written or up to date; 1 when `--check` found stale files, their paths on standard output
 * @throws CommandError (2) for a wrong command line, configuration or description
 */
export async function runGenerate(
  terminal: Terminal,
  parsed: GenerateArguments,
): Promise<ExitCode> {
  if (parsed.check) refuseReportOnOutput(parsed.report);
  const jobs = await planJobs(terminal, parsed);
  const plans = await withDiagnosticReport(terminal, parsed.report, (tell) =>
    withProgress(terminal, "Generating", async (progress) => {
      const done: WritePlan[] = [];
      for (const job of jobs) done.push(await runJob(terminal, progress, { job, parsed, tell }));
      return done;
    }),
  );
  return parsed.check ? tellStale(terminal, plans) : writeAll(terminal, plans);
}

async function planJobs(terminal: Terminal, parsed: GenerateArguments): Promise<readonly Job[]> {
  if (parsed.description !== undefined) {
    return [
      {
        entry: entryOf(parsed, parsed.description),
        folder: terminal.cwd,
        command: commandOf(parsed),
      },
    ];
  }
  const stray = strayOption(parsed);
  if (stray !== undefined) {
    throw new CommandError(
      `${stray} goes with a description; without one, every entry of the configuration is generated.`,
    );
  }
  const { config, file, folder } = await loadConfig(terminal.cwd, parsed.config);
  if (config.generate === undefined) {
    throw new CommandError(`${file}: \`generate\` is missing: the list of what to generate.`);
  }
  return config.generate.map((entry) => ({ entry, folder, command: "truespec generate" }));
}

function strayOption(parsed: GenerateArguments): string | undefined {
  if (parsed.out !== undefined) return "--out";
  if (parsed.emit !== undefined) return "--emit";
  if (parsed.package !== undefined) return "--package";
  return parsed.overlay.length > 0 ? "--overlay" : undefined;
}

function entryOf(parsed: GenerateArguments, description: string): TruespecEntry {
  if (parsed.out === undefined) {
    throw new CommandError("--out DIR is missing: the folder to write to, such as --out src/api.");
  }
  return {
    description,
    out: parsed.out,
    overlays: parsed.overlay,
    ...(parsed.emit === undefined ? {} : { emit: parsed.emit }),
    ...(parsed.package === undefined ? {} : { package: parsed.package }),
  };
}

function commandOf(parsed: GenerateArguments): string {
  const overlays = parsed.overlay.flatMap((file) => ["--overlay", file]);
  const emit = parsed.emit === undefined ? [] : ["--emit", parsed.emit.join(",")];
  const packageName = parsed.package === undefined ? [] : ["--package", parsed.package];
  return [
    "truespec generate",
    parsed.description,
    "--out",
    parsed.out,
    ...overlays,
    ...emit,
    ...packageName,
  ].join(" ");
}

interface Run {
  readonly job: Job;
  readonly parsed: GenerateArguments;
  readonly tell: TellDiagnostics;
}

async function runJob(
  terminal: Terminal,
  progress: Progress,
  { job, parsed, tell }: Run,
): Promise<WritePlan> {
  const { entry, folder } = job;
  progress.report(`Generating ${entry.out}`);
  const description = await loadOrFail(terminal, {
    source: resolveSource(folder, entry.description, terminal.cwd),
    overlays: (entry.overlays ?? []).map((file) => resolveSource(folder, file, terminal.cwd)),
    allowNetwork: parsed.allowNetwork === true,
    tell,
  });
  const { files, diagnostics } = await generate(description, {
    emit: entry.emit ?? ["types", "client", "validators"],
    source: entry.description,
    command: job.command,
    ...(entry.package === undefined ? {} : { packageName: entry.package }),
    ...(entry.typesFrom === undefined ? {} : { typesFrom: entry.typesFrom }),
    ...(entry.validatorsFrom === undefined ? {} : { validatorsFrom: entry.validatorsFrom }),
  });
  tellGenerated(tell, description, diagnostics);
  return planWrite(files, resolve(folder, entry.out));
}

function tellGenerated(
  tell: TellDiagnostics,
  { source, locate }: Description,
  diagnostics: readonly GenerateDiagnostic[],
): void {
  tell(
    diagnostics.map(({ pointer, ...rest }) => ({
      ...rest,
      ...{ source, location: locate(pointer), frame: undefined },
    })),
  );
  if (diagnostics.some(({ severity }) => severity === "error")) {
    throw new CommandError("Not everything could be generated; nothing was written.");
  }
}

/** A path is relative to the entry's folder and stays short to read; URLs and `-` are what they are. */
function resolveSource(folder: string, source: string, cwd: string): string {
  if (source === "-" || /^[a-z]+:\/\//i.test(source) || isAbsolute(source)) return source;
  return relative(cwd, resolve(folder, source));
}

async function writeAll(terminal: Terminal, plans: readonly WritePlan[]): Promise<ExitCode> {
  refuseForeign(terminal, plans);
  for (const plan of plans) {
    const { written, removed } = await writeFiles(plan);
    for (const path of written) terminal.err(`wrote ${showPath(terminal, plan, path)}`);
    for (const path of removed) terminal.err(`removed ${showPath(terminal, plan, path)}`);
    if (written.length + removed.length === 0) {
      terminal.err(`up to date: ${relative(terminal.cwd, plan.outDir) || "."}`);
    }
  }
  return exitCodes.clean;
}

/** Files that we did not write are never overwritten, and then no other file is written either. */
function refuseForeign(terminal: Terminal, plans: readonly WritePlan[]): void {
  const foreign = plans.flatMap((plan) =>
    plan.foreign.map((path) => showPath(terminal, plan, path)),
  );
  if (foreign.length === 0) return;
  throw new CommandError(
    `Not generated by Truespec and in the way:\n  ${foreign.join("\n  ")}\nMove or remove them, or choose another folder. Nothing was written.`,
  );
}

function tellStale(terminal: Terminal, plans: readonly WritePlan[]): ExitCode {
  const stale = plans.flatMap((plan) =>
    findOutdated(plan).map((path) => showPath(terminal, plan, path)),
  );
  if (stale.length === 0) {
    terminal.err("Every generated file is up to date.");
    return exitCodes.clean;
  }
  const count = stale.length === 1 ? "1 generated file is" : `${stale.length} generated files are`;
  terminal.out(`${stale.join("\n")}\n`);
  terminal.err(`${count} stale. Run the same command without --check to write them.`);
  return exitCodes.drift;
}

function showPath(terminal: Terminal, plan: WritePlan, path: string): string {
  return relative(terminal.cwd, resolve(plan.outDir, path));
}
