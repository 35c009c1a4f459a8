import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder, listFiles } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";

const files = {
  "openapi.yaml": 'openapi: 3.0.3\ninfo: { title: T, version: "1" }\npaths: { /a: { get: {} } }\n',
  "fits.yaml": `overlay: 1.0.0
info: { title: fits, version: "1" }
actions:
  - target: $.info
    update: { description: more }
  - target: $.paths.*.get
    update: { summary: s }
`,
  "misses.yaml": `overlay: 1.0.0
info: { title: misses, version: "1" }
actions:
  - target: $.paths['/b']
    remove: true
`,
  "broken.yaml": "overlay: 1.0.0\nactions: []\n",
};

test.each(["out.json", "out.yaml"])("apply writes %s, the version as it was", async (out) => {
  const cwd = createFolder(files);
  const parameters = ["overlay", "apply", "openapi.yaml", "--overlay", "fits.yaml", "--out", out];
  expect(await runTruespec(parameters, { cwd })).toMatchObject({ code: 0, stdout: "" });
  const text = readFileSync(join(cwd, out), "utf8");
  expect(text).toMatch(/3\.0\.3/);
  expect(text).toMatch(/description"?: "?more/);
  expect(text).toMatch(/summary"?: "?s/);
});

test.each([
  { file: "fits.yaml", code: 0, says: "$.paths.*.get" },
  { file: "misses.yaml", code: 1, says: "$.paths['/b']" },
])("check $file: exit $code", async ({ file, code, says }) => {
  const ended = await runTruespec(["overlay", "check", file, "openapi.yaml"], {
    cwd: createFolder(files),
  });
  expect(ended.code).toBe(code);
  expect(ended.stdout).toContain(says);
});

test("a broken overlay: exit 2 and nothing written", async () => {
  const cwd = createFolder(files);
  const parameters = ["overlay", "apply", "openapi.yaml", "--overlay", "broken.yaml", "--out", "o"];
  const { code, stderr } = await runTruespec(parameters, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("broken.yaml");
  expect(listFiles(cwd)).toEqual(Object.keys(files).sort());
});
