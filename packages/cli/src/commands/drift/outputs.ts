import { CommandError } from "../../command-error.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import * as command from "../outputs.ts";
import type { SecretHeaders } from "./header-option.ts";

export type { Output } from "../outputs.ts";

/**
 * Writes all outputs, or none: each is searched for the credentials in use first.
 *
 * @throws CommandError (2) when a credential stands in one of them, or a file cannot be written
 */
export async function writeOutputs(
  terminal: Terminal,
  outputs: readonly command.Output[],
  headers: SecretHeaders,
): Promise<void> {
  const secrets = [...headers.values()].flatMap(secretsIn);
  const leaking = outputs.find(({ text }) => secrets.some((secret) => text.includes(secret)));
  if (leaking !== undefined) {
    throw new CommandError(
      `A credential would stand in ${leaking.file ?? "the report"}: the API sends it back. Nothing was written.`,
    );
  }
  await command.writeOutputs(terminal, outputs);
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
