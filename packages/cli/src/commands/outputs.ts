import { resolve } from "node:path";
import { CommandError, reasonOf } from "../command-error.ts";
import { type Revise, reviseAtomically } from "../files/revise-atomically.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** One text that a command gives out; without a file it goes to standard output. */
export interface Output {
  readonly file: string | undefined;
  readonly text: string;
  /** Makes the text from what stands in the file when it is written: another run may have written it meanwhile. */
  readonly revise?: Revise;
}

/**
 * Writes outputs in order, each file whole or not at all.
 *
 * @throws CommandError (2) when a file cannot be written
 */
export async function writeOutputs(terminal: Terminal, outputs: readonly Output[]): Promise<void> {
  for (const { file, text, revise } of outputs) {
    if (file === undefined) {
      terminal.out(text);
      continue;
    }
    const path = resolve(terminal.cwd, file);
    const writing =
      revise === undefined ? writeAtomically(path, text) : reviseAtomically(path, revise);
    await orUnwritable(file, writing);
  }
}

/**
 * Awaits writing.
 *
 * @param name of the file or folder, as the user knows it
 * @throws CommandError (2) in place of the file system's error
 */
export async function orUnwritable<T>(name: string, writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (cause) {
    throw new CommandError(`${name} cannot be written: ${whyUnwritable(cause)}`, { cause });
  }
}

/** The file system's own words, but for a folder that cannot be made where a file stands. */
function whyUnwritable(cause: unknown): string {
  const isFile = cause instanceof Error && /^(?:EEXIST|ENOTDIR)\b.* mkdir /.test(cause.message);
  return isFile ? "a file stands where a folder is needed" : reasonOf(cause);
}
