import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";

interface Call {
  readonly method: string;
  readonly url: string;
  readonly body: Record<string, unknown>;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A GitHub API of one repository that answers the list with `issues` and remembers every write. */
async function startGitHub(issues: readonly unknown[]): Promise<{ url: string; writes: Call[] }> {
  const writes: Call[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const method = request.method ?? "";
      if (method !== "GET") writes.push({ method, url: request.url ?? "", body: JSON.parse(text) });
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(method === "GET" ? issues : { number: 7, state: "open" }));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, writes };
}

function writeReports(summary: { breaking: number; additive: number }, matched = 5): string[] {
  const folder = mkdtempSync(join(tmpdir(), "drift-issue-"));
  const json = join(folder, "report.json");
  const markdown = join(folder, "report.md");
  writeFileSync(json, JSON.stringify({ collection: { matched }, summary }));
  writeFileSync(markdown, "# What the description does not say");
  return [json, markdown];
}

function updateIssue(api: string, reports: readonly string[]): Promise<number | null> {
  const env = {
    ...process.env,
    GITHUB_API_URL: api,
    GITHUB_REPOSITORY: "acme/api",
    GITHUB_TOKEN: "t",
  };
  return new Promise((resolve) => {
    spawn(process.execPath, ["scripts/update-drift-issue.mjs", ...reports], { env }).once(
      "exit",
      resolve,
    );
  });
}

const ours = { number: 3, state: "open", body: "<!-- truespec: spec-drift -->\nold" };

test.each([
  {
    name: "opens an issue when there is drift and none stands",
    issues: [{ number: 1, state: "open", body: "someone else's" }],
    summary: { breaking: 1, additive: 2 },
    writes: [["POST", "/repos/acme/api/issues"]],
  },
  {
    name: "edits the one that stands",
    issues: [ours],
    summary: { breaking: 0, additive: 1 },
    writes: [["PATCH", "/repos/acme/api/issues/3"]],
  },
  {
    name: "reopens a closed one",
    issues: [{ ...ours, state: "closed" }],
    summary: { breaking: 0, additive: 1 },
    writes: [["PATCH", "/repos/acme/api/issues/3"]],
  },
  {
    name: "closes it when the description is true again",
    issues: [ours],
    summary: { breaking: 0, additive: 0 },
    writes: [["PATCH", "/repos/acme/api/issues/3"]],
  },
  {
    name: "writes nothing when there is neither drift nor an issue",
    issues: [],
    summary: { breaking: 0, additive: 0 },
    writes: [],
  },
])("$name", async ({ issues, summary, writes }) => {
  const github = await startGitHub(issues);
  expect(await updateIssue(github.url, writeReports(summary))).toBe(0);
  expect(github.writes.map(({ method, url }) => [method, url])).toEqual(writes);
  const [write] = github.writes;
  if (write === undefined) return;
  const open = summary.breaking + summary.additive > 0;
  expect(write.body["state"] ?? "open").toBe(open ? "open" : "closed");
  if (open) expect(write.body["body"]).toContain("What the description does not say");
});

test("leaves the issue alone when nothing was collected", async () => {
  const github = await startGitHub([ours]);
  expect(await updateIssue(github.url, writeReports({ breaking: 0, additive: 0 }, 0))).toBe(0);
  expect(github.writes).toEqual([]);
});

test("leaves the issue alone when there is no report", async () => {
  const github = await startGitHub([ours]);
  expect(await updateIssue(github.url, ["missing.json", "missing.md"])).toBe(0);
  expect(github.writes).toEqual([]);
});

test("fails without arguments", async () => {
  const github = await startGitHub([]);
  expect(await updateIssue(github.url, [])).toBe(2);
});
