import { findCacheFolder } from "../../cache/cache-folder.ts";
import { createGenerationCache } from "../../cache/generation-cache.ts";
import { withDiagnosticReport } from "../../description/diagnostic-report.ts";
import type { ReadLog } from "../../description/read-log.ts";
import { createReadLog } from "../../description/read-log.ts";
import type { ExitCode } from "../../exit-code.ts";
import { withProgress } from "../../terminal/progress.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { checkArguments, type GenerateArguments } from "./arguments.ts";
import { finishCheck, finishWriting } from "./finish.ts";
import { type Job, planJobs } from "./jobs.ts";
import { type Outcome, runJob } from "./run-job.ts";

/**
 * Runs `truespec generate`: every file of every entry is made before the first is written.
 *
 * @returns 0 written or up to date, or a watch that the user ended; 1 when `--check` found stale files,
 *   their paths on standard output
 * @throws CommandError (2) for a wrong command line, configuration or description
 */
export async function runGenerate(
  terminal: Terminal,
  parsed: GenerateArguments,
): Promise<ExitCode> {
  checkArguments(parsed);
  if (!parsed.watch) return generateOnce(terminal, parsed, createReadLog());
  const { watchFiles } = await import("./watch.ts");
  return watchFiles(terminal, (log) => generateOnce(terminal, parsed, log));
}

async function generateOnce(
  terminal: Terminal,
  parsed: GenerateArguments,
  log: ReadLog,
): Promise<ExitCode> {
  const jobs = await planJobs(terminal, parsed, log);
  const folder = parsed.cache ? findCacheFolder(terminal.cwd, terminal.env) : undefined;
  const cache = folder === undefined ? undefined : createGenerationCache(folder);
  const outcomes = await withDiagnosticReport(terminal, parsed.report, (tell) =>
    withProgress(terminal, "Generating", (progress) =>
      runInTurn(jobs, (job) => runJob(terminal, { parsed, cache, log, tell, progress }, job)),
    ),
  );
  return parsed.check
    ? finishCheck(terminal, cache, outcomes)
    : finishWriting(terminal, cache, outcomes);
}

async function runInTurn(
  jobs: readonly Job[],
  run: (job: Job) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const job of jobs) outcomes.push(await run(job));
  return outcomes;
}
