import { parseItem, splitLines } from "./lines.ts";

/** An event as a server sent it. */
export interface ServerSentEvent<Data = string> {
  readonly data: Data;
  /** Its type; absent for `message`. */
  readonly event?: string;
  /** Where to go on after a break: the last that was sent. */
  readonly id?: string;
  /** Milliseconds to wait before a new connection. */
  readonly retry?: number;
}

/**
 * The events of a stream, as browsers read them: an event without data is none, and neither is what the
 * end cuts off.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* readEvents(texts: AsyncIterable<string>): AsyncGenerator<ServerSentEvent> {
  let fields = new Map<string, string>();
  for await (const line of splitLines(texts)) {
    if (line === "") {
      const event = eventOf(fields);
      // An id is for all events after it, and a time to wait may come without one.
      const kept = event === undefined ? ["id", "retry"] : ["id"];
      fields = new Map([...fields].filter(([name]) => kept.includes(name)));
      if (event !== undefined) {
        yield event;
      }
    } else {
      addField(fields, line);
    }
  }
}

/** The events of a stream, the data of each parsed as JSON. The word `[DONE]` ends the stream for good: then it returns true. */
export async function* readJsonEvents(
  texts: AsyncIterable<string>,
): AsyncGenerator<ServerSentEvent<unknown>, boolean> {
  for await (const event of readEvents(texts)) {
    if (event.data === "[DONE]") {
      return true;
    }
    yield { ...event, data: parseItem(event.data) };
  }
  return false;
}

/** The data of a stream's events, each parsed as JSON. The word `[DONE]` ends the stream. */
export async function* readEventData(texts: AsyncIterable<string>): AsyncGenerator<unknown> {
  for await (const { data } of readJsonEvents(texts)) {
    yield data;
  }
}

function addField(fields: Map<string, string>, line: string): void {
  const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
  if (name === "data") {
    const before = fields.get("data");
    fields.set("data", before === undefined ? value : `${before}\n${value}`);
  } else if (name === "id" ? !value.includes("\0") : /^\d+$/.test(value) || name === "event") {
    fields.set(name, value);
  }
}

function eventOf(fields: ReadonlyMap<string, string>): ServerSentEvent | undefined {
  const [data, event, id, retry] = ["data", "event", "id", "retry"].map((name) => fields.get(name));
  if (data === undefined || data === "") {
    return undefined;
  }
  return {
    data,
    ...(event === undefined || event === "" ? {} : { event }),
    ...(id === undefined ? {} : { id }),
    ...(retry === undefined ? {} : { retry: Number(retry) }),
  };
}
