import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createFolder, listFiles } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";
import { always, serve } from "../harness/serve.ts";
import { describeThings } from "../harness/things.ts";

const description = describeThings(
  `type: array
items: { $ref: "#/components/schemas/Thing" }`,
  `Thing:
  type: object
  required: [id, kind]
  properties:
    id: { type: string }
    kind: { type: string, enum: [big, small] }
    size: { type: integer }
    note: { type: string }
`,
);

/** One of each kind: a new value, a missing field, a null, a wrong type, a new field in two of four. */
const things = [
  { id: "a", kind: "big", size: 1, note: "x", colour: "red" },
  { id: "b", kind: "huge", size: 2, note: null },
  { kind: "small", size: "3", note: "y", colour: "blue" },
  { id: "d", kind: "small", size: 4.0 },
];

const kinds = [
  { kind: "missing-required", severity: "breaking", location: "/*/id", n: 1, total: 4 },
  { kind: "unexpected-null", severity: "breaking", location: "/*/note", n: 1, total: 3 },
  { kind: "type-mismatch", severity: "breaking", location: "/*/size", n: 1, total: 4 },
  { kind: "undocumented-enum-value", severity: "breaking", location: "/*/kind", n: 1, total: 4 },
  { kind: "undocumented-field", severity: "additive", location: "/*/colour", n: 2, total: 4 },
];

const findingKeys = [
  ...["baseline", "direction", "fingerprint", "firstSeen", "inferredSchema", "kind", "lastSeen"],
  ...["location", "mediaType", "message", "n", "openSet", "operation", "samples", "schemaPointer"],
  ...["severity", "status", "systematic", "total", "types", "values"],
];

function writeDescription(): string {
  const files = { "openapi.yaml": description, "things.json": JSON.stringify(things) };
  const cwd = createFolder(files);
  return cwd;
}

function exchange(body: unknown, path = "/things", status = 200): object {
  return {
    time: "2026-08-01T10:00:00.000Z",
    request: { method: "GET", url: `https://api.example.com/v1${path}`, headers: {} },
    response: { status, headers: { "content-type": "application/json" }, body },
  };
}

const bare = ["drift", "openapi.yaml", "--operation", "GET /things", "things.json"];

test("a bare body: each kind once, as JSON with every key", async () => {
  const { code, stdout } = await runTruespec([...bare, "--report", "json"], {
    cwd: writeDescription(),
  });
  const report = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(report.schemaVersion).toBe(1);
  expect(report.description.source).toBe("openapi.yaml");
  expect(report.description.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(report.collection).toMatchObject({ exchanges: 1, matched: 1, problems: [] });
  expect(report.summary).toEqual({ breaking: 4, additive: 1, informational: 0, undecided: 0 });
  for (const finding of report.findings) {
    expect(Object.keys(finding).sort()).toEqual(findingKeys);
    expect(finding.fingerprint).toMatch(/^v1:[0-9a-f]{16}$/);
    expect(finding).toMatchObject({ operation: "GET /things", status: "200" });
  }
  const seen = report.findings.map((finding: object) => ({ ...finding }));
  expect(seen).toEqual(expect.arrayContaining(kinds.map((kind) => expect.objectContaining(kind))));
});

test("the terminal report names place and evidence, without colour in a pipe", async () => {
  const { code, stdout } = await runTruespec(bare, { cwd: writeDescription() });
  expect(code).toBe(1);
  for (const { location, n, total } of kinds) {
    expect(stdout).toMatch(new RegExp(`${location.replaceAll("*", "\\*")}.*`));
    expect(stdout).toContain(`${n} of ${total}`);
  }
  expect(stdout).not.toContain("\u001b[");
});

test.each([
  { format: "html", says: "<h1>The API leaves openapi.yaml in 5 ways</h1>" },
  { format: "sarif", says: '"uri": "openapi.yaml"' },
  { format: "junit", says: '<testsuites name="drift" tests="5" failures="5" errors="0" time="0">' },
  { format: "github", says: "::error file=openapi.yaml,line=17,col=5,title=missing-required" },
])("the $format report, to a file and to standard output", async ({ format, says }) => {
  const cwd = writeDescription();
  const printed = await runTruespec([...bare, "--report", format], { cwd });
  const written = await runTruespec([...bare, "--report", `${format}=report`], { cwd });
  expect([printed.code, written.code]).toEqual([1, 1]);
  expect(printed.stdout).toContain(says);
  expect(readFileSync(join(cwd, "report"), "utf8")).toBe(printed.stdout);
});

test("the proposal repairs what it says it repairs", async () => {
  const cwd = writeDescription();
  const first = await runTruespec(
    [...bare, "--propose", "repair.yaml", "--report", "json=first.json"],
    { cwd },
  );
  expect(first.code).toBe(1);
  const again = ["--overlay", "repair.yaml", "--report", "json"];
  const second = await runTruespec([...bare, ...again], { cwd });
  const left = JSON.parse(second.stdout).findings.map(({ kind }: { kind: string }) => kind);
  // Whether a field is required is for people to decide; all else is addressed.
  expect(left).toEqual(["missing-required"]);
  expect(first.stderr).toMatch(/repair\.yaml/);
  const check = await runTruespec(["overlay", "check", "repair.yaml", "openapi.yaml"], { cwd });
  expect(check.code).toBe(0);
});

test("the description with the repair in it, comments and all", async () => {
  const cwd = writeDescription();
  const commented = `# Ours.\n${description}`;
  writeFileSync(join(cwd, "openapi.yaml"), commented);
  const { code, stderr } = await runTruespec([...bare, "--propose-description", "new.yaml"], {
    cwd,
  });
  expect([code, stderr]).toEqual([1, expect.stringContaining("wrote new.yaml")]);
  expect(readFileSync(join(cwd, "new.yaml"), "utf8")).toMatch(/^# Ours\.\n/);
  const again = ["drift", "new.yaml", ...bare.slice(2), "--report", "json"];
  const second = await runTruespec(again, { cwd });
  const left = JSON.parse(second.stdout).findings.map(({ kind }: { kind: string }) => kind);
  expect(left).toEqual(["missing-required"]);
});

test("nothing to propose: no file, and it is said", async () => {
  const cwd = writeDescription();
  writeFileSync(join(cwd, "things.json"), JSON.stringify([{ id: "a", kind: "big" }]));
  const { code, stderr } = await runTruespec([...bare, "--propose", "repair.yaml"], { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain("repair.yaml");
  expect(listFiles(cwd)).toEqual(["openapi.yaml", "things.json"]);
});

test.each([
  { policy: ["--fail-on", "none"], code: 0 },
  { policy: ["--fail-on", "breaking"], code: 1 },
  { policy: ["--min-evidence", "5"], code: 0 },
  { policy: ["--min-evidence", "4"], code: 1 },
])("$policy: exit $code", async ({ policy, code }) => {
  const ended = await runTruespec([...bare, ...policy], { cwd: writeDescription() });
  expect(ended.code).toBe(code);
});

test.each([
  { name: "a.ndjson", bytes: (lines: string) => lines },
  { name: "a.ndjson.gz", bytes: (lines: string) => gzipSync(lines) },
])("recorded exchanges of $name", async ({ name, bytes }) => {
  const cwd = writeDescription();
  writeFileSync(join(cwd, name), bytes(`${JSON.stringify(exchange(things))}\n`));
  const parameters = ["drift", "openapi.yaml", name, "--report", "json"];
  const { code, stdout } = await runTruespec(parameters, { cwd });
  expect(code).toBe(1);
  expect(JSON.parse(stdout).findings).toHaveLength(kinds.length);
});

test("exchanges on standard input, a finding with its time and sample", async () => {
  const lines = [exchange([{ id: "a", kind: "big" }]), exchange(things)];
  const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const parameters = ["drift", "openapi.yaml", "-", "--report", "json", "--propose", "p.yaml"];
  const cwd = writeDescription();
  const { code, stdout } = await runTruespec(parameters, { cwd, stdin });
  expect(code).toBe(1);
  const report = JSON.parse(stdout);
  const field = report.findings.find((one: { kind: string }) => one.kind === "undocumented-field");
  expect(field).toMatchObject({ n: 2, total: 5, firstSeen: "2026-08-01T10:00:00.000Z" });
  expect(field.samples[0].pointer).toBe("/0");
  expect(listFiles(cwd)).toContain("p.yaml");
});

test("--server makes another server's recordings count", async () => {
  const cwd = writeDescription();
  const text = JSON.stringify(exchange(things)).replace("api.example.com/v1", "staging.test/x");
  writeFileSync(join(cwd, "a.ndjson"), text);
  const foreign = await runTruespec(["drift", "openapi.yaml", "a.ndjson"], { cwd });
  expect([foreign.code, foreign.stderr]).toEqual([3, expect.stringContaining("--server URL")]);
  const server = ["--server", "https://staging.test/x"];
  const own = await runTruespec(["drift", "openapi.yaml", "a.ndjson", ...server], { cwd });
  expect(own.code).toBe(1);
});

test("a truncated body: exit 3, told, and no finding", async () => {
  const cwd = writeDescription();
  writeFileSync(join(cwd, "things.json"), '[{"id": "a", "kind": "bi');
  const { code, stdout } = await runTruespec([...bare, "--report", "json"], { cwd });
  expect(code).toBe(3);
  const report = JSON.parse(stdout);
  expect(report.findings).toEqual([]);
  expect(report.collection.problems).toMatchObject([{ kind: "truncated" }]);
});

test("probes are sent as they are written; one of an unknown operation ends the run before", async () => {
  const asked: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    asked.push(request.url);
    always(200, "application/json", "[]")(request, response);
  });
  const cwd = createFolder({
    "openapi.yaml": description,
    "good.yaml": "probes:\n  - operation: GET /things\n    query: { kind: [big, small] }\n",
    "bad.yaml": "probes:\n  - operation: GET /things\n  - operation: GET /thing\n",
  });
  const live = ["drift", "openapi.yaml", "--fail-on", "none", "--base-url", url, "--probes"];
  expect(await runTruespec([...live, "good.yaml"], { cwd })).toMatchObject({ code: 0 });
  expect(asked).toEqual(["/things?kind=big&kind=small"]);
  const refused = await runTruespec([...live, "bad.yaml"], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(
    '--probes bad.yaml: "GET /thing": the description has no such operation. It has:\n  GET /things',
  );
  expect(asked).toHaveLength(1);
});

test("a live API: checked, recorded, and the record checks the same", async () => {
  const cwd = writeDescription();
  const url = await serve(always(200, "application/json", JSON.stringify(things)));
  const live = ["drift", "openapi.yaml", "--base-url", url, "--report", "json=live.json"];
  const { code } = await runTruespec([...live, "--record", "kept"], { cwd });
  expect(code).toBe(1);
  expect(listFiles(cwd)).toContain("kept/exchanges.ndjson");
  const again = ["drift", "openapi.yaml", "kept", "--server", url, "--report", "json=again.json"];
  expect((await runTruespec(again, { cwd })).code).toBe(1);
  const fingerprints = ["live.json", "again.json"].map((file) =>
    JSON.parse(readFileSync(join(cwd, file), "utf8")).findings.map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    ),
  );
  expect(fingerprints[0]).toEqual(fingerprints[1]);
});

test("a credential is sent, and reaches no output even where the API sends it back", async () => {
  const cwd = writeDescription();
  const secret = "s3cret-Value-0123456789";
  const asked: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    asked.push(request.headers.authorization);
    response.writeHead(200, { "content-type": "application/json", "x-echo": secret });
    response.end(JSON.stringify([{ id: secret, kind: secret, [secret]: 1 }]));
  });
  const { code, stdout, stderr } = await runTruespec(
    [
      ...["drift", "openapi.yaml", "--base-url", url, "--header-env", "Authorization=KEY"],
      ...["--report", "terminal", "--report", "json=r.json", "--report", "markdown=r.md"],
      ...["--report", "html=r.html", "--report", "sarif=r.sarif", "--report", "junit=r.xml"],
      ...["--report", "github=r.txt", "--baseline", "b.json", "--update-baseline"],
      ...["--propose", "p.yaml", "--record", "kept", "--show-values"],
    ],
    { cwd, env: { KEY: `Bearer ${secret}` } },
  );
  expect(asked).toEqual([`Bearer ${secret}`]);
  expect([0, 2]).toContain(code);
  const written = listFiles(cwd).map((file) => readFileSync(join(cwd, file), "utf8"));
  for (const text of [stdout, stderr, ...written]) expect(text).not.toContain(secret);
});
