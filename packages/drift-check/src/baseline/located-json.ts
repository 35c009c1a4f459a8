import type { JsonValue } from "@truespec/json-schema";
import { isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { DriftCheckError } from "../error.ts";
import { messageOf } from "../read/json-exchange.ts";
import { parseJson } from "../read/json-text.ts";

/** A JSON text with the lines of its entries, for messages that name a line. */
export interface LocatedJson {
  readonly value: JsonValue;
  /** Line, from 1, of the entry of that index in `entries`. */
  readonly lineOfEntry: (index: number) => number;
}

/**
 * Parses the JSON text of a baseline or of its history.
 *
 * @throws DriftCheckError `baseline-invalid` that names the file and the line
 */
export function parseLocatedJson(text: string, source: string): LocatedJson {
  try {
    const value: JsonValue = JSON.parse(text.replace(/^\uFEFF/, ""));
    return { value, lineOfEntry: (index) => lineOfEntry(text, index) };
  } catch (cause) {
    const message = `${source}:${lineOfFault(text, cause)}: it is not JSON`;
    throw new DriftCheckError("baseline-invalid", message, { cause });
  }
}

/** By the engine's word, or where it has none the first line with which the text cannot go on as JSON. */
function lineOfFault(text: string, cause: unknown): number {
  const position = /at position (\d+)/.exec(messageOf(cause))?.[1];
  if (position !== undefined) return text.slice(0, Number(position)).split("\n").length;
  const lines = text.trimEnd().split("\n");
  let [first, last] = [1, lines.length];
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    const start = lines.slice(0, middle).join("\n");
    const isFaulty = start.trim() !== "" && parseJson(start).kind === "unreadable";
    [first, last] = isFaulty ? [first, middle] : [middle + 1, last];
  }
  return first;
}

/** YAML holds JSON, and its parser remembers places: read again only when there is something to tell. */
function lineOfEntry(text: string, index: number): number {
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter, uniqueKeys: false });
  const entries: unknown = isMap(contents) ? contents.get("entries", true) : undefined;
  const entry = isSeq<Node>(entries) ? entries.items[index] : undefined;
  return lineCounter.linePos(entry?.range?.[0] ?? 0).line;
}
