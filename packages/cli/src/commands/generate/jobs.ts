import { isAbsolute, relative, resolve } from "node:path";
import type { TruespecEntry } from "@truespec/generator";
import { CommandError } from "../../command-error.ts";
import { type LoadedConfig, loadConfig } from "../../config/load-config.ts";
import type { ReadLog } from "../../description/read-log.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import type { GenerateArguments } from "./arguments.ts";

/** One description to generate from, into one folder. */
export interface Job {
  readonly entry: TruespecEntry;
  /** A path that is short to read, a URL or `-`. */
  readonly source: string;
  readonly overlays: readonly string[];
  /** Absolute. */
  readonly outDir: string;
  /** What the banner of the generated files tells people to run. */
  readonly command: string;
  /** The configuration that the entry stands in, and what it imports. */
  readonly configFiles: readonly string[];
}

/**
 * What a command line asks for: one description, or every entry of the configuration.
 *
 * @throws CommandError when something is missing, or the configuration is faulty
 */
export async function planJobs(
  terminal: Terminal,
  parsed: GenerateArguments,
  log: ReadLog,
): Promise<readonly Job[]> {
  const { cwd } = terminal;
  if (parsed.description !== undefined) {
    const entry = entryOf(parsed, parsed.description);
    return [createJob({ entry, folder: cwd, cwd, command: commandOf(parsed), configFiles: [] })];
  }
  const loaded = await loadConfig(cwd, parsed.config, log.note);
  return entriesOf(loaded).map((entry) =>
    createJob({
      ...{ entry, cwd, folder: loaded.folder },
      command: "truespec generate",
      configFiles: loaded.files,
    }),
  );
}

function entriesOf({ config, file, folder }: LoadedConfig): readonly TruespecEntry[] {
  if (config.generate === undefined || config.generate.length === 0) {
    const what = config.generate === undefined ? "missing" : "empty";
    throw new CommandError(`${file}: \`generate\` is ${what}: the list of what to generate.`);
  }
  const folders = config.generate.map(({ out }) => resolve(folder, out));
  const twice = folders.find((out, index) => folders.indexOf(out) !== index);
  if (twice !== undefined) {
    throw new CommandError(
      `${file}: two entries of \`generate\` write to ${relative(folder, twice) || "."}: each would remove the other's files.`,
    );
  }
  return config.generate;
}

interface Planned extends Pick<Job, "entry" | "command" | "configFiles"> {
  /** What the entry's paths are relative to. */
  readonly folder: string;
  readonly cwd: string;
}

/** @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name */
const packageName = /^(?=.{1,214}$)(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

function createJob({ entry, command, configFiles, folder, cwd }: Planned): Job {
  if (entry.package !== undefined && !packageName.test(entry.package)) {
    throw new CommandError(
      `"${entry.package}" is no name of a package: npm wants lower case, such as @acme/api.`,
    );
  }
  return {
    ...{ entry, command, configFiles },
    source: resolveSource(folder, entry.description, cwd),
    overlays: (entry.overlays ?? []).map((file) => resolveSource(folder, file, cwd)),
    outDir: resolve(folder, entry.out),
  };
}

/** A path is relative to the entry's folder and stays short to read; URLs and `-` are what they are. */
function resolveSource(folder: string, source: string, cwd: string): string {
  if (source === "-" || /^[a-z]+:\/\//i.test(source) || isAbsolute(source)) return source;
  return relative(cwd, resolve(folder, source));
}

function entryOf(parsed: GenerateArguments, description: string): TruespecEntry {
  // A shell writes nothing for a variable that is not set
  if (parsed.out === undefined || parsed.out === "") {
    throw new CommandError("--out DIR is missing: the folder to write to, such as --out src/api.");
  }
  return {
    description,
    out: parsed.out,
    overlays: parsed.overlay,
    ...(parsed.emit === undefined ? {} : { emit: parsed.emit }),
    ...(parsed.package === undefined ? {} : { package: parsed.package }),
  };
}

function commandOf(parsed: GenerateArguments): string {
  const overlays = parsed.overlay.flatMap((file) => ["--overlay", file]);
  const emit = parsed.emit === undefined ? [] : ["--emit", parsed.emit.join(",")];
  const packageName = parsed.package === undefined ? [] : ["--package", parsed.package];
  const network = parsed.allowNetwork ? ["--allow-network"] : [];
  const out = ["--out", parsed.out ?? ""];
  const words = [
    parsed.description ?? "",
    ...out,
    ...overlays,
    ...emit,
    ...packageName,
    ...network,
  ];
  return ["truespec generate", ...words.map(quoteWord)].join(" ");
}

/** A word as shells take it. A backslash stays, which parts the folders of a path of Windows. */
function quoteWord(word: string): string {
  return /^[\p{L}\p{N}_@%+=:,./\\-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
