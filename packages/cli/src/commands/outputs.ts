import { resolve } from "node:path";
import { CommandError } from "../command-error.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** One text that a command gives out; without a file it goes to standard output. */
export interface Output {
  readonly file: string | undefined;
  readonly text: string;
}

/**
 * Writes outputs in order, each file whole or not at all.
 *
 * @throws CommandError (2) when a file cannot be written
 */
export async function writeOutputs(terminal: Terminal, outputs: readonly Output[]): Promise<void> {
  for (const { file, text } of outputs) {
    if (file === undefined) terminal.out(text);
    else await writeFileOrFail(terminal, file, text);
  }
}

async function writeFileOrFail(terminal: Terminal, file: string, text: string): Promise<void> {
  try {
    await writeAtomically(resolve(terminal.cwd, file), text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`${file} cannot be written: ${reason}`, { cause });
  }
}
