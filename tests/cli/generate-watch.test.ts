import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createFolder } from "../harness/folder.ts";
import { runTruespec, startTruespec } from "../harness/run-command.ts";

const description = `openapi: 3.1.0
info: { title: Things, version: "1" }
paths: {}
components: { schemas: { Thing: { $ref: "parts/thing.yaml" } } }
`;
const overlay = `overlay: 1.0.0
info: { title: T, version: "1" }
actions: [{ target: $.components.schemas, update: { More: { type: string } } }]
`;
const config = (description: string) => `import { out } from "./where.ts";
export default { generate: [{ description: "${description}", overlays: ["o.yaml"], out,
  emit: ["validators"], typesFrom: "../../types.js" }] };
`;

function createProject(): string {
  return createFolder({
    "openapi.yaml": description,
    "parts/thing.yaml": "type: object\n",
    "o.yaml": overlay,
    "where.ts": 'export const out: string = "api";\n',
    "truespec.config.ts": config("openapi.yaml"),
  });
}

interface Watching {
  readonly child: ChildProcessWithoutNullStreams;
  /** Waits for the next time that it waits for changes. @returns what it printed until then */
  readonly next: () => Promise<string>;
}

function startWatching(cwd: string): Watching {
  const child = startTruespec(["generate", "--watch"], { cwd });
  onTestFinished(() => void child.kill("SIGKILL"));
  let told = "";
  let wake = (): void => {};
  child.stderr.setEncoding("utf8").on("data", (text) => {
    told += text;
    wake();
  });
  const next = async () => {
    const end = /Watching \d+ files?\. Ctrl\+C ends it\.\n/;
    while (!end.test(told)) {
      await new Promise<void>((done) => {
        wake = done;
      });
    }
    const text = told;
    told = "";
    return text;
  };
  return { child, next };
}

test("--watch follows what was read, tells errors and goes on, and ends in good order", async () => {
  const cwd = createProject();
  const write = (path: string, text: string) => writeFileSync(join(cwd, path), text);
  const read = (path: string) => readFileSync(join(cwd, path), "utf8");
  const { child, next } = startWatching(cwd);
  expect(await next()).toMatch(/wrote api\/validators\/index\.js[\s\S]*Watching 5 files/);

  write("parts/thing.yaml", "type: integer\n");
  expect(await next()).toMatch(/\d\d:\d\d:\d\d parts\/thing\.yaml changed\nwrote api/);
  expect(read("api/validators/index.js")).toContain('"integer"');

  // As editors save: another file takes the place
  write("o.yaml.tmp", overlay.replace("More", "Most"));
  renameSync(join(cwd, "o.yaml.tmp"), join(cwd, "o.yaml"));
  expect(await next()).toContain("o.yaml changed");
  expect(read("api/validators/index.js")).toContain("isMost");

  rmSync(join(cwd, "parts"), { recursive: true });
  expect(await next()).toMatch(/error ref-not-readable[\s\S]*nothing was written/);
  mkdirSync(join(cwd, "parts"));
  write("parts/thing.yaml", "type: boolean\n");
  let told = await next();
  // The folder may have been seen before the file in it.
  if (told.includes("nothing was written")) told = await next();
  expect(read("api/validators/index.js")).toContain('"boolean"');

  write("truespec.config.ts", "export default {");
  expect(await next()).toContain("could not be run");
  write("truespec.config.ts", config("other.yaml"));
  expect(await next()).toContain("there is no file other.yaml");
  write("other.yaml", description.replace("Thing:", "Other:"));
  expect(await next()).toContain("other.yaml changed");
  expect(read("api/validators/index.js")).toContain("isOther");

  write("where.ts", 'export const out: string = "elsewhere";\n');
  expect(await next()).toContain("wrote elsewhere/validators/index.js");

  child.kill("SIGINT");
  const [code, signal] = await new Promise<readonly unknown[]>((done) => {
    child.once("close", (...ended) => done(ended));
  });
  expect([code, signal]).toEqual([0, null]);
});

test("unrelated files are none of its business", async () => {
  const cwd = createProject();
  const { child, next } = startWatching(cwd);
  await next();
  writeFileSync(join(cwd, "notes.md"), "mine");
  writeFileSync(join(cwd, "openapi.yaml"), description.replace("Things", "Stuff"));
  const told = await next();
  expect(told).toContain("openapi.yaml changed");
  expect(told).not.toContain("notes.md");
  child.kill("SIGTERM");
  expect(await new Promise((done) => child.once("close", done))).toBe(0);
});

test.each([
  { parameters: ["generate", "--watch", "--check"], want: "--check looks once" },
  { parameters: ["generate", "-", "--out", "api", "--watch"], want: "cannot be watched" },
])("$parameters do not go together", async ({ parameters, want }) => {
  const { code, stderr } = await runTruespec(parameters, { cwd: createProject() });
  expect(code).toBe(2);
  expect(stderr).toContain(want);
});
