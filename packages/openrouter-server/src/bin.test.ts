import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { startServer } from "./start-server.ts";

const folder = join(import.meta.dirname, "..");
const bin = join(folder, "dist/bin.js");
const started: ChildProcess[] = [];

beforeAll(() => {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-b", folder]);
  expect(status, String(stdout)).toBe(0);
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** Starts the command and waits for its first line. */
async function start(...parameters: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [bin, ...parameters], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let printed = "";
  for await (const chunk of child.stdout ?? []) {
    printed += chunk;
    if (printed.includes("\n")) break;
  }
  return { child, url: printed.split("\n", 1)[0] ?? "" };
}

function run(...parameters: string[]) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [bin, ...parameters], {
    encoding: "utf8",
    timeout: 20_000,
  });
  return { status, stderr, stdout };
}

test.each(["SIGINT", "SIGTERM"] as const)("%s stops it with exit code 0", async (signal) => {
  const { child, url } = await start();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
  expect((await fetch(`${url}/models/count`)).status).toBe(200);
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("options reach the server", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "openrouter-server-")), "models.json");
  writeFileSync(file, '{"data": []}');
  const { url } = await start("--data", file, "--quirks", "--rate-limit", "2", "--fault", "html=0");
  expect(await (await fetch(`${url}/models/count`)).json()).toEqual({ data: { count: 0 } });
  const odd = await fetch(`${url}/models?category=x`);
  expect(await odd.json()).toMatchObject({ success: false });
  expect((await fetch(`${url}/models`)).status).toBe(429);
});

test("a day means its end, so what came that day is there", async () => {
  const { url } = await start("--as-of", "2026-07-14");
  expect(await (await fetch(`${url}/models`)).json()).toHaveProperty("total_count");
});

test("a port in use is said, exit code 2", async () => {
  const server = await startServer();
  const { port } = new URL(server.url);
  const result = run("--port", port);
  await server.close();
  expect(result).toEqual({
    status: 2,
    stdout: "",
    stderr: `openrouter-server: port ${port} of 127.0.0.1 is in use\n`,
  });
});

test.each([
  ["an unknown option", ["--nope"], "--nope"],
  ["a stray word", ["8080"], "too many arguments"],
  ["a port out of range", ["--port", "65536"], "65535"],
  ["a port that is no number", ["--port", "http"], "integer"],
  ["an unknown fault", ["--fault", "flood=1"], "latency, reset, 5xx, truncate, html"],
  ["a rate above one", ["--fault", "html=2"], "RATE from 0 to 1"],
  ["a fault without a rate", ["--fault", "html"], "KIND=RATE"],
  ["a limit below none", ["--rate-limit", "-1"], "--rate-limit"],
  ["no such day", ["--as-of", "2026-02-30"], "2026-05-01"],
  ["a word for a date", ["--as-of", "yesterday"], "2026-05-01"],
  ["no such file", ["--data", "/nonexistent/models.json"], "ENOENT"],
  ["a file that is no catalogue", ["--data", join(folder, "package.json")], "array `data`"],
])("%s: exit code 2 and a reason", (_, parameters, reason) => {
  const { status, stderr, stdout } = run(...parameters);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^openrouter-server: /);
  expect(stderr).toContain(reason);
});

test("--help shows examples and succeeds", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("--fault <KIND=RATE>");
  expect(stdout).toContain("Examples:");
});
