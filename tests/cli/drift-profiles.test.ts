import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { createFolder, listFiles } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";
import { describeThings } from "../harness/things.ts";

const description = describeThings(`type: array
items:
  type: object
  properties:
    id: { type: string }
    kind: { type: string, enum: [big, small] }`);

const days = {
  monday: [{ id: "a", kind: "huge" }, { id: "b" }],
  tuesday: [{ id: "c", note: "a text that is nobody's business" }],
  wednesday: [{ id: null }, { id: "d", kind: "big" }],
};

function setUp(): string {
  const cwd = createFolder({ "openapi.yaml": description });
  for (const [day, body] of Object.entries(days)) {
    const exchange = {
      time: "2026-08-03T10:00:00.000Z",
      request: { method: "GET", url: "https://api.example.com/v1/things" },
      response: { status: 200, headers: { "content-type": "application/json" }, body },
    };
    writeFileSync(join(cwd, `${day}.ndjson`), `${JSON.stringify(exchange)}\n`);
  }
  return cwd;
}

const observe = (day: string, more: readonly string[] = []) => [
  ...["observe", "openapi.yaml", `${day}.ndjson`, "--out", `${day}.profile.json`, ...more],
];

async function observeAll(cwd: string): Promise<void> {
  for (const day of Object.keys(days)) {
    const { code, stderr } = await runTruespec(observe(day), { cwd });
    expect([code, stderr]).toEqual([0, expect.stringContaining("1 exchange, 1 of an operation")]);
  }
}

const read = (cwd: string, file: string) => readFileSync(join(cwd, file), "utf8");

test("observed apart and merged: the same bytes as observed together, and the same findings", async () => {
  const cwd = setUp();
  await observeAll(cwd);
  const [a, b, c] = ["monday", "tuesday", "wednesday"].map((day) => `${day}.profile.json`);
  const merges = [
    ["merge", `${c}`, `${a}`, "--out", "part.profile.json"],
    ["merge", "part.profile.json", `${b}`, "--out", "week.profile.json"],
    ["merge", `${b}`, `${c}`, `${a}`, "--out", "again.profile.json"],
  ];
  for (const merge of merges) expect((await runTruespec(merge, { cwd })).code).toBe(0);
  const recordings = Object.keys(days).map((day) => `${day}.ndjson`);
  const together = ["observe", "openapi.yaml", ...recordings, "--out", "all.profile.json"];
  expect((await runTruespec(together, { cwd })).code).toBe(0);
  expect(read(cwd, "week.profile.json")).toBe(read(cwd, "all.profile.json"));
  expect(read(cwd, "again.profile.json")).toBe(read(cwd, "all.profile.json"));
  expect(read(cwd, "all.profile.json")).not.toContain("nobody's");

  const check = ["drift", "openapi.yaml", "--report", "json"];
  const fromProfile = await runTruespec([...check, "week.profile.json"], { cwd });
  const fromExchanges = await runTruespec([...check, ...recordings], { cwd });
  expect(fromProfile.code).toBe(1);
  expect(fromProfile.stdout).toBe(fromExchanges.stdout);
  const mixed = await runTruespec([...check, "part.profile.json", "tuesday.ndjson"], { cwd });
  expect(mixed.stdout).toBe(fromExchanges.stdout);
});

test("profiles of different salts or descriptions do not merge: exit 2, nothing written", async () => {
  const cwd = setUp();
  await observeAll(cwd);
  const salted = await runTruespec(observe("tuesday", ["--salt-env", "SALT"]), {
    cwd,
    env: { SALT: "pepper-and-salt" },
  });
  expect(salted.code).toBe(0);
  expect(read(cwd, "tuesday.profile.json")).not.toContain("pepper-and-salt");
  const merge = ["merge", "monday.profile.json", "tuesday.profile.json", "--out", "x.profile.json"];
  const ended = await runTruespec(merge, { cwd });
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("tuesday.profile.json: profiles of different salts");

  writeFileSync(join(cwd, "openapi.yaml"), description.replace("small", "tiny"));
  await runTruespec(observe("tuesday"), { cwd });
  const other = await runTruespec(merge, { cwd });
  expect(other.code).toBe(2);
  expect(other.stderr).toContain("different descriptions");
  const stale = await runTruespec(["drift", "openapi.yaml", "monday.profile.json"], { cwd });
  expect(stale.code).toBe(2);
  expect(listFiles(cwd)).not.toContain("x.profile.json");
});

test.each([
  { parameters: observe("sunday"), says: "sunday.ndjson does not exist" },
  {
    parameters: ["observe", "openapi.yaml", "monday.ndjson", "--out", "a.json"],
    says: "ends in .profile.json",
  },
  { parameters: observe("monday", ["--salt-env", "NO_SUCH_SALT"]), says: "is not set" },
  {
    parameters: ["merge", "monday.ndjson", "--out", "a.profile.json"],
    says: "monday.ndjson: not a profile",
  },
  {
    parameters: ["merge", "openapi.yaml", "--out", "a.profile.json"],
    says: "openapi.yaml cannot be read as a profile",
  },
])("$says: exit 2", async ({ parameters, says }) => {
  const { code, stderr } = await runTruespec(parameters, { cwd: setUp() });
  expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
});

test("what could not be read: written, told, exit 3", async () => {
  const cwd = setUp();
  writeFileSync(join(cwd, "monday.ndjson"), '{"request": ');
  const { code, stderr } = await runTruespec(observe("monday"), { cwd });
  expect([code, stderr]).toEqual([3, expect.stringContaining("monday.ndjson:1: truncated")]);
  expect(listFiles(cwd)).toContain("monday.profile.json");
});

test("a profile of 549 models is under 64 KiB", async (context) => {
  const folder = process.env["TRUESPEC_RECORDINGS"];
  if (folder === undefined)
    return context.skip("TRUESPEC_RECORDINGS names no folder of recordings");
  const cwd = createFolder();
  for (const name of ["models-all-2026-06-12-agentjido", "models-all-2026-07-29-agentjido"]) {
    const parameters = [
      "observe",
      resolve("openapi/openrouter/openapi.yaml"),
      join(folder, `${name}.json`),
    ];
    const out = ["--operation", "GET /models", "--out", `${name}.profile.json`];
    expect((await runTruespec([...parameters, ...out], { cwd })).code).toBe(0);
    expect(statSync(join(cwd, `${name}.profile.json`)).size).toBeLessThan(65_536);
  }
});

test("a profile is repaired like the exchanges it stands for", async () => {
  const cwd = setUp();
  await observeAll(cwd);
  const proposals = [];
  for (const kind of ["ndjson", "profile.json"]) {
    const files = Object.keys(days).map((day) => `${day}.${kind}`);
    const out = ["--propose", `${kind}.yaml`, "--propose-description", `${kind}.description.yaml`];
    const { code, stderr } = await runTruespec(["drift", "openapi.yaml", ...files, ...out], {
      cwd,
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining("it repairs 3 findings")]);
    proposals.push([read(cwd, `${kind}.yaml`), read(cwd, `${kind}.description.yaml`)]);
  }
  expect(proposals[1]).toEqual(proposals[0]);
  const again = ["drift", "openapi.yaml", "--overlay", "profile.json.yaml"];
  const files = Object.keys(days).map((day) => `${day}.ndjson`);
  const { code } = await runTruespec([...again, ...files], { cwd });
  expect(code).toBe(0);
});
