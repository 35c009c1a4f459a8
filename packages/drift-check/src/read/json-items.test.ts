import fc from "fast-check";
import { expect, test } from "vitest";
import { splitItems } from "./json-items.ts";

async function* cut(text: string, size: number): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
  }
}

async function split(text: string, size = 7, limit = 1_000_000): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const item of splitItems(cut(text, size), ["log", "entries"], limit)) {
    if (item.kind === "gap") found.push("gap");
    else if (item.kind === "end") found.push(`${item.isFound} ${item.isWhole}`);
    else found.push(item.tooLong ? "too long" : new TextDecoder().decode(item.bytes).trim());
  }
  return found;
}

test.each<[string, string, readonly string[]]>([
  ["items", '{"log":{"entries":[1, "a,]" ,{"b":[2]}]}}', ["1", '"a,]"', '{"b":[2]}', "true true"]],
  ["none", '{"log":{"entries":[ ]}}', ["true true"]],
  ["nothing between commas", '{"log":{"entries":[1,, 2]}}', ["1", "gap", "2", "true true"]],
  ["nothing before a comma", '{"log":{"entries":[ ,1]}}', ["gap", "1", "true true"]],
  ["nothing behind the last comma", '{"log":{"entries":[1,\n]}}', ["1", "gap", "true true"]],
  ["two arrays", '{"log":{"entries":[1,2],"entries":[]}}', ["1", "2", "true true"]],
  ["a name written otherwise", '{"l\\u006fg":{"entries":[1]}}', ["1", "true true"]],
  [
    "names before and after",
    '{"a":{"entries":[0]},"log":{"x":[[0]],"entries":[1]},"b":[0]}',
    ["1", "true true"],
  ],
  [
    "names further down",
    '{"x":{"log":{"entries":[0]}},"log":{"x":{"entries":[0]}}}',
    ["false true"],
  ],
  ["no array", '{"log":{"entries":{"a":[0]}}}', ["false true"]],
  ["a text that is the name", '["log",{"entries":[0]}]', ["false true"]],
  ["one that stops in an item", '{"log":{"entries":[1,{"a":', ["1", "true false"]],
  ["one that stops behind", '{"log":{"entries":[1]', ["1", "true false"]],
  ["nothing", "", ["false false"]],
  ["no JSON", "hello", ["false false"]],
  ["more ends than beginnings", '}}]]{"log":{"entries":[1]}}', ["false false"]],
])("%s", async (_name, text, want) => {
  for (const size of [1, 3, 1_000]) expect(await split(text, size)).toEqual(want);
});

test("an item beyond the limit is told, and the next one read", async () => {
  const text = JSON.stringify({ log: { entries: ["x".repeat(50), 1] } });
  expect(await split(text, 7, 40)).toEqual(["too long", "1", "true true"]);
});

test("any items, cut anywhere", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.jsonValue(),
      fc.integer({ min: 1, max: 40 }),
      async (items, other, size) => {
        const text = JSON.stringify({
          other,
          log: { version: other, entries: items, last: other },
        });
        const want = items.map((item) => JSON.stringify(item));
        expect(await split(text, size)).toEqual([...want, "true true"]);
      },
    ),
    { numRuns: 200 },
  );
});
