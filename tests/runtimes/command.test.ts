/** The command under other versions of Node.js than the one that runs the tests. */
import { execFile } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createFolder } from "../harness/folder.ts";
import { engines, isInstalled } from "./engines.ts";

const newer = engines.filter(({ name }) => name.startsWith("node "));
const { version } = JSON.parse(readFileSync("packages/cli/package.json", "utf8"));

test.for(newer)("what $name compiles of the command is kept beside it", async (engine, context) => {
  if (!isInstalled(engine)) {
    return context.skip(
      `tests/runtimes has no ${engine.name}: npm --prefix tests/runtimes install`,
    );
  }
  const installed = join(createFolder(), "node_modules/truespec");
  // What the command imports is found where this repository has it.
  const filter = (path: string) => !path.endsWith(".cache");
  cpSync(resolve("packages/cli"), installed, { recursive: true, filter });
  const run = () =>
    promisify(execFile)(engine.binary, [join(installed, "dist/bin.js"), "--version"]);
  for (const ended of [await run(), await run()]) {
    expect(ended).toEqual({ stdout: `${version}\n`, stderr: "" });
  }
  const kept = join(installed, "node_modules/.cache/truespec/code");
  expect(readdirSync(kept)).toHaveLength(1);
});
