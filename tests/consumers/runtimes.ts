import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Where the runtimes that `tests/runtimes` names are installed. */
const installed = {
  node22: "node-22/bin/node",
  node24: "node-24/bin/node",
  node26: "node-26/bin/node",
  bun: "@oven/bun-linux-x64/bin/bun",
  deno: "@deno/linux-x64-glibc/deno",
  workerd: "@cloudflare/workerd-linux-64/bin/workerd",
} as const;

/** A runtime beside the Node that runs the tests. */
export type Runtime = keyof typeof installed;

/** The binary of a runtime: the one of `tests/runtimes`, else one on the PATH. */
export function findRuntime(runtime: Runtime): string | undefined {
  const path = resolve("tests/runtimes/node_modules", installed[runtime]);
  return existsSync(path) ? path : findOnPath(runtime);
}

/** The first of these commands that there is. */
export function findOnPath(...commands: readonly string[]): string | undefined {
  return commands.find((command) => {
    try {
      execFileSync(command, ["--version"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
}

/** The bundler's command in `benchmarks`; undefined where its packages are not installed. */
export function findBundler(): string | undefined {
  const path = resolve("benchmarks/node_modules/esbuild/bin/esbuild");
  return existsSync(path) ? path : undefined;
}
