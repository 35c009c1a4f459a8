import type { JsonValue } from "@truespec/json-schema/json";
import { closeLine, columnOf, type Reading } from "./reading.ts";

/**
 * Reads a text without quotes, and goes to the line behind it. Lines that stand further in than
 * `column` belong to it.
 *
 * @returns undefined where it is not simple.
 */
export function readPlainScalar(reading: Reading, column: number): JsonValue | undefined {
  let text = readPlainLine(reading);
  if (text === undefined || !beginsPlain(text) || !closeLine(reading)) return undefined;
  if (columnOf(reading) <= column || reading.commented) return resolvePlain(text);
  while (columnOf(reading) > column && !reading.commented) {
    const { blanks } = reading;
    const line = readPlainLine(reading);
    if (line === undefined || !closeLine(reading)) return undefined;
    text += (blanks === 0 ? " " : "\n".repeat(blanks)) + line;
  }
  return text;
}

/** What a text without quotes stands for in YAML's core schema; undefined where that is no JSON value. */
export function resolvePlain(text: string): JsonValue | undefined {
  if (/^[a-zA-Z]/.test(text)) return resolveWord(text);
  if (text === "~") return null;
  if (!/^[-+.0-9]/.test(text)) return text;
  if (/^[-+]?[0-9]+$/.test(text)) return finite(Number.parseInt(text, 10));
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) {
    return finite(Number.parseFloat(text));
  }
  return /^0[ox]|^[-+]?\.(?:inf|nan)$/i.test(text) ? undefined : text;
}

/**
 * Whether a text can begin without quotes: with no indicator, as which `-`, `?` and `:` are read here
 * wherever they do not begin a word.
 */
export function beginsPlain(text: string): boolean {
  return /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[^\s\-,[\]{}])/.test(text);
}

function resolveWord(text: string): JsonValue {
  switch (text) {
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    case "null":
    case "Null":
    case "NULL":
      return null;
    default:
      return text;
  }
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

/** The rest of a line up to its comment; undefined where a mapping begins in it, or a tab stands in it. */
function readPlainLine(reading: Reading): string | undefined {
  const { text, end } = reading;
  const from = reading.at;
  let last = from;
  let at = from;
  for (; at < end; at++) {
    const character = text.charCodeAt(at);
    if (character === space) continue;
    if (character === tab) return undefined;
    if (character === hash && last < at) break;
    last = at + 1;
    if (character === colon && (last === end || text.charCodeAt(last) === space)) return undefined;
  }
  reading.at = last;
  return text.slice(from, last);
}

const tab = 0x09;
const space = 0x20;
const hash = 0x23;
const colon = 0x3a;
