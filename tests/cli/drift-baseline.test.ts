import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder, listFiles } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";
import { describeThings } from "../harness/things.ts";

const description = describeThings(`type: object
properties:
  id: { type: string }
  kind: { type: string, enum: [big, small] }`);

function writeThing(cwd: string, thing: object): void {
  writeFileSync(join(cwd, "thing.json"), JSON.stringify(thing));
}

function setUp(): string {
  const cwd = createFolder({ "openapi.yaml": description });
  writeThing(cwd, { id: "a", kind: "huge", colour: "red" });
  return cwd;
}

const check = ["drift", "openapi.yaml", "--operation", "GET /things", "thing.json"];
const withBaseline = [...check, "--baseline", "b.json"];

const read = (cwd: string, file: string) => readFileSync(join(cwd, file), "utf8");

test("accept, stay quiet, and speak up for what is new", async () => {
  const cwd = setUp();
  const created = await runTruespec([...withBaseline, "--update-baseline"], { cwd });
  expect(created.code).toBe(0);
  expect(created.stderr).toContain("wrote b.json: it accepts 2 findings");
  expect(listFiles(cwd)).toEqual(["b.history.json", "b.json", "openapi.yaml", "thing.json"]);
  const text = read(cwd, "b.json");

  const quiet = await runTruespec([...withBaseline, "--new-only", "--report", "json"], { cwd });
  expect(quiet.code).toBe(0);
  const report = JSON.parse(quiet.stdout);
  expect(report.baseline).toEqual({ accepted: 2, expired: 0, new: 0, stale: [] });
  expect(report.findings.map(({ baseline }: { baseline: object }) => baseline)).toEqual(
    Array(2).fill({
      ...{ reason: null, by: null, since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      ...{ expires: null, expired: false },
    }),
  );
  // Without --new-only all findings count.
  expect((await runTruespec(withBaseline, { cwd })).code).toBe(1);

  writeThing(cwd, { id: "a", kind: "tiny", colour: "red" });
  const loud = await runTruespec([...withBaseline, "--new-only"], { cwd });
  expect(loud.code).toBe(1);
  expect(loud.stdout).toContain('new value "tiny"');
  expect(loud.stdout).toContain("Accepted (1)");
  expect(read(cwd, "b.json")).toBe(text);
});

test("runs at the same time accept what each of them found", async () => {
  const cwd = setUp();
  const kinds = ["huge", "tiny", "flat", "tall"];
  for (const kind of kinds) writeFileSync(join(cwd, `${kind}.json`), JSON.stringify({ kind }));
  const update = ["--baseline", "b.json", "--update-baseline"];
  const runs = await Promise.all(
    kinds.map((kind) => runTruespec([...check.slice(0, -1), `${kind}.json`, ...update], { cwd })),
  );
  expect(runs.map(({ code }) => code)).toEqual(kinds.map(() => 0));
  expect(JSON.parse(read(cwd, "b.json")).entries).toHaveLength(kinds.length);
  expect(JSON.parse(read(cwd, "b.history.json")).runs).toBe(kinds.length);
  expect(listFiles(cwd).filter((name) => /lock|tmp/.test(name))).toEqual([]);
});

test("reasons are kept on update; an expired entry counts again", async () => {
  const cwd = setUp();
  await runTruespec([...withBaseline, "--update-baseline"], { cwd });
  const baseline = JSON.parse(read(cwd, "b.json"));
  baseline.entries[0].reason = "known to support";
  baseline.entries[1].expires = "2020-01-31";
  writeFileSync(join(cwd, "b.json"), JSON.stringify(baseline));
  const counting = [...withBaseline, "--new-only", "--fail-on", "additive"];
  expect((await runTruespec(counting, { cwd })).code).toBe(1);
  const updated = await runTruespec([...withBaseline, "--update-baseline"], { cwd });
  expect(updated.code).toBe(0);
  expect(updated.stderr).toContain("1 of them expired");
  expect(JSON.parse(read(cwd, "b.json"))).toEqual(baseline);
  const history = JSON.parse(read(cwd, "b.history.json"));
  expect(history.runs).toBe(3);
  expect(history.entries).toHaveLength(2);
});

test("an entry that ten runs did not see is told, and dropped by an update", async () => {
  const cwd = setUp();
  await runTruespec([...withBaseline, "--update-baseline"], { cwd });
  const history = JSON.parse(read(cwd, "b.history.json"));
  writeFileSync(join(cwd, "b.history.json"), JSON.stringify({ ...history, runs: 10 }));
  writeThing(cwd, { id: "a", colour: "red" });
  const { stdout } = await runTruespec([...withBaseline, "--new-only"], { cwd });
  expect(stdout).toContain("Stale entries of the baseline (1)");
  await runTruespec([...withBaseline, "--update-baseline"], { cwd });
  expect(JSON.parse(read(cwd, "b.json")).entries).toHaveLength(1);
});

test("an update needs something compared: of broken answers alone exit 3, and no file", async () => {
  const cwd = setUp();
  writeThing(cwd, { id: "a" });
  writeFileSync(join(cwd, "none.ndjson"), "");
  writeFileSync(join(cwd, "cut.json"), '{"id": "a"');
  writeFileSync(join(cwd, "page.json"), "<!doctype html><html></html>");
  const update = ["--baseline", "c.json", "--update-baseline"];
  for (const recording of ["none.ndjson", "cut.json", "page.json"]) {
    const { code, stderr } = await runTruespec(
      ["drift", "openapi.yaml", recording, "--operation", "GET /things", ...update],
      { cwd },
    );
    expect([recording, code, stderr]).toEqual([
      recording,
      3,
      expect.stringContaining("c.json was left as it is"),
    ]);
  }
  expect(listFiles(cwd).filter((file) => file.startsWith("c."))).toEqual([]);
  // One broken answer beside a whole one: what was found is accepted.
  const both = [...check, "cut.json", ...update];
  const { code, stderr } = await runTruespec(both, { cwd });
  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining("wrote c.json: it accepts 0 findings"),
  ]);
});

test.each([
  { parameters: [...check, "--update-baseline"], says: "--update-baseline needs --baseline" },
  { parameters: [...check, "--new-only"], says: "--new-only needs --baseline" },
  { parameters: [...check, "--baseline", "none.json"], says: "--update-baseline" },
  { parameters: [...check, "--baseline", "broken.json"], says: "broken.json:2: it is not JSON" },
])("$says: exit 2", async ({ parameters, says }) => {
  const cwd = setUp();
  writeFileSync(join(cwd, "broken.json"), '{\n"version" 1}');
  const { code, stderr } = await runTruespec(parameters, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(says);
});
