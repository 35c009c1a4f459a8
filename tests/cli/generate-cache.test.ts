import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";

const description = `openapi: 3.1.0
info: { title: Things, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /things:
    get:
      responses:
        "200":
          description: all
          content: { application/json: { schema: { $ref: "parts/thing one.yaml" } } }
components: { schemas: { Old: { type: string, nullable: true, format: 1 } } }
`;
const overlay = `overlay: 1.0.0
info: { title: T, version: "1" }
actions: [{ target: $.info, update: { title: Other } }]
`;
/** Validators alone take a fraction of the time that types and client do. */
const light = 'emit: ["validators"], typesFrom: "../../types.js"';
const config = `import { out } from "./where.ts";
export default { generate: [{ description: "openapi.yaml", overlays: ["o.yaml"], out, ${light} }] };
`;
const code = "api/validators/index.js";

/** A project whose cache is in its own `node_modules`. */
function createProject(): string {
  const cwd = createFolder({
    "openapi.yaml": description,
    "parts/thing one.yaml": "type: object\n",
    "o.yaml": overlay,
    "where.ts": 'export const out: string = "api";\n',
    "truespec.config.ts": config,
  });
  mkdirSync(join(cwd, "node_modules"));
  return cwd;
}

function cacheFiles(cwd: string): string[] {
  const folder = join(cwd, "node_modules/.cache/truespec");
  return readdirSync(folder).map((name) => join(folder, name));
}

test("an unchanged input is known, and its warnings are told again", async () => {
  const cwd = createProject();
  const first = await runTruespec(["generate"], { cwd });
  expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining(`wrote ${code}`) });
  expect(cacheFiles(cwd)).toHaveLength(1);
  const warnings = first.stderr.slice(0, first.stderr.indexOf("wrote"));
  expect(warnings).toContain("warning");
  const second = await runTruespec(["generate"], { cwd });
  expect(second).toEqual({ code: 0, stdout: "", stderr: `${warnings}up to date: api\n` });
  const checked = await runTruespec(["generate", "--check", "--report", "json=d.json"], { cwd });
  expect(checked).toMatchObject({ code: 0, stdout: "" });
  const told = JSON.parse(readFileSync(join(cwd, "d.json"), "utf8"));
  expect(told.diagnostics.length).toBeGreaterThan(0);
});

test.each([
  { name: "the description", file: "openapi.yaml", from: "/things", to: "/stuff" },
  { name: "a file that it refers to", file: "parts/thing one.yaml", from: "object", to: "string" },
  { name: "an overlay", file: "o.yaml", from: "info, update: {", to: "info, update: { x-a: 1," },
  { name: "an output", file: code, from: "export", to: "exported" },
])("a change of $name is noticed", async ({ file, from, to }) => {
  const cwd = createProject();
  await runTruespec(["generate"], { cwd });
  const before = readFileSync(join(cwd, code), "utf8");
  const path = join(cwd, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  const isOutput = file.startsWith("api");
  const check = await runTruespec(["generate", "--check"], { cwd });
  expect(check.code === 1 || file === "o.yaml").toBe(true);
  const again = await runTruespec(["generate"], { cwd });
  expect(again.code).toBe(0);
  expect(readFileSync(join(cwd, code), "utf8") === before).toBe(isOutput || file === "o.yaml");
});

test("an output that was deleted is written again", async () => {
  const cwd = createProject();
  await runTruespec(["generate"], { cwd });
  rmSync(join(cwd, code));
  const { stderr } = await runTruespec(["generate"], { cwd });
  expect(stderr).toContain(`wrote ${code}`);
});

test.each([
  { name: "cut off", spoil: (text: string) => text.slice(0, -20) },
  {
    name: "edited",
    spoil: (text: string) => text.replace(/"sha256":"[0-9a-f]{4}/g, '"sha256":"0000'),
  },
  { name: "empty", spoil: () => "" },
  { name: "no record at all", spoil: () => "{}\n{}\n" },
])("a cache that is $name is not believed", async ({ spoil }) => {
  const cwd = createProject();
  await runTruespec(["generate"], { cwd });
  const [file = ""] = cacheFiles(cwd);
  const sound = readFileSync(file, "utf8");
  writeFileSync(file, spoil(sound));
  rmSync(join(cwd, code));
  const again = await runTruespec(["generate"], { cwd });
  expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining(`wrote ${code}`) });
  expect(readFileSync(file, "utf8")).toBe(sound);
});

test("another entry or hook makes other files", async () => {
  const cwd = createProject();
  const generated = async (rest: string) => {
    const entry = `{ description: "openapi.yaml", out: "api", ${light} ${rest} }`;
    writeFileSync(join(cwd, "truespec.config.ts"), `export default { generate: [${entry}] };`);
    expect(await runTruespec(["generate"], { cwd })).toMatchObject({ code: 0 });
    return readFileSync(join(cwd, code), "utf8");
  };
  expect(await generated("")).toContain("as isGetThings200,");
  const named = "nameOperation: ({ label }) => label === 'GET /things' ? 'list all' : undefined";
  expect(await generated(`, hooks: { ${named} }`)).toContain("as isListAll200,");
  expect(await generated(', hooks: { nameSchema: () => "New" }')).toContain("as isNew,");
  const without = await generated(
    ", hooks: { includeOperation: ({ path }) => path !== '/things' }",
  );
  expect(without).not.toContain("Things200");
  expect(without).toContain("as isOld,");
});

test("a cache that cannot be written is told, and nothing else is lost", async () => {
  const cwd = createProject();
  writeFileSync(join(cwd, "node_modules/.cache"), "a file");
  const { code, stderr } = await runTruespec(["generate"], { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain("The cache cannot be written");
  const { stderr: without } = await runTruespec(["generate", "--no-cache"], { cwd });
  expect(without).not.toContain("cannot be written");
});

test.each([
  { hooks: "{ nameOperation: () => { throw new Error('no'); } }", want: "threw: no" },
  { hooks: "{ nameOperation: () => 1 }", want: "answers a name or undefined" },
  { hooks: "{ includeOperation: () => 'yes' }", want: "answers true or false" },
  { hooks: "{ nameSchema: 'x' }", want: "must be a function" },
  { hooks: "{ rename: () => 'x' }", want: 'unknown key "rename"' },
])("a faulty hook is the configuration's fault: $hooks", async ({ hooks, want }) => {
  const cwd = createProject();
  const entry = `{ description: "openapi.yaml", out: "api", hooks: ${hooks} }`;
  writeFileSync(join(cwd, "truespec.config.ts"), `export default { generate: [${entry}] };`);
  const { code, stderr } = await runTruespec(["generate"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(want);
});
