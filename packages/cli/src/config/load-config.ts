import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CommandError, reasonOf } from "../command-error.ts";
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
  /** The file itself and the modules that it imports, as far as they are the project's own. */
  readonly files: readonly string[];
}

/**
 * Loads the configuration: the named file, else the one that stands in `cwd`.
 *
 * @param note is told each file as it is read
 * @throws CommandError when there is none, when it fails to run, or when its content is not a configuration
 */
export async function loadConfig(
  cwd: string,
  named: string | undefined,
  note: NoteFile = () => {},
): Promise<LoadedConfig> {
  const file = named === undefined ? findConfig(cwd) : resolve(cwd, named);
  if (file === undefined) {
    throw new CommandError(
      `No description was named and no ${fileNames[0]} stands in ${cwd}.\n` +
        "Name one (truespec generate openapi.yaml --out src/api) or write a configuration:\n\n" +
        '  import { defineConfig } from "truespec";\n' +
        '  export default defineConfig({ generate: [{ description: "openapi.yaml", out: "src/api" }] });',
    );
  }
  return loadNamed(file, note);
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
  return file === undefined ? undefined : loadNamed(file, () => {});
}

async function loadNamed(file: string, note: NoteFile): Promise<LoadedConfig> {
  note(file);
  if (!existsSync(file)) throw new CommandError(`The configuration ${file} does not exist.`);
  const { exported, modules } = await importDefault(file, note);
  const config = await checkConfig(exported, file);
  return { config, file, folder: dirname(file), files: [...new Set([file, ...modules])] };
}

function findConfig(cwd: string): string | undefined {
  return fileNames.map((name) => resolve(cwd, name)).find(existsSync);
}

/** Takes each file that a configuration is made of, also when it fails to run. */
export type NoteFile = (file: string) => void;

interface Imported {
  readonly exported: unknown;
  readonly modules: readonly string[];
}

/** Runs the file as it stands now, whatever ran before; one in JavaScript cannot `await` at its top level. */
async function importDefault(file: string, note: NoteFile): Promise<Imported> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(pathToFileURL(file).href, { interopDefault: true });
  const own = () => Object.keys(jiti.cache).filter((path) => !path.includes("node_modules"));
  for (const path of own()) delete jiti.cache[path];
  try {
    // Node itself would keep a module in JavaScript for as long as the process lives.
    const exported = /\.m?js$/.test(file)
      ? jiti(file)?.default
      : await jiti.import(file, { default: true });
    return { exported, modules: own() };
  } catch (cause) {
    const told = `The configuration ${file} could not be run${tellLine(cause, file)}`;
    throw new CommandError(`${told}: ${reasonOf(cause)}`, { cause });
  } finally {
    for (const path of own()) note(path);
  }
}

/** ` (line 3)`: where a configuration threw; nothing where the message names the place itself. */
function tellLine(cause: unknown, file: string): string {
  if (!(cause instanceof Error) || cause.message.includes(file)) return "";
  const frame = cause.stack?.split("\n").find((line) => line.includes(`${file}:`)) ?? "";
  const line = /:(\d+):\d+\)?$/.exec(frame)?.[1];
  return line === undefined ? "" : ` (line ${line})`;
}
