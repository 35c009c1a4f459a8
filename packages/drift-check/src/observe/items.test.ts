import type { JsonObject } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { type Answer, answers, documentOf, textAnswers } from "../../test/api.ts";
import { brief, check } from "../../test/check.ts";
import { mergeMembers } from "../propose/merge-members.ts";

const book = { type: "object", required: ["title"], properties: { title: { type: "string" } } };
const ref = { $ref: "#/components/schemas/Book" };

/** `GET /things` with items of this media type. */
function withItems(mediaType: string, media: JsonObject): JsonObject {
  const content = { [mediaType]: media };
  const responses = { 200: { content } };
  const document = documentOf({}, { schemas: { Book: book }, version: "3.2.0" });
  return mergeMembers(document, { paths: { "/things": { get: { responses } } } });
}

const found = ["missing-required /*/title 1 of 2", "undocumented-field /*/titel 1 of 2"];
const lines = '{"title":"a"}\r\n\n{"titel":"b"}\n';

test.each<{ name: string; media: JsonObject; mediaType?: string; text?: string }>([
  { name: "lines, and the schema of an item", media: { itemSchema: ref } },
  { name: "lines, and a schema that is one of an item", media: { schema: ref } },
  { name: "lines, and the schema of all", media: { schema: { type: "array", items: ref } } },
  {
    name: "record separators",
    media: { itemSchema: ref },
    mediaType: "application/json-seq",
    text: '\u001e{"title":"a"}\n\u001e{\n"titel":"b"}\n',
  },
])("items are looked at one by one: $name", async ({ media, mediaType, text = lines }) => {
  const type = mediaType ?? "application/x-ndjson";
  const outcome = await outcomeOf(withItems(type, media), text, { mediaType: type });
  expect(outcome).toEqual(found);
});

const events =
  'event: book\ndata: {"title":"a"}\n\n: alive\n\ndata: {"titel":\ndata: "b"}\nid: 7\n\ndata: [DONE]\n\n';
const below = found.map((one) => one.replace("/*/", "/*/data/"));
const data = { type: "object", required: ["data"] };

test.each<{ name: string; media: JsonObject; want: readonly string[] }>([
  { name: "their data alone", media: { schema: ref }, want: found },
  {
    name: "as they are sent, their data JSON",
    media: { itemSchema: { ...data, properties: { data: ref, event: {}, id: {} } } },
    want: below,
  },
  {
    name: "as they are sent, their data a text",
    media: {
      itemSchema: { ...data, properties: { data: { type: "string" }, id: { type: "integer" } } },
    },
    want: ["type-mismatch /*/id 1 of 1", "undocumented-field /*/event 1 of 2"],
  },
  {
    name: "as they are sent, their data a text that is JSON",
    media: {
      itemSchema: {
        ...data,
        properties: {
          data: { type: "string", contentMediaType: "application/json", contentSchema: ref },
          ...{ event: {}, id: {} },
        },
      },
    },
    want: below,
  },
  { name: "nothing of them", media: { schema: { type: "string" } }, want: [] },
  {
    name: "one of several, by its event",
    media: {
      itemSchema: {
        ...data,
        oneOf: [
          { properties: { event: { const: "book" }, data: ref }, required: ["event"] },
          { properties: { event: { const: "end" }, data: { type: "null" } }, required: ["event"] },
          { properties: { id: {}, retry: {}, comment: {}, data: ref }, required: ["id"] },
        ],
      },
    },
    want: below,
  },
])("events are looked at one by one: $name", async ({ media, want }) => {
  const mediaType = "text/event-stream";
  const outcome = await outcomeOf(withItems(mediaType, media), events, { mediaType });
  expect(outcome).toEqual(want);
});

test.each([
  { mediaType: "application/x-ndjson", text: '{"title":"a"}\n{"ti', want: ["truncated"] },
  { mediaType: "application/x-ndjson", text: '{"title":"a"}\nnot JSON\n', want: ["unreadable"] },
  {
    mediaType: "text/event-stream",
    text: 'data: {"title":"a"}\n\ndata: {"ti',
    want: ["truncated"],
  },
  { mediaType: "text/event-stream", text: 'data: {"title":"a"}', want: [] },
])("what cannot be read of items is told: $text", async ({ mediaType, text, want }) => {
  const outcome = await outcomeOf(withItems(mediaType, { itemSchema: ref }), text, { mediaType });
  expect(outcome).toEqual(want);
});

test("items that were recorded as JSON", async () => {
  const mediaType = "application/jsonl";
  const document = withItems(mediaType, { itemSchema: ref });
  const { findings } = await check(
    document,
    answers([[{ title: "a" }, { titel: 1 }]], { mediaType }),
  );
  expect(findings.map(brief)).toEqual(found);
});

test("a text that is no JSON where that is due", async () => {
  const text = { type: "string", contentMediaType: "application/json", contentSchema: book };
  const document = documentOf({ type: "object", properties: { book: text } });
  const { findings } = await check(document, answers([{ book: "[]" }, { book: "none" }]));
  expect(findings.map(brief)).toEqual(["type-mismatch /book 2 of 2"]);
});

test("a text that holds a text like it, and so on", async () => {
  const ring = { $ref: "#/components/schemas/Ring" };
  const Ring = { type: "string", contentMediaType: "application/json", contentSchema: ring };
  const document = documentOf(ring, { schemas: { Ring } });
  const { findings } = await check(document, answers(["none", '"[]"']));
  expect(findings.map(brief)).toEqual(["type-mismatch  1 of 2"]);
});

async function outcomeOf(document: JsonObject, text: string, answer: Answer) {
  const { findings, profile } = await check(document, textAnswers([text], answer));
  return [...findings.map(brief), ...profile.problems.map(({ kind }) => kind)];
}
