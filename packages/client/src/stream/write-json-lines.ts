import type { PreparedBody } from "../request/body.ts";
import { printJson, writeItems } from "./write-items.ts";

/**
 * A document of JSON a line (JSON Lines, NDJSON), each after a record separator where the media type asks for that
 * (RFC 7464): from an array, or from an iterable, which is streamed. Text and bytes are sent as they are.
 */
export function linesBody(value: unknown, mediaType: string): PreparedBody {
  const lead = /json-seq/i.test(mediaType) ? "\u001E" : "";
  return writeItems({ value, mediaType, print: (item) => `${lead}${printJson(item)}\n` });
}
