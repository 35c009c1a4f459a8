import type { SynthesizedComment } from "typescript";

/** Every line terminator of ECMAScript starts a line, as TypeScript's printer has it. */
const lineTerminator = /\r\n|[\n\r\u2028\u2029]/;

/** The comments before a node, as lines below `indent`; after each one the node may follow. */
export function printComments(comments: readonly SynthesizedComment[], indent: string): string {
  return comments.map(({ text }) => `${indentLines(`/*${text}*/`, indent)}\n${indent}`).join("");
}

/** A line below the first is led by one space where it was led by any: ` * text`. */
function indentLines(text: string, indent: string): string {
  const [first = "", ...others] = text.split(lineTerminator);
  let lines = first;
  for (const line of others) {
    const trimmed = line.trim();
    lines += `\n${indent}${line.startsWith(" ") ? " " : ""}${trimmed}`;
  }
  return lines;
}
