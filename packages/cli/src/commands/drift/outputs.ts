import { resolve } from "node:path";
import { CommandError } from "../../command-error.ts";
import { writeAtomically } from "../../files/write-atomically.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import type { SecretHeaders } from "./header-option.ts";

/** One text that a command gives out; without a file it goes to standard output. */
export interface Output {
  readonly file: string | undefined;
  readonly text: string;
}

/**
 * Writes all outputs, or none: each is searched for the credentials in use first.
 *
 * @throws CommandError (2) when a credential stands in one of them, or a file cannot be written
 */
export async function writeOutputs(
  terminal: Terminal,
  outputs: readonly Output[],
  headers: SecretHeaders,
): Promise<void> {
  const secrets = [...headers.values()].flatMap(secretsIn);
  const leaking = outputs.find(({ text }) => secrets.some((secret) => text.includes(secret)));
  if (leaking !== undefined) {
    throw new CommandError(
      `A credential would stand in ${leaking.file ?? "the report"}: the API sends it back. Nothing was written.`,
    );
  }
  for (const { file, text } of outputs) {
    if (file === undefined) terminal.out(text);
    else await writeFileOrFail(terminal, file, text);
  }
}

/** The value itself, what follows its scheme (`Bearer …`), and both as JSON and URLs write them. */
function secretsIn(value: string): readonly string[] {
  const bare = [value, value.replace(/^[A-Za-z]+ +/, "")].filter((text) => text.length >= 6);
  return bare.flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
  ]);
}

async function writeFileOrFail(terminal: Terminal, file: string, text: string): Promise<void> {
  try {
    await writeAtomically(resolve(terminal.cwd, file), text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`${file} cannot be written: ${reason}`, { cause });
  }
}
