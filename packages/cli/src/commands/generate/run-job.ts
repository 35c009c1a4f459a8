import type { GenerateDiagnostic, WritePlan } from "@truespec/generator";
import type { Description } from "@truespec/openapi";
import type { GenerationCache } from "../../cache/generation-cache.ts";
import { hash } from "../../cache/hash.ts";
import type { GenerationRecord } from "../../cache/record.ts";
import { CommandError } from "../../command-error.ts";
import type { TellDiagnostics } from "../../description/diagnostic-report.ts";
import { createReader, type ReadLog } from "../../description/read-log.ts";
import type { Progress } from "../../terminal/progress.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { orUnwritable } from "../outputs.ts";
import type { GenerateArguments } from "./arguments.ts";
import { createJobKey } from "./job-key.ts";
import type { Job } from "./jobs.ts";

/** What a job runs with. */
export interface Run {
  readonly parsed: GenerateArguments;
  /** Undefined: nothing is remembered. */
  readonly cache: GenerationCache | undefined;
  readonly log: ReadLog;
  readonly tell: TellDiagnostics;
  readonly progress: Progress;
}

/** What is to be done about a job's folder. */
export type Outcome =
  /** The cache knows that the same run would change nothing. */
  | { readonly kind: "unchanged"; readonly outDir: string }
  | {
      readonly kind: "planned";
      readonly outDir: string;
      readonly plan: WritePlan;
      /** To remember once the folder is as planned, where anything is remembered. */
      readonly record: GenerationRecord | undefined;
    };

/**
 * Generates one job's files and compares them with its folder. Nothing is written.
 *
 * @throws CommandError (2) when the description has an error
 */
export async function runJob(terminal: Terminal, run: Run, job: Job): Promise<Outcome> {
  const { cache, log, tell, parsed } = run;
  const read = createReader(terminal, parsed.allowNetwork === true, log);
  if (cache === undefined) return generateJob(terminal, run, { job, key: undefined });
  const key = createJobKey(terminal, parsed, job);
  const known = await cache.findUnchanged({ outDir: job.outDir, key, read });
  if (known === undefined) return generateJob(terminal, run, { job, key });
  for (const { location } of known.inputs) log.note(location);
  tell(known.diagnostics);
  return { kind: "unchanged", outDir: job.outDir };
}

async function generateJob(
  terminal: Terminal,
  { parsed, log, tell, progress }: Run,
  { job, key }: { readonly job: Job; readonly key: string | undefined },
): Promise<Outcome> {
  const told: Parameters<TellDiagnostics>[0][number][] = [];
  const tellAndKeep: TellDiagnostics = (diagnostics) => {
    told.push(...diagnostics);
    tell(diagnostics);
  };
  await progress.report(`Loading ${job.source}`);
  // The parsers and the generators take a while to load, and an unchanged input needs none of them.
  const { loadOrFail } = await import("../../description/load.ts");
  const from = log.reads.length;
  const description = await loadOrFail(terminal, {
    source: job.source,
    overlays: job.overlays,
    allowNetwork: parsed.allowNetwork === true,
    log,
    tell: tellAndKeep,
  });
  const plan = await planFiles(job, description, { tell: tellAndKeep, progress });
  const inputs = log.reads.slice(from);
  const record =
    key === undefined ? undefined : { key, inputs, outputs: outputsOf(plan), diagnostics: told };
  return { kind: "planned", outDir: job.outDir, plan, record };
}

async function planFiles(
  { entry, command, outDir }: Job,
  description: Description,
  { tell, progress }: Pick<Run, "tell" | "progress">,
): Promise<WritePlan> {
  const { generate, planWrite } = await import("@truespec/generator");
  const { compileBeside } = await import("./compile-beside.ts");
  const { files, diagnostics } = await generate(description, {
    compileValidators: compileBeside,
    emit: entry.emit ?? ["types", "client", "validators"],
    source: entry.description,
    command,
    report: (emit) => progress.report(`Generating ${emit} for ${entry.out}`),
    ...(entry.types === undefined ? {} : { types: entry.types }),
    ...(entry.package === undefined ? {} : { packageName: entry.package }),
    ...(entry.typesFrom === undefined ? {} : { typesFrom: entry.typesFrom }),
    ...(entry.validatorsFrom === undefined ? {} : { validatorsFrom: entry.validatorsFrom }),
    ...(entry.validators === undefined ? {} : { validators: entry.validators }),
    ...(entry.hooks === undefined ? {} : { hooks: entry.hooks }),
  }).catch(refuseFormat);
  tellGenerated(tell, description, diagnostics);
  return orUnwritable(entry.out, planWrite(files, outDir));
}

/** The compiler knows which patterns and names of the configuration's formats are none. */
function refuseFormat(error: unknown): never {
  const isFormat = error instanceof Error && "code" in error && error.code === "invalid-format";
  throw isFormat ? new CommandError(`validators.customFormats: ${error.message}`) : error;
}

function tellGenerated(
  tell: TellDiagnostics,
  { diagnose }: Description,
  diagnostics: readonly GenerateDiagnostic[],
): void {
  tell(diagnostics.map(({ pointer, ...fault }) => diagnose(fault, pointer)));
  if (diagnostics.some(({ severity }) => severity === "error")) {
    throw new CommandError("Not everything could be generated; nothing was written.");
  }
}

function outputsOf(plan: WritePlan): GenerationRecord["outputs"] {
  return [...plan.added, ...plan.changed, ...plan.unchanged].map(({ path, text }) => ({
    path: `${plan.outDir}/${path}`,
    sha256: hash(text),
  }));
}
