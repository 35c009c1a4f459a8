import { columnOf, type Reading, skipSpaces, toNextLine, trimSpaces } from "./reading.ts";

/** Whether a text in quotes begins here. */
export function isQuote({ text, at }: Reading): boolean {
  return text[at] === '"' || text[at] === "'";
}

/**
 * Reads a text in quotes from the opening one, and stands behind the closing one. Each further line
 * must stand further in than `column`.
 *
 * @returns undefined where it is not simple.
 */
export function readQuoted(reading: Reading, column: number): string | undefined {
  const quote = reading.text.charAt(reading.at);
  let from = reading.at + 1;
  let written = "";
  for (;;) {
    const close = findClose(reading, quote, from);
    if (close >= 0) {
      reading.at = close + 1;
      return unquote(written + reading.text.slice(from, close), quote);
    }
    const line = reading.text.slice(from, reading.end);
    toNextLine(reading);
    const joined = columnOf(reading) <= column ? undefined : joinLine(reading, line, quote);
    if (joined === undefined) return undefined;
    written += joined;
    from = reading.at;
  }
}

/** A line, and what the line break behind it and blank lines stand for. */
function joinLine({ blanks, commented }: Reading, line: string, quote: string): string | undefined {
  if (commented || line.includes("\t")) return undefined;
  const trimmed = trimSpaces(line);
  if (quote === '"' && endsEscaped(trimmed)) {
    return blanks === 0 && trimmed === line ? line.slice(0, -1) : undefined;
  }
  if (blanks === 0) return `${trimmed} `;
  return trimmed + (quote === '"' ? "\\n" : "\n").repeat(blanks);
}

/** Whether a line ends with a backslash that escapes what follows. */
function endsEscaped(line: string): boolean {
  const [backslashes = ""] = /\\*$/.exec(line) ?? [];
  return backslashes.length % 2 === 1;
}

/** The key of a mapping in quotes: on one line, with a colon behind it. */
export function readQuotedKey(reading: Reading): string | undefined {
  const { text, end } = reading;
  const quote = text.charAt(reading.at);
  const close = findClose(reading, quote, reading.at + 1);
  if (close < 0) return undefined;
  const colon = skipSpaces(text, close + 1, end);
  if (text[colon] !== ":" || colon - reading.at > maxKey) return undefined;
  const key = unquote(text.slice(reading.at + 1, close), quote);
  reading.at = colon + 1;
  return key;
}

/** Keys that stand beside their value are no longer: https://yaml.org/spec/1.2.2/#implicit-keys. */
export const maxKey = 1000;

/** The offset of the closing quote on this line, or -1. */
function findClose({ text, end }: Reading, quote: string, from: number): number {
  for (let at = from; at < end; at++) {
    const character = text[at];
    if (character === "\\" && quote === '"') at++;
    else if (character === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at;
      at++;
    }
  }
  return -1;
}

function unquote(written: string, quote: string): string | undefined {
  if (quote === "'") return written.replaceAll("''", "'");
  if (!written.includes("\\")) return written;
  let isKnown = true;
  const text = written.replace(escaped, (sequence, hex: string | undefined) => {
    const character = hex === undefined ? escapes.get(sequence.charAt(1)) : fromHex(hex.slice(1));
    isKnown &&= character !== undefined;
    return character ?? sequence;
  });
  return isKnown ? text : undefined;
}

function fromHex(digits: string): string | undefined {
  const code = Number.parseInt(digits, 16);
  return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

const escaped = /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|\\./gs;

/** https://yaml.org/spec/1.2.2/#57-escaped-characters */
const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xa0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);
