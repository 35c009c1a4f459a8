import { withPartHeaders } from "@truespec/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GeneratedApi, generateApi } from "./generated-api.ts";

const file = { type: "string", format: "binary" };
const text = { type: "string" };
const meta = { $ref: "#/components/schemas/Meta" };
const send = (operationId: string, content: object) => ({
  post: { operationId, requestBody: { required: true, content }, responses: {} },
});
const located = { "Content-Location": { schema: text } };
const document = {
  openapi: "3.2.0",
  info: { title: "T", version: "1" },
  servers: [{ url: "https://x.test" }],
  paths: {
    "/page": send("sendPage", {
      "multipart/related; type=application/json": {
        schema: { type: "array", prefixItems: [meta, file], items: text, minItems: 1 },
        prefixEncoding: [{}, { contentType: "image/*, image/png" }],
        itemEncoding: { contentType: "text/html,text/css", headers: located },
      },
    }),
    "/ranges": send("sendRanges", {
      "multipart/byteranges": {
        itemSchema: file,
        itemEncoding: { contentType: "video/mp4", headers: { "Content-Range": { schema: text } } },
      },
    }),
    "/named": send("sendNamed", {
      "multipart/mixed": {
        schema: {
          type: "object",
          required: ["meta"],
          properties: { meta, file, notes: { items: text } },
        },
        encoding: { file: { contentType: "image/gif", style: "form" } },
      },
    }),
    "/records": send("sendRecords", {
      "multipart/mixed": { schema: { type: "array", items: meta } },
    }),
    "/any": send("sendAny", { "multipart/*": { schema: { type: "array", items: text } } }),
    "/form": send("sendForm", {
      "multipart/form-data": { schema: { type: "array", items: text }, itemEncoding: {} },
    }),
  },
  components: {
    schemas: { Meta: { type: "object", properties: { title: text, preview: file } } },
  },
};

let api: GeneratedApi;

beforeAll(async () => {
  api = await generateApi(document);
});
afterAll(() => api.remove());

const type = (mediaType: string) => ({ "content-type": mediaType });
const bytes = new Uint8Array([0, 13, 10, 255]);

test("parts in order, each in the media type of its place", async () => {
  const css = { "Content-Type": "text/css", "Content-Location": "/b.css" };
  const body = [{ title: "ü", preview: "AA==" }, bytes, "<p>", withPartHeaders("p {}", css)];
  const { contentType, parts } = await api.arrive("sendPage", body);
  expect(contentType).toMatch(/^multipart\/related; type=application\/json; boundary=[\w-]{1,70}$/);
  expect(parts).toEqual([
    { headers: type("application/json"), content: '{"title":"Ã¼","preview":"AA=="}' },
    { headers: type("image/png"), content: "\0\r\nÿ" },
    { headers: type("text/html"), content: "<p>" },
    { headers: { ...type("text/css"), "content-location": "/b.css" }, content: "p {}" },
  ]);
});

test("items that are described one by one", async () => {
  const range = withPartHeaders(new Blob([bytes]), { "Content-Range": "bytes 0-3/9" });
  const { contentType, parts } = await api.arrive("sendRanges", [range, new Blob(["a"])]);
  expect(contentType).toMatch(/^multipart\/byteranges; boundary=/);
  expect(parts).toEqual([
    { headers: { ...type("video/mp4"), "content-range": "bytes 0-3/9" }, content: "\0\r\nÿ" },
    { headers: type("video/mp4"), content: "a" },
  ]);
});

test("members of an object are parts with names", async () => {
  const body = { meta: { title: "a" }, file: new File(["b"], "b.gif"), notes: ["c", "d"] };
  const { contentType, parts } = await api.arrive("sendNamed", body);
  const named = (name: string) => ({ "content-disposition": `form-data; name=${name}` });
  expect(contentType).toMatch(/^multipart\/mixed; boundary=/);
  expect(parts).toEqual([
    { headers: { ...named('"meta"'), ...type("application/json") }, content: '{"title":"a"}' },
    { headers: { ...named('"file"; filename="b.gif"'), ...type("image/gif") }, content: "b" },
    { headers: { ...named('"notes"'), ...type("text/plain") }, content: "c" },
    { headers: { ...named('"notes"'), ...type("text/plain") }, content: "d" },
  ]);
});

test("a range is what the caller chooses, and a form may have an order", async () => {
  const parts = [{ headers: type("text/plain"), content: "a" }];
  const digest = await api.arrive("sendAny", ["a"], "multipart/digest");
  expect(digest).toEqual({ parts, contentType: expect.stringMatching(/^multipart\/digest; b/) });
  const disposition = { "Content-Disposition": 'form-data; name="b"' };
  const form = await api.arrive("sendForm", [withPartHeaders("a", disposition)]);
  expect(form.contentType).toMatch(/^multipart\/form-data; boundary=/);
  expect(form.parts[0]?.headers).toMatchObject({ "content-disposition": 'form-data; name="b"' });
});

test.each([
  { name: "sendRecords", body: [], message: "it has one at least" },
  { name: "sendNamed", body: new FormData(), message: "it has one at least" },
  { name: "sendForm", body: ["a"], message: "the part 0 has no name" },
  { name: "sendPage", body: [{}, {}], message: "the part 1 is not written as image/png" },
  { name: "sendRecords", body: [withPartHeaders({}, { a: "b\r\nc: d" })], message: "not valid" },
])("is refused before it is sent: $message", async ({ name, body, message }) => {
  const error = { code: "invalid-request", message: expect.stringContaining(message) };
  await expect(api.arrive(name, body)).rejects.toMatchObject(error);
});

test("what has no part of bytes has a validator: inside of JSON they are text", () => {
  expect(api.validators).toEqual([
    "validateMeta",
    "validateSendRecordsRequest",
    "validateSendAnyRequest",
    "validateSendFormRequest",
  ]);
});

const use = `
import type { Connection } from "@truespec/client";
import { sendNamed, sendPage, sendRanges, sendRecords } from "./client.js";
import { isSendRecordsRequest } from "./validators/index.js";

export async function send(connection: Connection, value: unknown): Promise<void> {
  const blob = new Blob([]);
  await sendPage(connection, { body: [{ preview: "AA==" }, blob, "a", "b"] });
  await sendRanges(connection, { body: [blob, blob] });
  await sendNamed(connection, { body: { meta: {}, file: blob, notes: ["a"] } });
  if (isSendRecordsRequest(value)) await sendRecords(connection, { body: value });
  // @ts-expect-error inside of JSON bytes are a text
  await sendPage(connection, { body: [{ preview: blob }] });
  // @ts-expect-error a part of bytes is a Blob
  await sendRanges(connection, { body: ["a"] });
  // @ts-expect-error only forms are given as one
  await sendNamed(connection, { body: new FormData() });
}
`;

test("all of it type-checks", () => {
  expect(api.check(use)).toEqual([]);
});
