import type { JsonValue } from "@truespec/json-schema/json";
import { readMapping } from "./block.ts";
import { closeLine, columnOf, type Note, startReading } from "./reading.ts";

/**
 * Reads a mapping in the YAML that nearly all descriptions are written in: block and flow collections,
 * texts of every style, comments, one document. Each key and each item is told to `note`.
 *
 * @returns undefined for what is not so simple, wrong or not: tags, anchors and aliases, merges, keys
 * that are repeated or longer than a line, tabs that indent, indentation given as a number, ...
 */
export function readSimpleYaml(text: string, note: Note): JsonValue | undefined {
  if (text.startsWith("\ufeff") || breaksOddly(text)) return undefined;
  const reading = startReading(text, note);
  if (reading.text.startsWith("---", reading.at) && columnOf(reading) === 0) {
    reading.at += 3;
    if (!closeLine(reading)) return undefined;
  }
  if (columnOf(reading) < 0) return undefined;
  const value = readMapping(reading, 0);
  return columnOf(reading) < 0 ? value : undefined;
}

/** Whether a carriage return stands alone. */
function breaksOddly(text: string): boolean {
  let at = text.indexOf("\r");
  while (at >= 0 && text[at + 1] === "\n") at = text.indexOf("\r", at + 2);
  return at >= 0;
}
