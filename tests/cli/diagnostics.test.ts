import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder, listFiles } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";

const lost = `openapi: 3.1.0
info: { title: T, version: "1" }
paths: {}
components:
  schemas:
    Thing: { $ref: "#/components/schemas/Nothing" }
`;

const odd = `openapi: 3.1.0
info: { title: T, version: "1" }
paths: {}
components:
  schemas:
    Thing: { type: string, nullable: true }
`;

function writeDescription(text: string): string {
  const cwd = createFolder({ "openapi.yaml": text });
  return cwd;
}

const keys = [
  "code",
  "column",
  "frame",
  "hint",
  "line",
  "message",
  "pointer",
  "severity",
  "source",
];

test("--report json: diagnostics alone on standard output, also where they forbid to go on", async () => {
  const cwd = writeDescription(lost);
  const parameters = ["generate", "openapi.yaml", "--out", "api", "--report", "json"];
  const { code, stdout } = await runTruespec(parameters, { cwd });
  expect(code).toBe(2);
  const report = JSON.parse(stdout);
  expect(report.schemaVersion).toBe(1);
  const [diagnostic] = report.diagnostics;
  expect(Object.keys(diagnostic).sort()).toEqual(keys);
  expect(diagnostic).toMatchObject({ code: "ref-not-found", severity: "error", line: 6 });
  expect(diagnostic.pointer).toBe("/components/schemas/Thing/$ref");
  expect(listFiles(cwd)).toEqual(["openapi.yaml"]);
});

test("what only generating finds is shown where it was written, as all else is", async () => {
  const text = lost
    .replace("schemas/Nothing", "schemas/Thing")
    .replace("{ $ref: ", "{ anyOf: [{ $ref: ");
  const cwd = writeDescription(text.replace('Thing" }', 'Thing" }] }'));
  const parameters = ["generate", "openapi.yaml", "--out", "api", "--emit", "types"];
  const { code, stderr } = await runTruespec(parameters, { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain("warning circular-schema: ");
  expect(stderr).toContain('> 6 |     Thing: { anyOf: [{ $ref: "#/components/schemas/Thing" }] }');
});

test("--report json=FILE beside the terminal; what is read otherwise is a warning", async () => {
  const cwd = writeDescription(odd);
  const { code, stderr } = await runTruespec(
    [
      ...["generate", "openapi.yaml", "--out", "api", "--emit", "types"],
      ...["--report", "terminal", "--report", "json=found.json"],
    ],
    { cwd },
  );
  expect(code).toBe(0);
  expect(stderr).toContain("nullable-in-3-1");
  const report = JSON.parse(readFileSync(join(cwd, "found.json"), "utf8"));
  expect(report.diagnostics).toMatchObject([{ code: "nullable-in-3-1", severity: "warning" }]);
});

test.each([
  { parameters: ["generate", "openapi.yaml", "--out", "api", "--check", "--report", "json"] },
  { parameters: ["overlay", "check", "o.yaml", "openapi.yaml", "--report", "json"] },
])("$parameters: two answers cannot share standard output", async ({ parameters }) => {
  const { code, stderr } = await runTruespec(parameters, { cwd: writeDescription(odd) });
  expect(code).toBe(2);
  expect(stderr).toContain("--report json=");
});
