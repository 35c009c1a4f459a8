/**
 * The engines that generated validators run in. All but the Node.js that runs the tests and a
 * browser come from `tests/runtimes/node_modules`, where `npm --prefix tests/runtimes install` puts
 * them. Each refuses to make code of strings, as far as it can be told to.
 */
import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const modules = join(import.meta.dirname, "node_modules");
const strict = "--disallow-code-generation-from-strings";

/**
 * An engine of the command line.
 *
 * - `binary`: where it is, once installed
 * - `prepare`: the arguments that make it print what the modules in a folder answer
 */
export interface Engine {
  readonly name: string;
  readonly binary: string;
  readonly prepare: (folder: string) => readonly string[];
}

const runNode = (folder: string) => [strict, join(folder, "print.mjs")];

/** All of them; workerd runs one module, the bundle. */
export const engines: readonly Engine[] = [
  { name: "node", binary: process.execPath, prepare: runNode },
  { name: "node 22", binary: join(modules, "node-22/bin/node"), prepare: runNode },
  { name: "node 24", binary: join(modules, "node-24/bin/node"), prepare: runNode },
  { name: "node 26", binary: join(modules, "node-26/bin/node"), prepare: runNode },
  {
    ...{ name: "deno", binary: join(modules, "@deno/linux-x64-glibc/deno") },
    prepare: (folder) => [
      ...["run", "--no-config", "--no-lock", "--no-prompt", "--cached-only"],
      ...[`--v8-flags=${strict}`, join(folder, "print.mjs")],
    ],
  },
  {
    ...{ name: "bun", binary: join(modules, "@oven/bun-linux-x64/bin/bun") },
    prepare: (folder) => ["run", join(folder, "print.mjs")],
  },
  {
    ...{ name: "workerd", binary: join(modules, "@cloudflare/workerd-linux-64/bin/workerd") },
    prepare(folder) {
      const file = join(folder, "workerd.capnp");
      writeFileSync(file, workerdConfig);
      return ["test", file];
    },
  },
];

const workerdConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
);
const main :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "bundle.mjs")],
  compatibilityDate = "2026-01-01",
);
`;

/** Is it there? */
export function isInstalled({ binary }: Engine): boolean {
  return existsSync(binary);
}

const execute = promisify(execFile);

/** What it prints of the modules in a folder: the report, as JSON. */
export async function runEngine(engine: Engine, folder: string): Promise<string> {
  const { stdout } = await execute(engine.binary, engine.prepare(folder), {
    ...{ cwd: folder, maxBuffer: 64 * 1024 * 1024, timeout: 120_000 },
    // Nothing of this machine's configuration, and no colours in what is read as JSON.
    env: { PATH: process.env["PATH"], HOME: folder, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
  });
  return stdout;
}
