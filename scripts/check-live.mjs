// @ts-check
// The scheduled job: checks the live Models API against the published description. Writes
// .truespec/live/report.json, report.md and, where there is something to repair, proposal.yaml.
// Exit code: that of `truespec drift`, but drift itself (1) is a result, not a failure of the job.
import { mkdirSync } from "node:fs";
import { driftArguments, openrouter } from "./openrouter.mjs";
import { run } from "./run.mjs";

const folder = ".truespec/live";
mkdirSync(folder, { recursive: true });

const { OPENROUTER_API_KEY: key = "", TRUESPEC_LIVE_URL: url = openrouter.server } = process.env;
const exitCode = await run(
  "truespec",
  [
    ...driftArguments(url),
    ...(key === "" ? [] : ["--header-env", "Authorization=OPENROUTER_AUTHORIZATION"]),
    ...["--report", "terminal", "--report", `json=${folder}/report.json`],
    ...["--report", `markdown=${folder}/report.md`],
    ...["--propose", `${folder}/proposal.yaml`],
  ],
  { ...process.env, OPENROUTER_AUTHORIZATION: `Bearer ${key}` },
);
process.exit(exitCode === 1 ? 0 : exitCode);
