// @ts-check
// Keeps one GitHub issue up to date with the newest drift report:
//   node scripts/update-drift-issue.mjs REPORT.json REPORT.md
// It is found by a hidden marker in its body. With drift it is opened or edited in place; without,
// it is closed. A report with too little evidence, or none at all, leaves the issue as it is.
// Environment: GITHUB_TOKEN, GITHUB_REPOSITORY (owner/name), GITHUB_API_URL (default api.github.com).
import { existsSync, readFileSync } from "node:fs";

const marker = "<!-- truespec: spec-drift -->";
const label = "spec-drift";
const maximumBody = 60_000;

const [jsonFile, markdownFile] = process.argv.slice(2);
if (jsonFile === undefined || markdownFile === undefined) {
  fail(2, "usage: node scripts/update-drift-issue.mjs REPORT.json REPORT.md");
}
if (!existsSync(jsonFile) || !existsSync(markdownFile)) {
  console.log("No report was written: the issue stays as it is.");
  process.exit(0);
}

const {
  GITHUB_REPOSITORY: repository,
  GITHUB_TOKEN: token,
  GITHUB_API_URL: api = "https://api.github.com",
} = process.env;
if (!repository || !token) fail(2, "GITHUB_REPOSITORY and GITHUB_TOKEN must be set");

const text = readFileSync(markdownFile, "utf8");
const report = JSON.parse(readFileSync(jsonFile, "utf8"));
const drift = report.summary.breaking + report.summary.additive;
const issue = await findIssue();

if (report.collection.matched === 0) {
  console.log("Nothing was collected: the issue stays as it is.");
} else if (drift > 0) {
  await openOrEdit(issue);
} else if (issue?.state === "open") {
  await request("PATCH", `/issues/${issue.number}`, { state: "closed", state_reason: "completed" });
  console.log(`Closed #${issue.number}: the description is true again.`);
} else {
  console.log("No drift, no open issue.");
}

/** @param {{ number: number, state: string } | undefined} existing */
async function openOrEdit(existing) {
  const content = { title: title(), body: body(), labels: [label] };
  if (existing === undefined) {
    const created = await request("POST", "/issues", content);
    console.log(`Opened #${created.number}.`);
  } else {
    await request("PATCH", `/issues/${existing.number}`, { ...content, state: "open" });
    console.log(`Updated #${existing.number}.`);
  }
}

/** @returns {string} */
function title() {
  return `The live API says more than the description: ${drift} ${drift === 1 ? "finding" : "findings"}`;
}

/** @returns {string} */
function body() {
  const whole = text.length <= maximumBody;
  return `${marker}\n\n${whole ? text : `${text.slice(0, maximumBody)}\n\nCut here: the whole report is an artifact of the run.`}`;
}

/** @returns {Promise<{ number: number, state: string, body: string } | undefined>} the newest issue with our marker */
async function findIssue() {
  const issues = await request("GET", `/issues?labels=${label}&state=all&per_page=100`);
  return issues.find((/** @type {{ body?: string }} */ { body }) => body?.includes(marker));
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [content]
 * @returns {Promise<any>} what GitHub answers
 */
async function request(method, path, content) {
  const response = await fetch(`${api}/repos/${repository}${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "x-github-api-version": "2022-11-28",
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  });
  if (!response.ok) fail(1, `${method} ${path}: HTTP ${response.status}`);
  return response.json();
}

/**
 * @param {number} exitCode
 * @param {string} message
 * @returns {never}
 */
function fail(exitCode, message) {
  console.error(message);
  process.exit(exitCode);
}
