import { execFile, execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createFolder } from "../harness/folder.ts";
import { serve } from "../harness/serve.ts";

const run = promisify(execFile);

const description = `openapi: 3.1.0
info: { title: T, version: "1" }
paths: { /things: { get: { responses: { "200": { description: all } } } } }
`;

test("on a terminal without a size a long run shows its report, and ends", async (context) => {
  if (!hasScript()) return context.skip("there is no `script` of util-linux to make a terminal");
  const cwd = createFolder({ "openapi.yaml": description });
  const url = await serve((_request, response) => void setTimeout(() => response.end(), 1500));
  const line = `stty cols 0; '${resolve("node_modules/.bin/truespec")}' drift openapi.yaml --base-url ${url}`;
  const { CI: _, ...env } = process.env;
  const { stdout } = await run("script", ["-qec", line, "/dev/null"], {
    ...{ cwd, timeout: 20_000, maxBuffer: 1e6 },
    env: { ...env, TERM: "xterm" },
  });
  expect(stdout).toContain("No drift found.");
});

function hasScript(): boolean {
  try {
    return String(execFileSync("script", ["--version"], { stdio: "pipe" })).includes("util-linux");
  } catch {
    return false;
  }
}
