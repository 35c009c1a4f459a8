import type { JsonValue } from "@truespec/json-schema";
import { indentRest } from "./patch-block.ts";
import { marginOf } from "./patch-flow.ts";
import type { Patching, ValuePlace } from "./patching.ts";
import { printExpandedJson, printInlineJson } from "./print-json.ts";
import { printBehind, printBlock, printInlineYaml } from "./print-yaml.ts";
import { endOfLine, startOfLine } from "./splice.ts";
import type { ScalarStyle, WrittenNode } from "./written.ts";

/** Writes another value in the place of one. */
export function replaceValue(place: ValuePlace, value: JsonValue, patching: Patching): void {
  if (patching.style.format === "json") replaceJson(place, value, patching);
  else if (place.holder === "root") replaceRoot(place.node, value, patching);
  else if (place.holder === "flow") replaceInFlow(place.node, value, patching);
  else replaceInBlock(place, place.holder, value, patching);
}

function replaceJson({ node, holder }: ValuePlace, value: JsonValue, patching: Patching): void {
  const { text, style, splices } = patching;
  const { start, end } = node;
  const line = text.slice(startOfLine(text, start), start);
  // Only what begins its line goes on over several: `[{"a": 1}, {"b": 2}]` stays in one
  const mayExpand = holder === "root" || /^[ \t]*(?:"(?:[^"\\]|\\.)*"\s*:\s*)?$/.test(line);
  const printed =
    mayExpand && style.indent !== ""
      ? printExpandedJson(value, marginOf(text, start), style)
      : printInlineJson(value, style);
  splices.push({ start, end, text: printed });
}

function replaceRoot(
  node: WrittenNode,
  value: JsonValue,
  { text, style, splices }: Patching,
): void {
  const printed = printBlock(value, style);
  if (node.start < node.end) {
    splices.push({ start: node.start, end: node.end, text: printed });
    return;
  }
  const needsBreak = text !== "" && !text.endsWith("\n");
  const lines = `${needsBreak ? style.lineBreak : ""}${printed}${style.lineBreak}`;
  splices.push({ start: text.length, end: text.length, text: lines });
}

function replaceInFlow(
  node: WrittenNode,
  value: JsonValue,
  { text, style, splices }: Patching,
): void {
  const printed = printInlineYaml(value, styleOf(node), style);
  const space = /[\s[{,]/.test(text[node.start - 1] ?? " ") ? "" : " ";
  splices.push({ start: node.start, end: node.end, text: space + printed });
}

/**
 * What is printed has a first line, which goes behind the colon or dash, and lines that go below
 * it, behind a comment that may stand there.
 */
function replaceInBlock(
  place: ValuePlace,
  holder: "key" | "dash",
  value: JsonValue,
  { text, style, splices }: Patching,
): void {
  const { node, from, column } = place;
  const printed = printBehind(holder, value, styleOf(node), style);
  const lines = indentRest(printed, " ".repeat(column));
  const breakAt = lines.indexOf(style.lineBreak);
  const first = breakAt === -1 ? lines : lines.slice(0, breakAt);
  const rest = breakAt === -1 ? "" : lines.slice(breakAt);
  const firstLineEnd = endOfLine(text, from);
  if (firstLineEnd < node.start) {
    splices.push({ start: from, end: from, text: first });
    splices.push({ start: firstLineEnd, end: node.end, text: rest });
    return;
  }
  const keepsGap = first !== "" && from < node.start;
  const start = keepsGap ? node.start : from;
  splices.push({ start, end: node.end, text: keepsGap ? first.replace(/^ +/, "") : first });
  const below = endOfLine(text, node.end);
  splices.push({ start: below, end: below, text: rest });
}

function styleOf(node: WrittenNode): ScalarStyle {
  return node.kind === "scalar" ? node.style : "PLAIN";
}
