/** Where a text stops being JSON, and why. */
export interface JsonFault {
  readonly offset: number;
  readonly why: string;
}

type Expected = "value" | "value or ]" | "key" | "key or }" | "comma" | "end";

interface Scan {
  readonly text: string;
  readonly open: ("{" | "[")[];
  at: number;
  expected: Expected;
}

const blank = /[ \t\n\r]*/y;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const word = /[^\s{}[\],:"]+|./y;

/**
 * Finds the first place where a text breaks the grammar of RFC 8259; undefined when it is JSON.
 * For texts that `JSON.parse` refused: its message does not always say where.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const scan: Scan = { text, open: [], at: 0, expected: "value" };
  for (;;) {
    scan.at = endOf(blank, text, scan.at);
    if (scan.at >= text.length) {
      const done = scan.expected === "end";
      return done ? undefined : { offset: text.length, why: "the text ends too early" };
    }
    const fault = readToken(scan);
    if (fault !== undefined) return { offset: scan.at, why: fault };
  }
}

function readToken(scan: Scan): string | undefined {
  switch (scan.expected) {
    case "value":
    case "value or ]":
      return readValue(scan);
    case "key":
    case "key or }":
      return readKey(scan);
    case "comma":
      return readComma(scan);
    case "end":
      return `expected the end, got ${wordAt(scan)}`;
  }
}

function readValue(scan: Scan): string | undefined {
  const character = scan.text[scan.at];
  if (character === "]" && scan.expected === "value or ]") return close(scan);
  if (character === "{" || character === "[") {
    scan.open.push(character);
    scan.at++;
    scan.expected = character === "{" ? "key or }" : "value or ]";
    return undefined;
  }
  const end = character === '"' ? endOfString(scan) : endOf(literal, scan.text, scan.at);
  if (typeof end === "string") return end;
  if (end === scan.at) return `expected a value, got ${wordAt(scan)}`;
  scan.at = end;
  return afterValue(scan);
}

function readKey(scan: Scan): string | undefined {
  const character = scan.text[scan.at];
  if (character === "}" && scan.expected === "key or }") return close(scan);
  if (character !== '"') return `expected a key in double quotes, got ${wordAt(scan)}`;
  const end = endOfString(scan);
  if (typeof end === "string") return end;
  scan.at = endOf(blank, scan.text, end);
  if (scan.text[scan.at] !== ":") return `expected a colon after the key, got ${wordAt(scan)}`;
  scan.at++;
  scan.expected = "value";
  return undefined;
}

function readComma(scan: Scan): string | undefined {
  const inObject = scan.open.at(-1) === "{";
  const character = scan.text[scan.at];
  if (character === (inObject ? "}" : "]")) return close(scan);
  if (character !== ",") {
    return `expected a comma or ${inObject ? "}" : "]"}, got ${wordAt(scan)}`;
  }
  scan.at++;
  scan.expected = inObject ? "key" : "value";
  return undefined;
}

function close(scan: Scan): undefined {
  scan.open.pop();
  scan.at++;
  return afterValue(scan);
}

function afterValue(scan: Scan): undefined {
  scan.expected = scan.open.length === 0 ? "end" : "comma";
  return undefined;
}

function endOfString({ text, at }: Scan): number | string {
  for (let index = at + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return index + 1;
    if (code === 0x5c) index++;
    else if (code < 0x20) return "a string holds a line break or another control character";
  }
  return "a string has no end";
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function wordAt({ text, at }: Scan): string {
  if (at >= text.length) return "the end of the text";
  const end = Math.min(endOf(word, text, at), at + 20);
  return JSON.stringify(text.slice(at, Math.max(end, at + 1)));
}
