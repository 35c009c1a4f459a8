// @ts-check
// The main job (`npm run drift`): checks the embedded OpenRouter server against the published
// description, writes the report and the proposed repair, and says what to do next.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { driftArguments, openrouter } from "./openrouter.mjs";
import { run, startEmbeddedServer } from "./run.mjs";

const outputs = {
  report: ".truespec/report.json",
  page: ".truespec/report.html",
  proposal: ".truespec/proposal.yaml",
};

mkdirSync(".truespec", { recursive: true });
for (const file of Object.values(outputs)) rmSync(file, { force: true });

const server = await startEmbeddedServer();
const stopAndLeave = () => {
  server.stop();
  process.exit(130);
};
process.once("SIGINT", stopAndLeave);
process.once("SIGTERM", stopAndLeave);

let exitCode = 70;
try {
  exitCode = await run("truespec", [
    ...driftArguments(server.url),
    ...["--report", "terminal", "--report", `json=${outputs.report}`],
    ...["--report", `html=${outputs.page}`],
    ...["--propose", outputs.proposal],
  ]);
} finally {
  server.stop();
}

// Drift (1) is what this job is there to find; anything else but 0 is a failure of the job.
const found = exitCode === 0 || exitCode === 1;
if (found) console.log(nextSteps());
process.exit(found ? 0 : exitCode);

/** @returns {string} */
function nextSteps() {
  const live = `npx truespec ${driftArguments(openrouter.server).join(" ")}`;
  return [
    "",
    "What you have now",
    `  ${outputs.page}    every finding with its evidence: open it in a browser`,
    `  ${outputs.report}    the same, for scripts`,
    ...(existsSync(outputs.proposal)
      ? [
          `  ${outputs.proposal}  the repair, as an OpenAPI Overlay: read it, then copy it to openapi/openrouter/overlays/`,
        ]
      : []),
    "",
    "What to do next",
    "  Check the live API:",
    `    ${live.replaceAll(" --", " \\\n      --")}`,
    "  Check an API of your own (GET requests only):",
    "    npx truespec drift YOUR-OPENAPI.yaml --base-url https://api.example.com",
    "  Or responses that you have on disk:",
    '    npx truespec drift YOUR-OPENAPI.yaml --operation "GET /things" things.json',
  ].join("\n");
}
