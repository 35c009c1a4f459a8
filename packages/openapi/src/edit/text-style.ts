import { columnOf } from "./splice.ts";
import type { WrittenNode } from "./written.ts";

/** How a text is laid out, so that what is added looks like the rest. */
export interface TextStyle {
  readonly format: "json" | "yaml";
  readonly lineBreak: "\n" | "\r\n";
  /** One level of indentation; empty for a JSON text in one line. */
  readonly indent: string;
  /** Whether a block sequence stands deeper than the key that holds it. */
  readonly indentsSequences: boolean;
  /** What stands behind a comma and a colon within one line of JSON. */
  readonly gap: "" | " ";
  readonly hasFinalBreak: boolean;
  /** Whether strings of several lines are written as block scalars; else in double quotes. */
  readonly writesBlockScalars: boolean;
}

/** How many nodes are looked at before the usual layout is assumed. */
const sample = 2000;

/** Finds out how a text is laid out. */
export function detectStyle(
  text: string,
  format: TextStyle["format"],
  root: WrittenNode,
): TextStyle {
  const block = format === "yaml" ? measureBlocks(text, root) : undefined;
  return {
    format,
    lineBreak: /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n",
    indent: format === "json" ? jsonIndent(text) : " ".repeat(block?.step ?? 2),
    indentsSequences: (block?.dash ?? 1) > 0,
    gap: format === "json" && /"\s*:\S/.test(text.slice(0, 10_000)) ? "" : " ",
    hasFinalBreak: text === "" || text.endsWith("\n"),
    writesBlockScalars: true,
  };
}

function jsonIndent(text: string): string {
  const found = /[{[]\r?\n([ \t]+)\S/.exec(text);
  return found?.[1] ?? (text.trimEnd().includes("\n") || text.trim() === "" ? "  " : "");
}

interface BlockMeasure {
  /** Columns from a key to a key below it. */
  readonly step: number | undefined;
  /** Columns from a key to a dash below it. */
  readonly dash: number | undefined;
}

function measureBlocks(text: string, root: WrittenNode): BlockMeasure {
  let step: number | undefined;
  let dash: number | undefined;
  const open: WrittenNode[] = [root];
  for (let seen = 0; seen < sample && (step === undefined || dash === undefined); seen++) {
    const node = open.shift();
    if (node === undefined) break;
    if (node.kind !== "object" && node.kind !== "array") continue;
    for (const { value, start } of node.entries()) {
      open.push(value);
      if (node.kind !== "object" || node.layout !== "block") continue;
      if ((value.kind !== "object" && value.kind !== "array") || value.layout !== "block") continue;
      const deeper = columnOf(text, value.start) - columnOf(text, start);
      if (value.kind === "object") step ??= deeper;
      else dash ??= deeper;
    }
  }
  return { step, dash };
}

/** A byte order mark is no part of what is edited. */
export function splitMark(text: string): { readonly mark: string; readonly body: string } {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  return { mark, body: text.slice(mark.length) };
}
