/** What is kept of the command's compiled code, under this version of Node.js and under newer ones. */
import { execFile } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import module from "node:module";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createFolder } from "../harness/folder.ts";
import { engines, isInstalled } from "./engines.ts";

const newer = engines.filter(({ name }) => name.startsWith("node "));
const { version } = JSON.parse(readFileSync("packages/cli/package.json", "utf8"));

/** A copy of the command; what it imports is found where this repository has it. */
function installCommand(): { readonly bin: string; readonly kept: string } {
  const installed = join(createFolder(), "node_modules/truespec");
  const filter = (path: string) => !path.endsWith(".cache");
  cpSync(resolve("packages/cli"), installed, { recursive: true, filter });
  return {
    bin: join(installed, "dist/bin.js"),
    kept: join(installed, "node_modules/.cache/truespec/code"),
  };
}

test.for(newer)("what $name compiles of the command is kept beside it", async (engine, context) => {
  if (!isInstalled(engine)) {
    return context.skip(
      `tests/runtimes has no ${engine.name}: npm --prefix tests/runtimes install`,
    );
  }
  const { bin, kept } = installCommand();
  const run = () => promisify(execFile)(engine.binary, [bin, "--version"]);
  for (const ended of [await run(), await run()]) {
    expect(ended).toEqual({ stdout: `${version}\n`, stderr: "" });
  }
  expect(readdirSync(kept)).toHaveLength(1);
});

/** Whether this Node.js keeps no code by itself, so that the command does. */
const isOlder = !("enableCompileCache" in module);
const description = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\n';

async function generate(bin: string, env: Record<string, string> = {}): Promise<string> {
  const cwd = createFolder({ "openapi.yaml": description });
  const parameters = [bin, "generate", "openapi.yaml", "--out", "api", "--emit", "types"];
  const options = { cwd, env: { ...process.env, ...env } };
  const { stderr } = await promisify(execFile)(process.execPath, parameters, options);
  return stderr + readFileSync(join(cwd, "api/types.ts"), "utf8");
}

/** The largest of the large scripts that the types take: TypeScript. */
function keptScript(kept: string): string {
  const names = readdirSync(kept);
  expect(names).toContainEqual(expect.stringContaining("typescript.js"));
  return join(kept, names.find((name) => name.includes("typescript.js")) ?? "");
}

test("older versions of Node.js load large scripts from what was kept", async (context) => {
  if (!isOlder) return context.skip("this Node.js keeps its code by itself");
  const { bin, kept } = installCommand();
  const first = await generate(bin);
  const { ino, size } = statSync(keptScript(kept));
  expect(size).toBeGreaterThan(1_000_000);
  expect(await generate(bin)).toBe(first);
  expect(statSync(keptScript(kept)).ino).toBe(ino);
});

test.for([
  { name: "cut off", change: (file: string) => writeFileSync(file, "half") },
  { name: "open to others", change: (file: string) => chmodSync(file, 0o666) },
])("kept code that is $name is compiled and kept anew", async ({ change }, context) => {
  if (!isOlder) return context.skip("this Node.js keeps its code by itself");
  const { bin, kept } = installCommand();
  const first = await generate(bin);
  const { size } = statSync(keptScript(kept));
  change(keptScript(kept));
  expect(await generate(bin)).toBe(first);
  expect(statSync(keptScript(kept))).toMatchObject({ size: expect.closeTo(size, -5) });
  expect(statSync(keptScript(kept)).mode & 0o777).toBe(0o600);
});

test("NODE_DISABLE_COMPILE_CACHE keeps nothing", async () => {
  const { bin, kept } = installCommand();
  await generate(bin, { NODE_DISABLE_COMPILE_CACHE: "1" });
  expect(existsSync(kept)).toBe(false);
});
