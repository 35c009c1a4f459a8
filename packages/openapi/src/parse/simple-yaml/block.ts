import { type JsonObjectDraft, type JsonValue, setMember } from "@truespec/json-schema/json";
import { maxDepth } from "../nesting.ts";
import { readBlockScalar } from "./block-scalar.ts";
import { readFlow } from "./flow.ts";
import { beginsPlain, readPlainScalar } from "./plain-scalar.ts";
import { isQuote, maxKey, readQuoted, readQuotedKey } from "./quoted-scalar.ts";
import {
  closeLine,
  columnOf,
  type Reading,
  skipSpaces,
  toNextLine,
  trimSpaces,
} from "./reading.ts";

/**
 * Reads a mapping in block style whose keys stand at a column, and goes to the line behind it.
 *
 * @returns undefined where it is not simple.
 * @see https://yaml.org/spec/1.2.2/#82-block-collection-styles
 */
export function readMapping(reading: Reading, depth: number): JsonValue | undefined {
  const column = columnOf(reading);
  const object: JsonObjectDraft = {};
  if (depth >= maxDepth) return undefined;
  do {
    const from = reading.at;
    const key = readKey(reading);
    if (key === undefined || Object.hasOwn(object, key)) return undefined;
    reading.note(object, key, from);
    const value = readMember(reading, column, depth + 1);
    if (value === undefined) return undefined;
    setMember(object, key, value);
  } while (columnOf(reading) === column);
  return columnOf(reading) < column ? object : undefined;
}

/** Reads a sequence in block style whose dashes stand at a column. */
function readSequence(reading: Reading, depth: number): JsonValue | undefined {
  const column = columnOf(reading);
  const items: JsonValue[] = [];
  if (depth >= maxDepth) return undefined;
  do {
    const item = readItem(reading, items, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
  } while (columnOf(reading) === column && isDash(reading));
  return columnOf(reading) <= column ? items : undefined;
}

/** What stands behind a dash: on its line, or on lines that stand further in. */
function readItem(
  reading: Reading,
  items: readonly JsonValue[],
  depth: number,
): JsonValue | undefined {
  const column = columnOf(reading);
  const dash = reading.at;
  reading.at = skipSpaces(reading.text, dash + 1, reading.end);
  if (isLineOver(reading, dash + 1)) {
    toNextLine(reading);
    if (columnOf(reading) <= column) return undefined;
  }
  reading.note(items, String(items.length), reading.at);
  return readNode(reading, column, depth);
}

/** What stands behind a colon: on its line, on lines further in, or nothing. */
function readMember(reading: Reading, column: number, depth: number): JsonValue | undefined {
  const colon = reading.at;
  reading.at = skipSpaces(reading.text, colon, reading.end);
  if (!isLineOver(reading, colon)) return readScalarOrFlow(reading, column, depth);
  toNextLine(reading);
  const below = columnOf(reading);
  if (below > column) return readNode(reading, column, depth);
  return below === column && isDash(reading) ? readSequence(reading, depth) : null;
}

/** A node that may be a block collection: nothing of its line stands before it but dashes. */
function readNode(reading: Reading, column: number, depth: number): JsonValue | undefined {
  if (isDash(reading)) return readSequence(reading, depth);
  return isKeyAhead(reading)
    ? readMapping(reading, depth)
    : readScalarOrFlow(reading, column, depth);
}

function readScalarOrFlow(reading: Reading, column: number, depth: number): JsonValue | undefined {
  switch (reading.text[reading.at]) {
    case "|":
    case ">":
      return readBlockScalar(reading, column);
    case '"':
    case "'":
      return closed(reading, readQuoted(reading, column));
    case "[":
    case "{":
      return closed(reading, readFlow(reading, { column, depth }));
    default:
      return readPlainScalar(reading, column);
  }
}

function closed(reading: Reading, value: JsonValue | undefined): JsonValue | undefined {
  return value !== undefined && closeLine(reading) ? value : undefined;
}

/** Reads a key and its colon. */
function readKey(reading: Reading): string | undefined {
  const { text, end } = reading;
  const key = isQuote(reading) ? readQuotedKey(reading) : readPlainKey(reading);
  const isApart = reading.at === end || text[reading.at] === " ";
  return isApart && key !== "<<" ? key : undefined;
}

function readPlainKey(reading: Reading): string | undefined {
  const { text, at } = reading;
  const colon = findColon(reading);
  if (colon < 0 || colon - at > maxKey) return undefined;
  const key = trimSpaces(text.slice(at, colon));
  const isMarker = at === reading.start && /^(?:---|\.\.\.)/.test(key);
  if (isMarker || !beginsPlain(key) || /\t| #/.test(key)) return undefined;
  reading.at = colon + 1;
  return key;
}

/** The offset of the colon that ends a key without quotes, or -1. */
function findColon({ text, at, end }: Reading): number {
  for (let offset = at; offset < end; offset++) {
    if (text[offset] !== ":") continue;
    if (offset + 1 === end || text[offset + 1] === " ") return offset;
  }
  return -1;
}

function isKeyAhead(reading: Reading): boolean {
  const { at } = reading;
  const key = isQuote(reading) ? readQuotedKey(reading) : readPlainKey(reading);
  reading.at = at;
  return key !== undefined;
}

function isDash({ text, at, end }: Reading): boolean {
  return text[at] === "-" && (at + 1 === end || text[at + 1] === " ");
}

/** Whether nothing is left of the line but a comment, after spaces from an offset on. */
function isLineOver({ text, at, end }: Reading, from: number): boolean {
  return at === end || (at > from && text[at] === "#");
}
