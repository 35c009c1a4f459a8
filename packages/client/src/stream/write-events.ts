import type { PreparedBody } from "../request/body.ts";
import { isRecord, textOfScalar } from "../request/encode.ts";
import { InvalidInput } from "../request/invalid-input.ts";
import { printJson, writeItems } from "./write-items.ts";

/**
 * Server-sent events whose data are texts: from an array, or from an iterable, which is streamed. Text and bytes are
 * sent as they are.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function eventsBody(value: unknown, mediaType: string): PreparedBody {
  return writeItems({ value, mediaType, print: (item) => printEvent(item, textOfScalar) });
}

/** Server-sent events, the data of each as JSON: see {@link eventsBody}. */
export function jsonEventsBody(value: unknown, mediaType: string): PreparedBody {
  return writeItems({ value, mediaType, print: (item) => printEvent(item, printJson) });
}

/** Server-sent events that each hold an item as JSON, and nothing else: see {@link eventsBody}. */
export function eventDataBody(value: unknown, mediaType: string): PreparedBody {
  return writeItems({ value, mediaType, print: (data) => printEvent({ data }, printJson) });
}

/** Data of several lines is as many fields; in no other field is there room for a line's end. */
function printEvent(item: unknown, printData: (data: unknown) => string): string {
  if (!isRecord(item) || item["data"] === undefined) {
    throw new InvalidInput("an event is an object with data");
  }
  const fields = ["event", "id", "retry"].flatMap((name): [string, string][] => {
    const value = item[name];
    return value === undefined ? [] : [[name, textOfScalar(value)]];
  });
  if (fields.some(([, text]) => /[\r\n]/.test(text))) {
    throw new InvalidInput("the type or the id of an event holds the end of a line");
  }
  const lines = printData(item["data"]).split(/\r\n|\r|\n/);
  const pairs = [...fields, ...lines.map((line) => ["data", line] as const)];
  return `${pairs.map((pair) => `${pair.join(": ")}\n`).join("")}\n`;
}
