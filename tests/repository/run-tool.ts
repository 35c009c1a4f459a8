import { spawnSync } from "node:child_process";

/** What a command printed and how it ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of `node_modules/.bin` at the root and waits for it. */
export function runTool(command: string, parameters: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${command}`, parameters, {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}
