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

const commented = `# ours
openapi: 3.0.3   # for now
info: { title: T, version: "1" }

paths:
  '/a':
    # asked by nobody
    get: {}
`;

test("apply keeps comments and layout of a description in the same format", async () => {
  const cwd = createFolder({ ...files, "openapi.yaml": commented });
  const apply = (out: string) =>
    runTruespec(["overlay", "apply", "openapi.yaml", "--overlay", "fits.yaml", "--out", out], {
      cwd,
    });
  expect(await apply("out.yaml")).toMatchObject({ code: 0, stderr: "wrote out.yaml\n" });
  expect(readFileSync(join(cwd, "out.yaml"), "utf8")).toBe(
    commented
      .replace('"1" }', '"1", description: more }')
      .replace("get: {}", "get:\n      summary: s"),
  );
  expect(await apply("out.json")).toMatchObject({ code: 0, stderr: "wrote out.json\n" });
  const json = readFileSync(join(cwd, "out.json"), "utf8");
  expect(JSON.parse(json).paths).toEqual({ "/a": { get: { summary: "s" } } });
});

test("apply says why comments are not kept", async () => {
  const anchored = "openapi: 3.1.0 # ours\ninfo: &i { title: T, version: v }\npaths: {}\nx-i: *i\n";
  const overlay = `overlay: 1.0.0
info: { title: removes, version: "1" }
actions: [{ target: $.info, remove: true }, { target: $.paths, update: { x: 1 } }]
`;
  const cwd = createFolder({ "openapi.yaml": anchored, "removes.yaml": overlay });
  const parameters = [
    "overlay",
    "apply",
    "openapi.yaml",
    "--overlay",
    "removes.yaml",
    "--out",
    "o.yaml",
  ];
  const ended = await runTruespec(parameters, { cwd });
  expect(ended.code).toBe(0);
  expect(ended.stderr).toContain("Comments and layout of the description are not kept: ");
  expect(readFileSync(join(cwd, "o.yaml"), "utf8")).toBe(
    "openapi: 3.1.0\npaths:\n  x: 1\nx-i:\n  title: T\n  version: v\n",
  );
});

test("JSON is written anew as YAML, and JSON keeps its indentation", async () => {
  const source =
    '{\n\t"openapi": "3.0.3",\n\t"info": {"title":"T","version":"1"},\n\t"paths": {"/a":{"get":{}}}\n}';
  const cwd = createFolder({ ...files, "openapi.json": source });
  const apply = (out: string) =>
    runTruespec(["overlay", "apply", "openapi.json", "--overlay", "fits.yaml", "--out", out], {
      cwd,
    });
  expect((await apply("out.yaml")).code).toBe(0);
  expect(readFileSync(join(cwd, "out.yaml"), "utf8")).toMatch(/^paths:\n {2}\/a:\n {4}get:\n/m);
  expect((await apply("out.json")).code).toBe(0);
  const kept = source
    .replace('"1"}', '"1","description":"more"}')
    .replace('"get":{}', '"get":{"summary":"s"}');
  expect(readFileSync(join(cwd, "out.json"), "utf8")).toBe(kept);
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

const parted = {
  "openapi.yaml": `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /pets: { $ref: "paths/pets.yaml" }
`,
  "paths/pets.yaml": 'get:\n  responses: { 200: { $ref: "../ok.yaml" } }\n',
  "ok.yaml": "description: ok\n",
  "behind.yaml": `overlay: 1.1.0
info: { title: behind, version: "1" }
actions:
  - target: $.paths['/pets'].get
    update: { tags: [a] }
  - target: $.paths['/pets'].get.tags
    update: [b]
  - target: $.components.responses.ok
    update: { description: fine }
`,
  "before.yaml": `overlay: 1.1.0
info: { title: before, version: "1" }
actions: [{ target: "$.paths['/pets']['$ref']", update: other.yaml }]
`,
};

test("a target behind a reference is told with its place, and acts where references are followed", async () => {
  const cwd = createFolder(parted);
  const check = ["overlay", "check", "behind.yaml", "openapi.yaml"];
  const checked = await runTruespec(check, { cwd });
  expect(checked).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^(0 matches .*\n){3}$/),
  });
  const told = [
    ...checked.stderr.matchAll(/references lead to it, at (?:\S*\/)?(\S+\.yaml:\d+:\d+)/g),
  ];
  expect(told.map(([, place]) => place)).toEqual([
    "pets.yaml:1:1",
    "behind.yaml:5:15",
    "ok.yaml:1:1",
  ]);
  const parameters = ["generate", "openapi.yaml", "--out", "api", "--emit", "types"];
  const generated = await runTruespec([...parameters, "--overlay", "behind.yaml"], { cwd });
  expect(generated).toMatchObject({ code: 0, stderr: expect.not.stringContaining("unmatched") });
});

test("a target at a reference is told where references are followed", async () => {
  const cwd = createFolder(parted);
  const check = ["overlay", "check", "before.yaml", "openapi.yaml"];
  expect(await runTruespec(check, { cwd })).toMatchObject({ code: 0 });
  const parameters = ["generate", "openapi.yaml", "--out", "api", "--emit", "types"];
  const { stderr } = await runTruespec([...parameters, "--overlay", "before.yaml"], { cwd });
  expect(stderr).toMatch(/once references are followed; .* at (\S*\/)?openapi\.yaml:4:12\./);
});

test("a broken overlay: exit 2 and nothing written", async () => {
  const cwd = createFolder(files);
  const parameters = ["overlay", "apply", "openapi.yaml", "--overlay", "broken.yaml", "--out", "o"];
  const { code, stderr } = await runTruespec(parameters, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("broken.yaml");
  expect(listFiles(cwd)).toEqual(Object.keys(files).sort());
});
