import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CommandError } from "../command-error.ts";
import { checkConfig } from "./check-config.ts";
import type { TruespecConfig } from "./config.ts";

const fileNames = [
  "truespec.config.ts",
  "truespec.config.mts",
  "truespec.config.js",
  "truespec.config.mjs",
];

/** A configuration and the folder that its paths are relative to. */
export interface LoadedConfig {
  readonly config: TruespecConfig;
  readonly file: string;
  readonly folder: string;
}

/**
 * Loads the configuration: the named file, else the one that stands in `cwd`.
 *
 * @throws CommandError when there is none, when it fails to run, or when its content is not a configuration
 */
export async function loadConfig(cwd: string, named: string | undefined): Promise<LoadedConfig> {
  const file = named === undefined ? findConfig(cwd) : resolve(cwd, named);
  if (file === undefined) {
    throw new CommandError(
      `No description was named and no ${fileNames[0]} stands in ${cwd}.\n` +
        "Name one (truespec generate openapi.yaml --out src/api) or write a configuration:\n\n" +
        '  import { defineConfig } from "truespec";\n' +
        '  export default defineConfig({ generate: [{ description: "openapi.yaml", out: "src/api" }] });',
    );
  }
  return loadNamed(file);
}

/**
 * Loads the configuration for a command that can do without: the named file, else the one that stands in `cwd`.
 *
 * @returns undefined when none is named and none stands there
 * @throws CommandError when the named one does not exist, when it fails to run, or when its content is not a configuration
 */
export async function findLoadedConfig(
  cwd: string,
  named: string | undefined,
): Promise<LoadedConfig | undefined> {
  const file = named === undefined ? findConfig(cwd) : resolve(cwd, named);
  return file === undefined ? undefined : loadNamed(file);
}

async function loadNamed(file: string): Promise<LoadedConfig> {
  if (!existsSync(file)) throw new CommandError(`The configuration ${file} does not exist.`);
  const config = checkConfig(await importDefault(file), file);
  return { config, file, folder: dirname(file) };
}

function findConfig(cwd: string): string | undefined {
  return fileNames.map((name) => resolve(cwd, name)).find(existsSync);
}

async function importDefault(file: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(pathToFileURL(file).href, { interopDefault: true, moduleCache: false });
  try {
    return await jiti.import(file, { default: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`The configuration ${file} could not be run: ${reason}`, { cause });
  }
}
