import type { JsonValue } from "@truespec/json-schema";
import { isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { DriftCheckError } from "../error.ts";
import { messageOf } from "../read/json-exchange.ts";

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
    return { value: JSON.parse(text), lineOfEntry: (index) => lineOfEntry(text, index) };
  } catch (cause) {
    const message = `${source}:${lineOfFault(text, cause)}: it is not JSON`;
    throw new DriftCheckError("baseline-invalid", message, { cause });
  }
}

function lineOfFault(text: string, cause: unknown): number {
  const position = /at position (\d+)/.exec(messageOf(cause))?.[1];
  const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
  return before.split("\n").length;
}

/** YAML holds JSON, and its parser remembers places: read again only when there is something to tell. */
function lineOfEntry(text: string, index: number): number {
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter, uniqueKeys: false });
  const entries: unknown = isMap(contents) ? contents.get("entries", true) : undefined;
  const entry = isSeq<Node>(entries) ? entries.items[index] : undefined;
  return lineCounter.linePos(entry?.range?.[0] ?? 0).line;
}
