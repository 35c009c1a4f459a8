import { expect, test } from "vitest";
import { readEventData, readEvents, readJsonEvents } from "./events.ts";
import { readJsonLines } from "./json-lines.ts";

/** The text in pieces of so many characters. */
async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const sizes = [1, 2, 3, 7, 1_000];

/** The first four are the examples of the HTML standard, section 9.2.6. */
test.each([
  {
    text: "data: YHOO\ndata: +2\ndata: 10\n\n",
    want: [{ data: "YHOO\n+2\n10" }],
  },
  {
    text: ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n",
    want: [
      { data: "first event", id: "1" },
      { data: "second event", id: "" },
    ],
  },
  { text: "data\n\ndata\ndata\n\ndata:", want: [{ data: "\n" }] },
  { text: "data:test\n\ndata: test\n\n", want: [{ data: "test" }, { data: "test" }] },
  {
    text: "event: add\r\ndata: 1\r\nretry: 10\r\n\r\nretry: soon\rdata: 2\r\r",
    want: [{ data: "1", event: "add", retry: 10 }, { data: "2" }],
  },
  {
    text: "id: 1\ndata: a\n\nid: 2\0\ndata: b: c\n\n",
    want: [
      { data: "a", id: "1" },
      { data: "b: c", id: "1" },
    ],
  },
  { text: "__proto__: 1\nother: 2\ndata: a\n\n", want: [{ data: "a" }] },
])("the events of $text", async ({ text, want }) => {
  for (const size of sizes) expect(await collect(readEvents(cut(text, size)))).toEqual(want);
});

const json = 'event: a\ndata: {"n":1}\n\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n';

test("events whose data is JSON, up to the word that ends them", async () => {
  expect(await collect(readJsonEvents(cut(json, 5)))).toEqual([
    { event: "a", data: { n: 1 } },
    { data: 2 },
  ]);
  expect(await collect(readEventData(cut(json, 5)))).toEqual([{ n: 1 }, 2]);
});

test.each([
  { text: '{"a":1}\n\n[2]\r\n3', want: [{ a: 1 }, [2], 3] },
  { text: '\u001E{"a":1}\n\u001E"\u2028"\n', want: [{ a: 1 }, "\u2028"] },
  { text: "", want: [] },
])("the lines of $text", async ({ text, want }) => {
  for (const size of sizes) expect(await collect(readJsonLines(cut(text, size)))).toEqual(want);
});

test("what is no JSON is told without being quoted", async () => {
  await expect(collect(readJsonLines(cut("1\nsecret\n", 3)))).rejects.toThrow(
    /^an item of the stream is not JSON$/,
  );
});
