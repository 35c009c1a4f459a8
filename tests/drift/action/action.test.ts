import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../../harness/folder.ts";
import { runTruespec } from "../../harness/run-command.ts";
import { serve } from "../../harness/serve.ts";
import { describeThings } from "../../harness/things.ts";
import { createState, type GithubState, serveGithub } from "./github-api.ts";
import { type ActionRun, action, runAction } from "./run-action.ts";

const description = describeThings(`type: array
items:
  type: object
  properties:
    id: { type: string }`);

/** An API whose answer can change, a repository, and the action that looks at both. */
async function setUp() {
  const cwd = createFolder({ "openapi.yaml": description });
  const state = createState();
  const api = { body: '[{"id": "a"}]', asked: [] as (string | undefined)[] };
  const url = await serve((request, response) => {
    api.asked.push(request.headers.authorization);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(api.body);
  });
  const github = await serveGithub(state);
  const run = (inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> =>
    runAction(
      {
        ...{
          description: "openapi.yaml",
          "base-url": url,
          command: resolve("node_modules/.bin/truespec"),
        },
        ...{ "header-env": "Authorization=KEY\nX-Other=NONE", issue: "true" },
        ...{ "pull-request": "api/observed.overlay.yaml", ...inputs },
      },
      { cwd, env: { GITHUB_API_URL: github, KEY: "Bearer s3cret-0123456789" } },
    );
  return { cwd, state, api, run };
}

const drifted = '[{"id": "a", "::error::x": 1, "colour": "red"}, {"id": 7}]';

function fileOf({ refs, commits, trees }: GithubState, branch: string, file: string) {
  const tree = commits.get(refs.get(branch) ?? "")?.tree.sha;
  return trees.get(tree ?? "")?.[file];
}

test("inputs reach the script through the environment alone", () => {
  for (const { run, shell } of action.runs.steps) {
    expect([run, shell]).toEqual([expect.not.stringContaining("${{"), "bash"]);
  }
  const given = action.runs.steps.flatMap(({ env }) => Object.values(env));
  const names = Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`);
  expect(given.sort()).toEqual(names.sort());
});

test("no drift: ok, nothing is written to GitHub", async () => {
  const { state, run, api } = await setUp();
  const { code, outputs, summary } = await run();
  expect(code).toBe(0);
  expect(outputs).toMatchObject({ status: "ok", breaking: "0", additive: "0", proposal: "" });
  expect([state.writes, summary]).toEqual([[], expect.stringContaining("# Drift check")]);
  expect(api.asked).toEqual(["Bearer s3cret-0123456789"]);
});

test("drift: annotations worst first, one issue, one pull request; again: the same ones", async () => {
  const { cwd, state, api, run } = await setUp();
  api.body = drifted;
  const first = await run();
  expect(first.code).toBe(1);
  expect(first.outputs).toEqual({
    ...{ status: "drift", breaking: "1", additive: "2", informational: "0", undecided: "0" },
    ...{ report: ".truespec/drift/report.json", proposal: ".truespec/drift/proposal.overlay.yaml" },
    ...{ issue: "1", "pull-request": "2" },
  });
  const commands = first.log.split("\n").filter((line) => line.startsWith("::"));
  expect(commands.map((line) => line.split(" ")[0])).toEqual([
    ...["::error", "::warning", "::warning", "::notice"],
  ]);
  expect(existsSync(join(cwd, ".truespec/drift/report.html"))).toBe(true);
  expect(first.summary).toContain("/*/colour");

  expect([...state.tokens]).toEqual(["Bearer the-token"]);
  expect(state.issues).toMatchObject([
    { state: "open", labels: ["spec-drift"], body: expect.stringContaining("/*/colour") },
  ]);
  expect(state.pulls).toMatchObject([{ state: "open", head: "truespec/drift", base: "main" }]);
  const overlay = fileOf(state, "truespec/drift", "api/observed.overlay.yaml");
  expect(overlay).toContain("colour");
  expect(state.commits.get(state.refs.get("truespec/drift") ?? "")?.parents).toEqual(["c0"]);

  const head = state.refs.get("truespec/drift");
  const second = await run();
  expect(second.outputs).toEqual(first.outputs);
  expect([state.issues.length, state.pulls.length]).toEqual([1, 1]);
  // The same proposal: the branch stays where it is.
  expect(state.refs.get("truespec/drift")).toBe(head);

  api.body = '[{"id": "a", "shape": "round"}]';
  await run();
  expect(state.refs.get("truespec/drift")).not.toBe(head);
  expect(fileOf(state, "truespec/drift", "api/observed.overlay.yaml")).toContain("shape");

  api.body = '[{"id": "a"}]';
  const clean = await run();
  expect([clean.code, clean.outputs["status"], clean.outputs["issue"]]).toEqual([0, "ok", ""]);
  expect([state.issues[0]?.state, state.pulls[0]?.state]).toEqual(["closed", "closed"]);

  api.body = drifted;
  await run();
  expect(state.issues).toMatchObject([{ state: "open" }]);
  expect(state.refs.get("main")).toBe("c0");
});

test("an issue without its label is known by its marker; other labels stay", async () => {
  const { state, api, run } = await setUp();
  const ours = "<!-- truespec: spec-drift -->\nold";
  state.issues.push(
    { number: 3, title: "x", body: "someone else's", state: "open", labels: ["spec-drift"] },
    { number: 4, title: "x", body: ours, state: "open", labels: [], pull_request: {} },
    { number: 5, title: "x", body: ours, state: "open", labels: ["later"] },
  );
  api.body = drifted;
  const { outputs } = await run({ "pull-request": "" });
  expect([outputs["issue"], outputs["pull-request"]]).toEqual(["5", undefined]);
  expect(state.issues[2]).toMatchObject({ labels: ["later", "spec-drift"] });
  expect(state.writes).toEqual(["PATCH /issues/5"]);
});

test.each([
  { name: "a body that breaks off", body: '[{"id": "a", "colour', status: "error", code: 3 },
  { name: "a page of a gateway", body: "<!doctype html><html>", status: "error", code: 3 },
])("$name: an error, and GitHub is left alone", async ({ body, status, code }) => {
  const { state, api, run } = await setUp();
  api.body = body;
  const ended = await run({ "on-drift": "report" });
  expect([ended.code, ended.outputs["status"], state.writes]).toEqual([code, status, []]);
});

test("a wrong input: an error that tells why, as no command of the runner", async () => {
  const { state, run } = await setUp();
  const { code, outputs, log } = await run({ description: "::error::$(touch owned).yaml" });
  expect([code, outputs]).toEqual([2, { status: "error", report: "", proposal: "" }]);
  expect(log).toContain("$(touch owned)");
  expect(log.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
  expect(state.writes).toEqual([]);
});

test("drift that is only reported does not fail the job; GitHub's refusal does", async () => {
  const { cwd, api, run } = await setUp();
  api.body = drifted;
  const told = await run({ "on-drift": "report", issue: "false", "pull-request": "" });
  expect([told.code, told.outputs["status"]]).toEqual([0, "drift"]);
  const refusing = await serve((_request, response) => {
    response.writeHead(403, { "content-type": "application/json" });
    response.end('{"message": "Resource not accessible"}');
  });
  writeFileSync(join(cwd, "things.json"), drifted);
  const refused = await runAction(
    {
      ...{ description: "openapi.yaml", recordings: "things.json", operation: "GET /things" },
      ...{ command: resolve("node_modules/.bin/truespec"), issue: "true", "on-drift": "report" },
    },
    { cwd, env: { GITHUB_API_URL: refusing } },
  );
  expect(refused.code).toBe(1);
  expect(refused.log).toContain("::error::GET /issues?labels=spec-drift");
  expect(refused.log).toContain("Does the job's `permissions` allow it?");
});

test("with a baseline only what is new counts", async () => {
  const { cwd, state, api, run } = await setUp();
  api.body = drifted;
  writeFileSync(join(cwd, "things.json"), drifted);
  const accept = ["--baseline", "b.json", "--update-baseline", "--operation", "GET /things"];
  await runTruespec(["drift", "openapi.yaml", "things.json", ...accept], { cwd });
  const { code, outputs } = await run({ baseline: "b.json", "pull-request": "" });
  expect([code, outputs["status"], state.writes]).toEqual([0, "ok", []]);
});
