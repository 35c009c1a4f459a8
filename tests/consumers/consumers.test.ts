import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startEchoServer } from "../generator/echo-server.ts";
import { lintPackage } from "./lint-package.ts";
import {
  installPacked,
  listPublicPackages,
  type Packed,
  packFolder,
  packPackages,
  unpack,
} from "./packed.ts";
import * as programs from "./programs.ts";
import { findBundler, findOnPath, findRuntime, type Runtime } from "./runtimes.ts";
import { servePage, startListening } from "./serve.ts";

const run = promisify(execFile);
const tsc = resolve("node_modules/typescript/bin/tsc");
const names = listPublicPackages().map(({ name }) => name);
let packed: readonly Packed[] = [];
/** A project of a user, with the tarballs installed. */
let folder = "";
let api = "";
let stopApi = (): void => {};

beforeAll(async () => {
  packed = await packPackages();
  folder = await installPacked(packed);
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true }\n');
  writeFileSync(join(folder, "use.mjs"), programs.use);
  const server = join(folder, "node_modules/@truespec/openrouter-server");
  const manifest = JSON.parse(readFileSync(join(server, "package.json"), "utf8"));
  const bin = join(server, manifest.bin["openrouter-server"]);
  const { child, line } = await startListening(process.execPath, [bin, "--port", "0"], folder);
  api = line;
  stopApi = () => void child.kill();
}, 120_000);
afterAll(() => stopApi());

test.each(names)("the tarball of %s is as publint and arethetypeswrong want it", async (name) => {
  const one = packed.find((candidate) => candidate.name === name);
  const found = await lintPackage(join(folder, "node_modules", name), one?.tarball ?? "");
  expect(found).toEqual([]);
});

test("so is the tarball of a generated package", async () => {
  const project = join(folder, "generated");
  const bin = join(folder, "node_modules/truespec/dist/bin.js");
  const source = resolve("tests/generator/fixtures/api.yaml");
  const parameters = ["generate", source, "--out", "generated", "--package", "@x/api"];
  await run(process.execPath, [bin, ...parameters], { cwd: folder });
  await run(process.execPath, [tsc, "-b"], { cwd: project });
  writeFileSync(join(project, "CHANGELOG.md"), "# @x/api\n");
  const tarball = await packFolder(project);
  const unpacked = await unpack(tarball, join(folder, "node_modules/@x/api"));
  expect(await lintPackage(unpacked, tarball)).toEqual([]);
  expect(readdirSync(unpacked).sort()).toEqual([
    "CHANGELOG.md",
    "README.md",
    "client.ts",
    "dist",
    "package.json",
    "types.ts",
    "validators",
  ]);
  // What knows no `exports` finds the main part of each package
  writeFileSync(join(folder, "old.ts"), programs.old);
  const flags = ["--module", "commonjs", "--moduleResolution", "node10", "--target", "es2022"];
  const more = ["--strict", "--skipLibCheck", "--noEmit"];
  await run(process.execPath, [tsc, "old.ts", ...flags, ...more], { cwd: folder });
  writeFileSync(join(folder, "generated.mjs"), programs.generated);
  const server = await startEchoServer();
  onTestFinished(() => server.close());
  const answer = await runProgram(process.execPath, ["generated.mjs", server.url]);
  expect(answer).toEqual(programs.generatedUsed);
});

test("Node: import", async () => {
  writeFileSync(join(folder, "main.mjs"), programs.program("process.argv[2]"));
  expect(await runProgram(process.execPath, ["main.mjs", api])).toEqual(programs.used);
});

test("Node: require", async () => {
  writeFileSync(join(folder, "main.cjs"), programs.commonJs);
  expect(await runProgram(process.execPath, ["main.cjs", api])).toEqual(programs.used);
});

test.for<{ runtime: Runtime; parameters: readonly string[] }>([
  { runtime: "node22", parameters: ["main.mjs"] },
  { runtime: "node24", parameters: ["main.mjs"] },
  { runtime: "node26", parameters: ["main.mjs"] },
  { runtime: "bun", parameters: ["main.mjs"] },
  { runtime: "deno", parameters: ["run", "-A", "--node-modules-dir=manual", "main.mjs"] },
])("$runtime", async ({ runtime, parameters }, context) => {
  const binary = findRuntime(runtime);
  if (binary === undefined) return context.skip(`${runtime} is not installed`);
  writeFileSync(join(folder, "main.mjs"), programs.program("process.argv[2]"));
  expect(await runProgram(binary, [...parameters, api])).toEqual(programs.used);
});

test("workerd", async (context) => {
  const workerd = findRuntime("workerd");
  if (workerd === undefined) return context.skip("workerd is not installed");
  const bundled = await bundle("worker.mjs", programs.worker);
  if (bundled === undefined) return context.skip("no bundler: npm --prefix benchmarks install");
  writeFileSync(join(folder, "worker.bundle.mjs"), bundled);
  writeFileSync(join(folder, "config.capnp"), programs.workerConfig);
  const parameters = ["serve", "config.capnp", "--control-fd=1"];
  const { child, line } = await startListening(workerd, parameters, folder);
  onTestFinished(() => void child.kill());
  const { port } = JSON.parse(line);
  const headers = { "x-base-url": api };
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
  expect(await answer.json()).toEqual(programs.used);
});

test("Chromium", async (context) => {
  const chromium = findOnPath("chromium", "chromium-browser", "google-chrome");
  if (chromium === undefined) return context.skip("there is no Chromium");
  const bundled = await bundle("page.mjs", programs.page);
  if (bundled === undefined) return context.skip("no bundler: npm --prefix benchmarks install");
  const { url, answer, close } = await servePage(bundled, api);
  onTestFinished(close);
  const profile = mkdtempSync(join(tmpdir(), "truespec-chromium-"));
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`];
  const child = spawn(chromium, [...flags, url], { stdio: "ignore" });
  onTestFinished(() => void child.kill());
  expect(JSON.parse(await answer)).toEqual(programs.used);
});

async function runProgram(command: string, parameters: readonly string[]): Promise<unknown> {
  const { stdout } = await run(command, [...parameters], { cwd: folder });
  return JSON.parse(stdout);
}

/** One file with everything in it; undefined where there is no bundler. */
async function bundle(name: string, source: string): Promise<string | undefined> {
  const esbuild = findBundler();
  if (esbuild === undefined) return undefined;
  writeFileSync(join(folder, name), source);
  const flags = ["--bundle", "--format=esm", "--platform=browser", "--target=es2022"];
  const { stdout } = await run(esbuild, [name, ...flags], { cwd: folder, maxBuffer: 1e8 });
  return stdout;
}
