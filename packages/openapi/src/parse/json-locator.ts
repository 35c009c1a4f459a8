import { splitPointer } from "@truespec/json-schema/json-pointer";

/** A member or an item; its end is known once it was passed over. */
type Member = Omit<JsonEntry, "end">;

const quote = 0x22;
const scalarEnd = /[,}\]\s]/g;

/**
 * Finds where a node stands in a JSON text, or its nearest ancestor that is written: the offset of
 * its key, or of the item in an array.
 *
 * The text is read at the first question, one container at a time, each container once, and only as
 * far as what is asked for. Where keys are repeated, containers are read to their end: the last of
 * them is the one that counts. `text` must be valid JSON.
 */
export function createJsonLocator(text: string, repetitions: number): (pointer: string) => number {
  const containers = new Map<number, (key: string) => Member | undefined>();
  const findIn = (offset: number): ((key: string) => Member | undefined) => {
    const find = containers.get(offset) ?? createMemberFinder(text, offset, repetitions);
    containers.set(offset, find);
    return find;
  };
  return (pointer) => {
    let value = skipBlank(text, 0);
    let shown = value;
    for (const key of splitPointer(pointer)) {
      const member = findIn(value)(key);
      if (member === undefined) break;
      ({ value, shown } = member);
    }
    return shown;
  };
}

function createMemberFinder(
  text: string,
  offset: number,
  repetitions: number,
): (key: string) => Member | undefined {
  const known = new Map<string, Member>();
  const unread = readMembers(text, offset);
  return (key) => {
    while (repetitions > 0 || !known.has(key)) {
      const next = unread.next();
      if (next.done === true) break;
      known.set(next.value.key, next.value);
    }
    return known.get(key);
  };
}

/** A member or an item as it stands in a JSON text; `end` is the offset behind its value. */
export interface JsonEntry {
  readonly key: string;
  /** The offset of the key, or of the item. */
  readonly shown: number;
  readonly value: number;
  readonly end: number;
}

/** The keys that stand more than once in one object, with the offset of each repetition. */
export function findRepeatedKeys(
  text: string,
): { readonly key: string; readonly offset: number }[] {
  const repeated: { key: string; offset: number }[] = [];
  const open: (Set<string> | undefined)[] = [];
  for (let at = skipBlank(text, 0); at < text.length; at++) {
    const character = text[at];
    if (character === "{") open.push(new Set());
    else if (character === "[") open.push(undefined);
    else if (character === "}" || character === "]") open.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys !== undefined && text[skipBlank(text, end)] === ":") {
        const key = decode(text, at, end);
        if (keys.has(key)) repeated.push({ key, offset: at });
        keys.add(key);
      }
      at = end - 1;
    }
  }
  return repeated;
}

/** How many keys a JSON text writes, repetitions included. */
export function countWrittenKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; ) {
    const end = endOfString(text, at);
    if (text[skipBlank(text, end)] === ":") count++;
    at = text.indexOf('"', end);
  }
  return count;
}

/** The members or items of the container at an offset of a valid JSON text; a scalar has none. */
export function readJsonEntries(text: string, offset: number): readonly JsonEntry[] {
  return Array.from(readMembers(text, offset), (member) => ({
    ...member,
    end: skipJsonValue(text, member.value),
  }));
}

/** Reads one member at a time, and passes over its value only when the next one is asked for. */
function* readMembers(text: string, offset: number): Generator<Member, undefined> {
  const opening = text[offset];
  if (opening !== "{" && opening !== "[") return;
  let at = skipBlank(text, offset + 1);
  for (let index = 0; at < text.length && text[at] !== "}" && text[at] !== "]"; index++) {
    const shown = at;
    let key = String(index);
    if (opening === "{") {
      const end = endOfString(text, at);
      key = decode(text, at, end);
      at = skipBlank(text, skipBlank(text, end) + 1);
    }
    yield { key, shown, value: at };
    at = skipBlank(text, skipJsonValue(text, at));
    if (text[at] === ",") at = skipBlank(text, at + 1);
  }
}

/** The offset behind the value that begins at an offset of a valid JSON text. */
export function skipJsonValue(text: string, offset: number): number {
  let depth = 0;
  for (let at = offset; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at) - 1;
    // `[` and `{` differ in one bit, and so do `]` and `}`
    else if ((code | 0x20) === 0x7b) depth++;
    else if ((code | 0x20) === 0x7d) depth--;
    else if (depth === 0) return endOfScalar(text, at);
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function endOfScalar(text: string, at: number): number {
  scalarEnd.lastIndex = at;
  return scalarEnd.test(text) ? scalarEnd.lastIndex - 1 : text.length;
}

function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function decode(text: string, at: number, end: number): string {
  const raw = text.slice(at + 1, end - 1);
  return raw.includes("\\") ? String(JSON.parse(`"${raw}"`)) : raw;
}

/** The first offset from `at` on that is no white space of JSON. */
export function skipBlank(text: string, at: number): number {
  let end = at;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}

/** @see https://www.rfc-editor.org/rfc/rfc8259#section-2 */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
