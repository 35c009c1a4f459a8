import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type GenerateOptions, generate, planWrite, writeFiles } from "@truespec/generator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EchoServer, startEchoServer } from "./echo-server.ts";
import { load } from "./generate-into.ts";

const run = promisify(execFile);
const tsc = resolve("node_modules/typescript/bin/tsc");
const folder = mkdtempSync(join(tmpdir(), "truespec-packages-"));
let server: EchoServer;

const packages: Readonly<Record<string, Partial<GenerateOptions>>> = {
  "@x/types": { emit: ["types"] },
  "@x/validators": { emit: ["validators"], typesFrom: "@x/types" },
  "@x/client": { emit: ["client"], typesFrom: "@x/types", validatorsFrom: "@x/validators" },
  "@x/all": { emit: ["types", "client", "validators"] },
};

beforeAll(async () => {
  server = await startEchoServer();
  const description = await load("tests/generator/fixtures/api.yaml");
  for (const [packageName, options] of Object.entries(packages)) {
    const source = { source: "api.yaml", command: "truespec generate" };
    const { files } = await generate(description, { emit: [], packageName, ...source, ...options });
    await writeFiles(await planWrite(files, folderOf(packageName)));
  }
  mkdirSync(folderOf("@truespec"), { recursive: true });
  symlinkSync(resolve("packages/client"), folderOf("@truespec/client"));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test("the packages build with what they bring", async () => {
  const built = ["@x/types", "@x/client", "@x/all"].map(folderOf);
  for (const path of built) {
    const { stdout } = await run(process.execPath, [tsc, "-b"], { cwd: path });
    expect(stdout).toBe("");
  }
  expect(existsSync(join(folderOf("@x/client"), "dist/client.d.ts"))).toBe(true);
  expect(existsSync(join(folderOf("@x/validators"), "tsconfig.json"))).toBe(false);
});

const use = `
import { createClient } from "@x/client";
import { isThing, Thing, validateListThings200 } from "@x/validators";
import * as all from "@x/all";
import type { Thing as ThingType } from "@x/types";
import { validateThing } from "@x/all/validators";
import type { Echo } from "@x/all/types";

const baseUrl = process.argv[2] ?? "";
const result = await createClient({ baseUrl }).things.createThing({ body: { name: "n" } });
const echo: Echo | undefined = result.ok ? result.data : undefined;
const things = await all.createClient({ baseUrl }).things.listThings();
const checked = validateListThings200(things.ok ? things.data : undefined);
const thing: unknown = JSON.parse(echo?.body ?? "");
const typed: ThingType | undefined = isThing(thing) ? thing : undefined;
const again = validateThing(typed);
const standard = Thing["~standard"].validate({});
console.log(
  JSON.stringify({
    url: echo?.url,
    name: again.valid ? again.value.name : undefined,
    checked: checked.valid ? [] : checked.errors.map((error) => error.keyword),
    issues: standard.issues?.length,
  }),
);
`;

test("a project under Node uses the built packages", async () => {
  const project = join(folder, "project");
  writeProject(project, {
    "package.json": '{ "type": "module" }',
    "use.ts": use,
    "process.d.ts": "declare const process: { readonly argv: readonly string[] };\n",
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        target: "es2022",
        lib: ["es2022", "dom"],
        module: "nodenext",
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
      },
      include: ["*.ts"],
    }),
  });
  const checked = await run(process.execPath, [tsc, "-p", project]).catch((error) => error);
  expect(checked.stdout).toBe("");
  const { stdout } = await run(process.execPath, [join(project, "use.js"), server.url]);
  expect(JSON.parse(stdout)).toEqual({ url: "/things", name: "n", checked: ["type"], issues: 1 });
});

function folderOf(packageName: string): string {
  return join(folder, "node_modules", packageName);
}

function writeProject(project: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
}
