import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { generate as generateFiles } from "@truespec/generator";
import { createSourceReader, loadDescription } from "@truespec/openapi";
import { expect, test } from "vitest";
import { worthThread } from "../../packages/cli/src/commands/generate/compile-beside.ts";
import { createFolder, listFiles } from "../harness/folder.ts";
import { runTruespec } from "../harness/run-command.ts";

const description = `openapi: 3.0.3
info: { title: Things, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: one
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  schemas:
    Thing:
      type: object
      required: [id]
      properties: { id: { type: string }, size: { type: integer, nullable: true } }
`;

const all = ["client.ts", "types.ts", "validators/index.d.ts", "validators/index.js"];
const generate = ["generate", "openapi.yaml", "--out", "api"];

function writeDescription(): string {
  const cwd = createFolder({ "openapi.yaml": description });
  return cwd;
}

/** The generated files, without the manifest that says which they are. */
function listGenerated(cwd: string): string[] {
  return listFiles(join(cwd, "api")).filter((path) => !path.startsWith(".truespec"));
}

test.each([
  { name: "it is installed", more: [], folder: "node_modules/@truespec/client" },
  { name: "a package names it", more: ["--package", "@acme/api"], folder: "src" },
  { name: "no client is written", more: ["--emit", "types"], folder: "src" },
])("what a client runs on is not asked for where $name", async ({ more, folder }) => {
  const manifest = '{ "name": "@truespec/client", "exports": "./index.js" }';
  const cwd = createFolder({
    "openapi.yaml": description,
    [`${folder}/package.json`]: manifest,
    [`${folder}/index.js`]: "",
  });
  const { code, stderr } = await runTruespec([...generate, ...more], { cwd });
  expect(code).toBe(0);
  expect(stderr).not.toContain("npm install");
});

test("types, client and validators; a second run touches nothing", async () => {
  const cwd = writeDescription();
  const first = await runTruespec(generate, { cwd });
  expect(first).toMatchObject({ code: 0, stdout: "" });
  expect(first.stderr).toContain("npm install @truespec/client\n");
  expect(listGenerated(cwd)).toEqual(all);
  const before = all.map((path) => statSync(join(cwd, "api", path)).mtimeMs);
  const second = await runTruespec(generate, { cwd });
  expect(second.code).toBe(0);
  expect(second.stderr).toContain("up to date");
  expect(all.map((path) => statSync(join(cwd, "api", path)).mtimeMs)).toEqual(before);
});

test("the command of the banner is one for the shell", () => {
  const cwd = createFolder({ "our `API`'s $x.yaml": description });
  const PATH = `${resolve("node_modules/.bin")}${delimiter}${process.env["PATH"]}`;
  const sh = (command: string) =>
    spawnSync("sh", ["-c", command], { cwd, encoding: "utf8", env: { ...process.env, PATH } });
  sh("truespec generate *.yaml --out 'src/ä b' --emit types --package @acme/api");
  const [banner = ""] = readFileSync(join(cwd, "src/ä b/types.ts"), "utf8").split("\n", 1);
  const command = banner.slice(banner.indexOf("run `") + 5, -2);
  const { status, stderr } = sh(`${command} --check`);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: "Every generated file is up to date.\n",
  });
});

test("generated validators validate", async () => {
  const cwd = writeDescription();
  await runTruespec(generate, { cwd });
  const module = await import(/* @vite-ignore */ join(cwd, "api/validators/index.js"));
  expect(module.isThing({ id: "a", size: null })).toBe(true);
  expect(module.validateThing({ size: "x" })).toMatchObject({
    valid: false,
    errors: [
      { keyword: "required", instanceLocation: "" },
      { keyword: "type", instanceLocation: "/size" },
    ],
  });
  expect(module.validateGetThing200({ id: "a" })).toEqual({ valid: true, value: { id: "a" } });
  expect(module.Thing["~standard"].validate({ id: 1 }).issues).toHaveLength(1);
  expect(module.ThingJsonSchema.type).toBe("object");
});

test("--check: exit 0 when up to date, else 1 and the paths alone on standard output", async () => {
  const cwd = writeDescription();
  expect(await runTruespec([...generate, "--check"], { cwd })).toMatchObject({ code: 1 });
  expect(listFiles(cwd)).toEqual(["openapi.yaml"]);
  await runTruespec(generate, { cwd });
  expect(await runTruespec([...generate, "--check"], { cwd })).toMatchObject({
    code: 0,
    stdout: "",
  });
  writeFileSync(join(cwd, "api/types.ts"), "// edited\n");
  rmSync(join(cwd, "api/validators/index.js"));
  expect(await runTruespec([...generate, "--check"], { cwd })).toMatchObject({
    code: 1,
    stdout: "api/types.ts\napi/validators/index.js\n",
  });
  expect(readFileSync(join(cwd, "api/types.ts"), "utf8")).toBe("// edited\n");
});

test("what is generated no more is removed, what is not ours stays", async () => {
  const cwd = writeDescription();
  await runTruespec(generate, { cwd });
  writeFileSync(join(cwd, "api/mine.ts"), "export {};\n");
  const { code } = await runTruespec([...generate, "--emit", "types"], { cwd });
  expect(code).toBe(0);
  expect(listGenerated(cwd)).toEqual(["mine.ts", "types.ts"]);
});

test("a file of somebody else is never overwritten, and then nothing is written", async () => {
  const cwd = writeDescription();
  await runTruespec(["generate", "openapi.yaml", "--out", "api", "--emit", "client,types"], {
    cwd,
  });
  rmSync(join(cwd, "api"), { recursive: true });
  const other = createFolder();
  writeFileSync(join(other, "types.ts"), "export type Mine = 1;\n");
  const parameters = ["generate", "openapi.yaml", "--out", other];
  const { code, stderr } = await runTruespec(parameters, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("types.ts");
  expect(listFiles(other)).toEqual(["types.ts"]);
});

test("--package: a whole package", async () => {
  const cwd = writeDescription();
  const { code } = await runTruespec([...generate, "--package", "@acme/things"], { cwd });
  expect(code).toBe(0);
  const manifest = JSON.parse(readFileSync(join(cwd, "api/package.json"), "utf8"));
  expect(manifest).toMatchObject({ name: "@acme/things", type: "module", sideEffects: false });
  expect(listGenerated(cwd)).toEqual([...all, "README.md", "package.json", "tsconfig.json"].sort());
});

test("a description on standard input", async () => {
  const cwd = createFolder();
  const parameters = ["generate", "-", "--out", "api", "--emit", "types"];
  const { code } = await runTruespec(parameters, { cwd, stdin: description });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, "api/types.ts"), "utf8")).toContain("size?: number | null");
});

test("the configuration: every entry, paths relative to it", async () => {
  const cwd = writeDescription();
  const config = `export default { generate: [
    { description: "openapi.yaml", out: "a", emit: ["types"] },
    { description: "openapi.yaml", out: "b", emit: ["validators"], typesFrom: "../../a/types.js" },
  ] };\n`;
  writeFileSync(join(cwd, "truespec.config.ts"), config);
  const { code } = await runTruespec(["generate"], { cwd });
  expect(code).toBe(0);
  expect(listFiles(join(cwd, "a"))).toContain("types.ts");
  expect(readFileSync(join(cwd, "b/validators/index.d.ts"), "utf8")).toContain("../../a/types.js");
  const elsewhere = createFolder();
  const named = ["generate", "--check", "--config", join(cwd, "truespec.config.ts")];
  expect((await runTruespec(named, { cwd: elsewhere })).code).toBe(0);
});

test("the configuration says how validators are compiled", async () => {
  const cwd = writeDescription();
  const open = { size: { enum: ["s", "m"], "x-extensible-enum": true }, at: { format: "ipv4" } };
  const schema = {
    type: "object",
    required: ["id"],
    properties: { id: { type: "string" }, ...open },
  };
  const document = {
    ...{ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {} },
    components: { schemas: { Thing: schema } },
  };
  writeFileSync(join(cwd, "openapi.json"), JSON.stringify(document));
  const write = (validators: string) =>
    writeFileSync(
      join(cwd, "truespec.config.ts"),
      `export default { generate: [{ description: "openapi.json", out: "api", emit: ["validators"], validators: ${validators} }] };\n`,
    );
  write('{ errors: "first", enums: "tolerant", formats: "assert", listing: "compiled" }');
  expect((await runTruespec(["generate"], { cwd })).code).toBe(0);
  const { validateThing } = await import(pathToFileURL(join(cwd, "api/validators/index.js")).href);
  expect(validateThing({ id: "a", size: "xl", at: "127.0.0.1" }).valid).toBe(true);
  const { errors } = validateThing({ size: 1, at: "here" });
  expect(errors.map(({ keyword }: { keyword: string }) => keyword)).toEqual(["required"]);
  write('{ customFormats: { ipv4: { module: "../../own.mjs", export: "isHere" } } }');
  writeFileSync(join(cwd, "own.mjs"), 'export const isHere = (text) => text === "here";');
  expect((await runTruespec(["generate"], { cwd })).code).toBe(0);
  const own = await import(`${pathToFileURL(join(cwd, "api/validators/index.js")).href}?own`);
  expect(own.isThing({ id: "a", at: "here" })).toBe(true);
  expect(own.isThing({ id: "a", at: "there" })).toBe(false);
  write('{ listing: "interpreted" }');
  expect((await runTruespec(["generate"], { cwd })).code).toBe(0);
  const text = readFileSync(join(cwd, "api/validators/index.js"), "utf8");
  expect(text).toContain('from "@truespec/json-schema";');
  for (const [written, says] of [
    ['{}, emit: ["docs"]', "generate[0].emit must be some of types, client, validators"],
    ['{}, package: ""', "generate[0].package must be a non-empty string"],
    ['{ enums: "loose" }', "generate[0].validators.enums must be one of strict, tolerant, open"],
    ['{ enum: "open" }', 'unknown key "enum"'],
    ['{ customFormats: { a: { pattern: "(" } } }', 'customFormats: The format "a": its pattern'],
    ["{ customFormats: { a: { patern: 1 } } }", 'customFormats.a has an unknown key "patern"'],
    ['{ customFormats: { a: { pattern: "a", module: "x" } } }', 'an unknown key "module"'],
    ['{ customFormats: { a: { module: "x" } } }', "customFormats.a.export must be a non-empty"],
    ["true", "generate[0].validators must be an object"],
  ] as const) {
    write(written);
    const { code, stderr } = await runTruespec(["generate"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  }
});

test("validators that a thread of its own compiled are the same, byte for byte", async () => {
  const cwd = createFolder();
  const schemas = Array.from({ length: worthThread }, (_, index) => [
    `S${index}`,
    JSON.parse(
      `{ "properties": { "__proto__": { "minimum": ${index} }, "next": { "$ref": "#/components/schemas/S${(index + 1) % worthThread}" } } }`,
    ),
  ]);
  const large = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  };
  const source = join(cwd, "large.json");
  writeFileSync(source, JSON.stringify(large));
  const entry = { description: "large.json", out: "api", emit: ["validators"], typesFrom: "x" };
  writeFileSync(
    join(cwd, "truespec.config.ts"),
    `export default { generate: [${JSON.stringify(entry)}] };`,
  );
  expect(await runTruespec(["generate"], { cwd })).toMatchObject({ code: 0 });
  const read = createSourceReader({ allowNetwork: false });
  const loaded = await loadDescription(source, { read });
  if (!loaded.ok) throw new Error("no model");
  const { files } = await generateFiles(loaded.description, {
    ...{ emit: ["validators"], typesFrom: "x" },
    ...{ source: "large.json", command: "truespec generate" },
  });
  expect(files.length).toBe(2);
  for (const { path, text } of files) {
    expect(readFileSync(join(cwd, "api", path), "utf8")).toBe(text);
  }
});

test("two entries into one folder would remove each other's files, and are refused", async () => {
  const cwd = writeDescription();
  const entry = '{ description: "openapi.yaml", out: "api" }';
  writeFileSync(
    join(cwd, "truespec.config.ts"),
    `export default { generate: [${entry}, ${entry}] };`,
  );
  const { code, stderr } = await runTruespec(["generate"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("two entries of `generate` write to api");
});

test("the configuration says whether dates are texts", async () => {
  const cwd = createFolder();
  const dated = description.replace(
    "{ type: integer, nullable: true }",
    "{ type: string, format: date-time }",
  );
  writeFileSync(join(cwd, "openapi.yaml"), dated);
  const write = (dates: string) =>
    writeFileSync(
      join(cwd, "truespec.config.ts"),
      `export default { generate: [{ description: "openapi.yaml", out: "api", types: { dates: "${dates}" } }] };\n`,
    );
  write("Date");
  expect((await runTruespec(["generate"], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, "api/types.ts"), "utf8")).toContain("size?: globalThis.Date;");
  expect(readFileSync(join(cwd, "api/client.ts"), "utf8")).toContain("read: runtime.readDates");
  write("date");
  const { code, stderr } = await runTruespec(["generate"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("generate[0].types.dates must be one of string, Date");
});

test("the configuration says which enums are open, in types and validators", async () => {
  const cwd = createFolder();
  const sized = description.replace("{ type: integer, nullable: true }", "{ enum: [s, m] }");
  writeFileSync(join(cwd, "openapi.yaml"), sized);
  const write = (enums: string) =>
    writeFileSync(
      join(cwd, "truespec.config.ts"),
      `export default { generate: [{ description: "openapi.yaml", out: "api", types: { enums: "${enums}" } }] };\n`,
    );
  write("open");
  expect((await runTruespec(["generate"], { cwd })).code).toBe(0);
  const types = readFileSync(join(cwd, "api/types.ts"), "utf8");
  expect(types).toContain('size?: "s" | "m" | (string & {});');
  const { isThing } = await import(join(cwd, "api/validators/index.js"));
  expect([isThing({ id: "1", size: "xl" }), isThing({ id: "1", size: 1 })]).toEqual([true, false]);
  write("ajar");
  const { code, stderr } = await runTruespec(["generate"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("generate[0].types.enums must be one of declared, closed, open");
});
