/** A server-sent event with the fields that it has; `retry` in milliseconds. */
export interface SentEvent {
  readonly data: string;
  readonly event?: string;
  readonly id?: string;
  readonly retry?: number;
}

/**
 * The events of a recorded stream. One without data is none. The last counts also where the recording ends
 * before its empty line.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function parseEvents(text: string): readonly SentEvent[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const events: SentEvent[] = [];
  let fields = new Map<string, string>();
  for (const line of [...lines, ""]) {
    if (line !== "") addField(fields, line);
    else {
      const event = eventOf(fields);
      if (event !== undefined) events.push(event);
      fields = new Map();
    }
  }
  return events;
}

function addField(fields: Map<string, string>, line: string): void {
  const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
  const known = name === "data" ? fields.get(name) : undefined;
  fields.set(name, known === undefined ? value : `${known}\n${value}`);
}

function eventOf(fields: ReadonlyMap<string, string>): SentEvent | undefined {
  const [data, event, id, retry] = ["data", "event", "id", "retry"].map((name) => fields.get(name));
  if (data === undefined || data === "") return undefined;
  return {
    data,
    ...(event === undefined ? {} : { event }),
    ...(id === undefined ? {} : { id }),
    ...(retry !== undefined && /^\d+$/.test(retry) ? { retry: Number(retry) } : {}),
  };
}
