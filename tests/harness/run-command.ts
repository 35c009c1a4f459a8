import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { resolve } from "node:path";
import { createFolder } from "./folder.ts";

/** How a command ended and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and with what a command runs. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** What tests leave behind for later runs stays out of the user's own cache. */
const cache = createFolder();

/** The built `truespec` as a process of its own, output into pipes. */
export function startTruespec(
  parameters: readonly string[],
  { cwd = process.cwd(), env = {} }: Omit<Surroundings, "stdin"> = {},
): ChildProcessWithoutNullStreams {
  const bin = resolve("node_modules/.bin/truespec");
  return spawn(bin, parameters, { cwd, env: { ...process.env, XDG_CACHE_HOME: cache, ...env } });
}

/** Runs the built `truespec` as a user would: a process of its own, output into pipes. */
export function runTruespec(
  parameters: readonly string[],
  { stdin = "", ...surroundings }: Surroundings = {},
): Promise<Ended> {
  return new Promise((done, reject) => {
    const child = startTruespec(parameters, surroundings);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => done({ code, stdout, stderr }));
    // A command that fails early does not read its input.
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
  });
}
