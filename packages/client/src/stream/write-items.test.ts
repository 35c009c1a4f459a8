import { expect, test } from "vitest";
import type { PreparedBody, WriteBody } from "../request/body.ts";
import { InvalidInput } from "../request/invalid-input.ts";
import { eventDataBody, eventsBody, jsonEventsBody } from "./write-events.ts";
import { linesBody } from "./write-json-lines.ts";

const lines = "application/x-ndjson";
const events = "text/event-stream";
const moon = { data: { a: "b\nc" }, event: "moon", id: "1", retry: 5 };

test.each<{ write: WriteBody; mediaType: string; items: readonly unknown[]; want: string }>([
  {
    write: linesBody,
    mediaType: lines,
    items: [{ a: "b\n" }, null, "c"],
    want: '{"a":"b\\n"}\nnull\n"c"\n',
  },
  { write: linesBody, mediaType: lines, items: [], want: "" },
  {
    write: linesBody,
    mediaType: "application/geo+json-seq",
    items: [1, 2],
    want: "\u001E1\n\u001E2\n",
  },
  {
    write: eventsBody,
    mediaType: events,
    items: [{ data: "a\nb\r\nc\rd" }, { data: "", id: "" }],
    want: "data: a\ndata: b\ndata: c\ndata: d\n\nid: \ndata: \n\n",
  },
  {
    write: jsonEventsBody,
    mediaType: events,
    items: [moon],
    want: 'event: moon\nid: 1\nretry: 5\ndata: {"a":"b\\nc"}\n\n',
  },
  {
    write: eventDataBody,
    mediaType: events,
    items: [moon.data, 1],
    want: 'data: {"a":"b\\nc"}\n\ndata: 1\n\n',
  },
])("$items in $mediaType", async ({ write, mediaType, items, want }) => {
  expect(write(items, mediaType)).toEqual({ body: want, contentType: mediaType });
  const given: readonly unknown[] = [new Set(items), items.values(), laterOf(items)];
  for (const one of given) {
    const { body, abandon: _, ...rest } = write(one, mediaType);
    expect(rest).toEqual({ contentType: mediaType, duplex: "half" });
    expect(await textOf(body)).toBe(want);
  }
});

test("text and bytes are such a body already", async () => {
  const given = [
    "a\n",
    new Blob(["a\n"]),
    new TextEncoder().encode("a\n"),
    new Blob(["a\n"]).stream(),
  ];
  for (const value of given) expect(await textOf(linesBody(value, lines).body)).toBe("a\n");
});

test.each<{ write: WriteBody; value: unknown }>([
  { write: linesBody, value: { a: 1 } },
  { write: linesBody, value: null },
  { write: linesBody, value: [undefined] },
  { write: eventsBody, value: ["text"] },
  { write: eventsBody, value: [{ data: undefined }] },
  { write: eventsBody, value: [{ data: "a", id: "b\ndata: c" }] },
  { write: eventsBody, value: [{ data: "a", event: "b\rid: c" }] },
])("$value is refused", ({ write, value }) => {
  expect(() => write(value, lines)).toThrow(InvalidInput);
});

test("items are taken as they are asked for, and their source ends with the stream", async () => {
  const taken: (number | "end")[] = [];
  async function* count() {
    try {
      for (let item = 1; ; item += 1) {
        taken.push(item);
        yield item;
      }
    } finally {
      taken.push("end");
    }
  }
  const { body } = linesBody(count(), lines);
  if (!(body instanceof ReadableStream)) throw new Error("no stream");
  const reader = body.getReader();
  expect(taken).toEqual([]);
  await reader.read();
  await reader.read();
  expect(taken).toEqual([1, 2]);
  await reader.cancel();
  expect(taken).toEqual([1, 2, "end"]);
  const broken = linesBody(laterOf([1, undefined, 3]), lines);
  await expect(textOf(broken.body)).rejects.toThrow(InvalidInput);
});

async function* laterOf(items: readonly unknown[]): AsyncGenerator<unknown> {
  for (const item of items) yield await Promise.resolve(item);
}

function textOf(body: PreparedBody["body"]): Promise<string> {
  return new Response(body).text();
}
