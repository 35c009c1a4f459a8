import { type Collected, problemItem } from "./collected.ts";
import { readExchangeRecord } from "./json-exchange.ts";
import { isBlank } from "./json-items.ts";
import { parseJsonBytes } from "./json-text.ts";
import { maxBodyBytes } from "./limits.ts";
import { type Line, splitLines } from "./lines.ts";

/** Reads newline-delimited exchanges one line at a time; empty lines are passed over. Ids are `name:line`. */
export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncIterable<Collected> {
  for await (const line of splitLines(chunks, maxBodyBytes)) {
    if (line.tooLong || !isBlank(line.bytes)) yield readLine(line, `${name}:${line.number}`);
  }
}

function readLine(line: Line, id: string): Collected {
  if (line.tooLong) return problemItem(id, "unreadable", "the line is too long to be read");
  const parsed = parseJsonBytes(line.bytes);
  if (parsed.kind === "value") return readExchangeRecord(parsed.value, id);
  return problemItem(id, parsed.kind, `the line is ${parsed.message}`);
}
