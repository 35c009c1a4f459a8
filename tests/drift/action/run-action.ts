import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";

const folder = resolve("packages/drift-check/action");

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly shell: string;
      readonly run: string;
      readonly env: Readonly<Record<string, string>>;
    }[];
  };
}

/** `action.yml`, as GitHub reads it. */
export const action: Action = parse(readFileSync(join(folder, "action.yml"), "utf8"));

/** How a run of the action ended. */
export interface ActionRun {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Where the action runs, and what its surroundings give it. */
export interface ActionSurroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs the action as a runner would: its steps in bash, each with the environment that `action.yml` gives it. */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  { cwd, env }: ActionSurroundings,
): Promise<ActionRun> {
  const files = { output: join(cwd, "output.txt"), summary: join(cwd, "summary.md") };
  for (const file of Object.values(files)) rmSync(file, { force: true });
  const evaluate = (text: string): string =>
    text.replace(/\$\{\{ (inputs|github)\.([\w-]+) \}\}/g, (_all, scope, name) =>
      scope === "github"
        ? "the-token"
        : (inputs[name] ?? evaluate(action.inputs[name]?.default ?? "")),
    );
  let log = "";
  let code: number | null = 0;
  for (const { run, env: wanted } of action.runs.steps) {
    const own = Object.fromEntries(
      Object.entries(wanted).map(([name, value]) => [name, evaluate(value)]),
    );
    const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd,
      env: {
        ...{ PATH: process.env["PATH"], HOME: process.env["HOME"], ...env, ...own },
        ...{ GITHUB_ACTION_PATH: folder, GITHUB_REPOSITORY: "acme/api" },
        ...{ GITHUB_OUTPUT: files.output, GITHUB_STEP_SUMMARY: files.summary },
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        log += text;
      });
    }
    code = await new Promise((done) => child.once("close", done));
  }
  return { code, log, outputs: readOutputs(files.output), summary: readIfThere(files.summary) };
}

function readOutputs(file: string): Readonly<Record<string, string>> {
  const lines = readIfThere(file)
    .split("\n")
    .filter((line) => line !== "");
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
