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
  const leaking = outputs.find(({ text }) => holdsAny(text, secrets));
  if (leaking !== undefined) {
    throw new CommandError(
      `A credential would stand in ${leaking.file ?? "the report"}: the API sends it back. Nothing was written.`,
    );
  }
  await command.writeOutputs(terminal, outputs);
}

function holdsAny(text: string, secrets: readonly string[]): boolean {
  const plain = undoEscapes(text);
  return secrets.some((secret) => text.includes(secret) || plain.includes(secret));
}

/** The text without what HTML, XML and workflow commands put into names. */
function undoEscapes(text: string): string {
  return text
    .replace(/<\/?(wbr|bdi)>/g, "")
    .replace(/&(amp|lt|gt|quot|apos|#39);/g, (reference) => escapes[reference] ?? reference)
    .replace(/%(25|3A|2C)/g, (escaped) => decodeURIComponent(escaped));
}

const escapes: { readonly [reference: string]: string } = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#39;": "'",
};

/** The value itself, what follows its scheme (`Bearer …`), and both as JSON and URLs write them. */
function secretsIn(value: string): readonly string[] {
  const bare = [value, value.replace(/^[A-Za-z]+ +/, "")].filter((text) => text.length >= 6);
  return bare.flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
  ]);
}
