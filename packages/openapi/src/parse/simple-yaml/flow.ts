import { type JsonObjectDraft, type JsonValue, setMember } from "@truespec/json-schema/json";
import { maxDepth } from "../nesting.ts";
import { beginsPlain, resolvePlain } from "./plain-scalar.ts";
import { isQuote, readQuoted } from "./quoted-scalar.ts";
import { columnOf, type Reading, skipSpaces, toNextLine, trimSpaces } from "./reading.ts";

/** What stands around a node of a flow collection. */
interface Surroundings {
  /** Lines stand further in than this. */
  readonly column: number;
  readonly depth: number;
}

/**
 * Reads `[a, b]` or `{a: b}` from its bracket, and stands behind the closing one.
 *
 * @returns undefined where it is not simple.
 * @see https://yaml.org/spec/1.2.2/#74-flow-collection-styles
 */
export function readFlow(reading: Reading, around: Surroundings): JsonValue | undefined {
  if (around.depth >= maxDepth) return undefined;
  const inside = { column: around.column, depth: around.depth + 1 };
  return reading.text[reading.at++] === "["
    ? readFlowSequence(reading, inside)
    : readFlowMapping(reading, inside);
}

function readFlowSequence(reading: Reading, inside: Surroundings): JsonValue | undefined {
  const items: JsonValue[] = [];
  const isWhole = readEntries(reading, inside, "]", () => {
    reading.note(items, String(items.length), reading.at);
    const item = readFlowNode(reading, inside);
    if (item !== undefined) items.push(item);
    return item !== undefined;
  });
  return isWhole ? items : undefined;
}

function readFlowMapping(reading: Reading, inside: Surroundings): JsonValue | undefined {
  const object: JsonObjectDraft = {};
  const isWhole = readEntries(reading, inside, "}", () => {
    const from = reading.at;
    const key = isQuote(reading) ? readQuoted(reading, inside.column) : readFlowPlain(reading);
    if (key === undefined || key === "<<" || Object.hasOwn(object, key)) return false;
    if (toNextToken(reading, inside) !== ":") return false;
    reading.at++;
    reading.note(object, key, from);
    if (toNextToken(reading, inside) === undefined) return false;
    const value = readFlowNode(reading, inside);
    if (value !== undefined) setMember(object, key, value);
    return value !== undefined;
  });
  return isWhole ? object : undefined;
}

/** Reads what stands between commas, and stands behind the bracket; says no where an entry is not simple. */
function readEntries(
  reading: Reading,
  inside: Surroundings,
  bracket: string,
  readEntry: () => boolean,
): boolean {
  let next = toNextToken(reading, inside);
  while (next !== bracket) {
    if (next === undefined || !readEntry()) return false;
    next = toNextToken(reading, inside);
    if (next === bracket) break;
    if (next !== ",") return false;
    reading.at++;
    next = toNextToken(reading, inside);
  }
  reading.at++;
  return true;
}

function readFlowNode(reading: Reading, inside: Surroundings): JsonValue | undefined {
  const first = reading.text[reading.at];
  if (first === "[" || first === "{") return readFlow(reading, inside);
  if (isQuote(reading)) return readQuoted(reading, inside.column);
  const text = readFlowPlain(reading);
  return text === undefined ? undefined : resolvePlain(text);
}

/** A text without quotes, on one line. */
function readFlowPlain(reading: Reading): string | undefined {
  plain.lastIndex = reading.at;
  const text = plain.exec(reading.text)?.[0];
  if (text === undefined || !beginsPlain(text)) return undefined;
  reading.at += text.length;
  return trimSpaces(text);
}

const plain = /(?:[^\s,[\]{}:#]|:(?![\s,[\]{}])| +(?![\s#])|(?<! )#)+/y;

/** Goes over spaces, line breaks and comments; undefined where a line does not stand far enough in. */
function toNextToken(reading: Reading, { column }: Surroundings): string | undefined {
  const { text, at, end } = reading;
  const next = skipSpaces(text, at, end);
  const isComment = next > at && text[next] === "#";
  if (next < end && !isComment) {
    reading.at = next;
    return text[next];
  }
  toNextLine(reading);
  return columnOf(reading) > column ? text[reading.at] : undefined;
}
