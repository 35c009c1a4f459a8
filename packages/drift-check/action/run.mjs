// @ts-check
// The whole of the action: checks, tells GitHub, and ends as the check ended. Inputs come as
// environment variables (see action.yml), never as text of a script.
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { openRepository } from "./github.mjs";
import { driftArguments, input } from "./inputs.mjs";
import { updateIssue } from "./update-issue.mjs";
import { updatePullRequest } from "./update-pull-request.mjs";

/** GitHub takes a summary of at most 1 MiB a step. */
const longestSummary = 1_000_000;

const folder = input("folder") || ".truespec/drift";
const files = {
  report: `${folder}/report.json`,
  markdown: `${folder}/report.md`,
  proposal: `${folder}/proposal.overlay.yaml`,
};

mkdirSync(folder, { recursive: true });
for (const file of Object.values(files)) rmSync(file, { force: true });

const exitCode = await check();
const status = exitCode === 0 ? "ok" : exitCode === 1 ? "drift" : "error";
const hasReport = existsSync(files.report);
const report = hasReport ? JSON.parse(readFileSync(files.report, "utf8")) : undefined;
const markdown = existsSync(files.markdown) ? readFileSync(files.markdown, "utf8") : "";
const proposal = existsSync(files.proposal) ? readFileSync(files.proposal, "utf8") : undefined;

writeOutputs({
  status,
  ...report?.summary,
  report: hasReport ? files.report : "",
  proposal: proposal === undefined ? "" : files.proposal,
});
summarize(markdown);

// A check that read too little says nothing: neither that there is drift nor that it is gone.
let isTold = true;
if (status !== "error") {
  try {
    await tellGithub();
  } catch (cause) {
    isTold = false;
    console.log(`::error::${escapeData(cause instanceof Error ? cause.message : String(cause))}`);
  }
}
const isFailure = status === "error" || (status === "drift" && input("on-drift") !== "report");
process.exitCode = isFailure || !isTold ? Math.max(exitCode, 1) : 0;

async function tellGithub() {
  const isIssue = input("issue") === "true";
  const path = input("pull-request");
  if (!isIssue && path === "") return;
  const repository = openRepository({
    api: process.env["GITHUB_API_URL"] ?? "https://api.github.com",
    repository: process.env["GITHUB_REPOSITORY"] ?? "",
    token: input("token"),
  });
  if (isIssue) {
    const label = input("issue-label") || "spec-drift";
    const issue = await updateIssue(repository, { label, count: countDrift(), markdown });
    writeOutputs({ issue: issue ?? "" });
  }
  if (path !== "") {
    const branch = input("branch") || "truespec/drift";
    const proposed = { branch, path, text: proposal, markdown };
    writeOutputs({ "pull-request": (await updatePullRequest(repository, proposed)) ?? "" });
  }
}

/** Findings that clients notice and no baseline accepts. */
function countDrift() {
  return report.findings.filter(
    (/** @type {{ severity: string, baseline: null | { expired: boolean } }} */ finding) =>
      ["breaking", "additive"].includes(finding.severity) &&
      (finding.baseline === null || finding.baseline.expired),
  ).length;
}

/**
 * Runs truespec: its annotations go to the log as they are, what it says beside them as plain lines.
 *
 * @returns {Promise<number>} its exit code
 */
function check() {
  const command = input("command");
  const [program, first] =
    command === "" ? ["npx", ["--yes", `truespec@${input("version") || "latest"}`]] : [command, []];
  const { DRIFT_TOKEN: _token, ...env } = process.env;
  const child = spawn(program, [...first, ...driftArguments(folder)], {
    env,
    stdio: ["ignore", "inherit", "pipe"],
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      for (const line of said.split("\n")) if (line !== "") console.log(`truespec: ${plain(line)}`);
      resolve(code ?? 70);
    });
  });
}

/**
 * A line that the runner does not take for a command.
 *
 * @param {string} line
 */
function plain(line) {
  return line.replaceAll("##[", "## [");
}

/** @param {string} markdown */
function summarize(markdown) {
  const file = process.env["GITHUB_STEP_SUMMARY"];
  if (file === undefined || markdown === "") return;
  const isWhole = Buffer.byteLength(markdown) <= longestSummary;
  appendFileSync(
    file,
    isWhole
      ? markdown
      : `${markdown.slice(0, longestSummary / 4)}\n\nCut here: see ${files.report}.\n`,
  );
}

/** @param {Readonly<Record<string, string | number>>} outputs */
function writeOutputs(outputs) {
  const file = process.env["GITHUB_OUTPUT"];
  if (file === undefined) return;
  const lines = Object.entries(outputs).map(
    ([name, value]) => `${name}=${String(value).replaceAll(/[\r\n]/g, " ")}\n`,
  );
  appendFileSync(file, lines.join(""));
}

/** @param {string} text */
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
