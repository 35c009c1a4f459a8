import { parseItem, splitLines } from "./lines.ts";

/** Documents of JSON, one a line (JSON Lines, NDJSON), with or without the record separator of RFC 7464; empty lines are none. */
export async function* readJsonLines(texts: AsyncIterable<string>): AsyncGenerator<unknown> {
  for await (const line of splitLines(texts)) {
    const text = line.startsWith("\u001E") ? line.slice(1) : line;
    if (text.trim() !== "") {
      yield parseItem(text);
    }
  }
}
