import {
  isJsonArray,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { Document, isScalar, visit } from "yaml";
import { quoteAmbiguous } from "./quote-ambiguous.ts";
import type { TextStyle } from "./text-style.ts";
import type { ScalarStyle } from "./written.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
const invisible = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff]/;

/** Around a value. Other spaces of Unicode are text, also where a text has nothing else. */
const blanks = /^[ \n]+|[ \n]+$/g;

/** A value as lines of a block document, the last one without its line break. */
export function printBlock(value: JsonValue, style: TextStyle): string {
  const lines = isFilled(value) ? linesOf(value, style) : printScalar(value, "PLAIN", style);
  return lines.join(style.lineBreak);
}

/**
 * What stands behind `key:` or the dash: ` text`, or lines, each begun with a line break. A string
 * is quoted as `scalarStyle` says where that can be.
 */
export function printBehind(
  holder: "key" | "dash",
  value: JsonValue,
  scalarStyle: ScalarStyle,
  style: TextStyle,
): string {
  return linesBehind(holder, value, scalarStyle, style).join(style.lineBreak);
}

/** The first line goes behind the key or dash; the others are deep as seen from there. */
function linesBehind(
  holder: "key" | "dash",
  value: JsonValue,
  scalarStyle: ScalarStyle,
  style: TextStyle,
): readonly string[] {
  if (!isFilled(value)) {
    const [first = "", ...rest] = printScalar(value, scalarStyle, style);
    return [` ${first}`, ...rest];
  }
  const lines = linesOf(value, style);
  if (holder === "dash") {
    const [first = "", ...rest] = lines;
    return [` ${first}`, ...indentLines(rest, "  ")];
  }
  const isFlush = isJsonArray(value) && !style.indentsSequences;
  return ["", ...indentLines(lines, isFlush ? "" : style.indent)];
}

function linesOf(value: JsonObject | JsonArray, style: TextStyle): readonly string[] {
  if (isJsonArray(value)) {
    return value.flatMap((item) => headed("-", linesBehind("dash", item, "PLAIN", style)));
  }
  return Object.entries(value).flatMap(([key, member]) =>
    headed(`${printKey(key, style)}:`, linesBehind("key", member, "PLAIN", style)),
  );
}

function headed(head: string, [first = "", ...rest]: readonly string[]): readonly string[] {
  return [head + first, ...rest];
}

function indentLines(lines: readonly string[], margin: string): readonly string[] {
  return lines.map((line) => (line === "" ? line : margin + line));
}

function isFilled(value: JsonValue): value is JsonObject | JsonArray {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

/** A scalar or an empty collection; the lines of a block scalar are one step deep. */
function printScalar(
  value: JsonValue,
  scalarStyle: ScalarStyle,
  style: TextStyle,
): readonly string[] {
  const document = documentOf({ k: value }, style);
  const scalar = document.getIn(["k"], true);
  if (typeof value === "string" && isScalar(scalar) && takesStyle(value, scalarStyle, style)) {
    scalar.type = scalarStyle;
  }
  return print(document, style, "any").slice(3).split("\n");
}

/** Keys stand in one line, however long they are. */
function printKey(key: string, style: TextStyle): string {
  const document = documentOf(key, style);
  const { contents } = document;
  if (isScalar(contents) && key.includes("\n")) contents.type = "QUOTE_DOUBLE";
  return print(document, style, "any");
}

/** A value in one line, as it stands in a flow collection. */
export function printInlineYaml(
  value: JsonValue,
  scalarStyle: ScalarStyle,
  style: TextStyle,
): string {
  const document = documentOf([value], style);
  const scalar = document.getIn([0], true);
  if (isScalar(scalar) && typeof value === "string" && takesStyle(value, scalarStyle, style)) {
    scalar.type = scalarStyle;
  }
  return print(document, style, "flow").slice(1, -1).replace(blanks, "");
}

/** A member in one line, as it stands in a flow mapping. */
export function printInlineMember(key: string, value: JsonValue, style: TextStyle): string {
  const document = documentOf(Object.fromEntries([[key, value]]), style);
  return print(document, style, "flow").slice(1, -1).replace(blanks, "");
}

function documentOf(value: JsonValue, style: TextStyle): Document {
  const document = new Document(value, { aliasDuplicateObjects: false });
  quoteAmbiguous(document);
  visit(document, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === "string" && !isPlainly(scalar.value, style)) {
        scalar.type = "QUOTE_DOUBLE";
      }
    },
  });
  return document;
}

function print(document: Document, style: TextStyle, layout: "any" | "flow"): string {
  const text = document.toString({
    lineWidth: 0,
    indent: Math.max(style.indent.length, 1),
    collectionStyle: layout,
    flowCollectionPadding: false,
  });
  return text.replace(/\n$/, "");
}

/** Whether a string may be left to the printer, which writes several lines as a block scalar. */
function isPlainly(text: string, style: TextStyle): boolean {
  return !invisible.test(text) && (!text.includes("\n") || isBlockScalar(text, style));
}

function takesStyle(text: string, scalarStyle: ScalarStyle, style: TextStyle): boolean {
  if (invisible.test(text)) return false;
  if (scalarStyle === "PLAIN") return false;
  if (scalarStyle.startsWith("QUOTE")) return !text.includes("\n");
  return isBlockScalar(text, style);
}

/** Whether a block scalar gives back what it is given: blanks at its edges are easily lost. */
function isBlockScalar(text: string, style: TextStyle): boolean {
  if (!style.writesBlockScalars) return false;
  if (text === "" || /^[ \n]| $|\n\n$/.test(text) || text.includes(" \n")) return false;
  return style.hasFinalBreak || !text.endsWith("\n");
}
