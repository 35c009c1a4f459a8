import type { JsonValue } from "@truespec/json-schema/json";

/** Hears where a member's key, or an item, stands. */
export type Note = (container: JsonValue, key: string, offset: number) => void;

/** A YAML text that is being read line by line. */
export interface Reading {
  readonly text: string;
  readonly note: Note;
  /** The next character to read; at the end of the text its length. */
  at: number;
  /** Where the line of {@link Reading.at} begins, and where it ends: before its line break. */
  start: number;
  end: number;
  /** Blank lines that the last step to a line passed over. */
  blanks: number;
  /** Whether a comment stands before what is read next: it ends a text of several lines. */
  commented: boolean;
}

/** Stands at the first line that says something. */
export function startReading(text: string, note: Note): Reading {
  const reading = { text, note, at: 0, start: 0, end: -1, blanks: 0, commented: false };
  toNextLine(reading);
  return reading;
}

/** Characters between the beginning of the line and what is read next; none follow the text's end. */
export function columnOf({ text, at, start }: Reading): number {
  return at === text.length ? -1 : at - start;
}

/** Goes to the next line that says something: over blank ones and comments. */
export function toNextLine(reading: Reading): void {
  const { text } = reading;
  reading.blanks = 0;
  reading.commented = false;
  for (;;) {
    toLineBelow(reading);
    reading.at = skipSpaces(text, reading.start, reading.end);
    if (reading.start === text.length) return;
    if (reading.at === reading.end) reading.blanks++;
    else if (text.charCodeAt(reading.at) === hash) reading.commented = true;
    else return;
  }
}

/** Goes to the line below, whatever stands there; after the last one to the end of the text. */
export function toLineBelow(reading: Reading): void {
  const { text } = reading;
  const from = reading.end < 0 ? 0 : breakEnd(text, reading.end);
  const feed = text.indexOf("\n", from);
  const end = feed < 0 ? text.length : feed;
  reading.start = from;
  reading.end = end > from && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
}

/**
 * Goes to the next line when nothing but a comment is left of this one; otherwise says no, for then
 * what was read was not all of it.
 */
export function closeLine(reading: Reading): boolean {
  const { text, at, end } = reading;
  const rest = skipSpaces(text, at, end);
  const isComment = rest > at && rest < end && text.charCodeAt(rest) === hash;
  if (rest < end && !isComment) return false;
  toNextLine(reading);
  if (isComment) reading.commented = true;
  return true;
}

/** The offset of the first character from `at` that is no space, or `end`. */
export function skipSpaces(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && text.charCodeAt(to) === space) to++;
  return to;
}

/** A text without the spaces that end it; other blank characters belong to it. */
export function trimSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === space) end--;
  return text.slice(0, end);
}

function breakEnd(text: string, end: number): number {
  if (end === text.length) return end;
  return end + (text.charCodeAt(end) === carriageReturn ? 2 : 1);
}

const carriageReturn = 0x0d;
const space = 0x20;
const hash = 0x23;
