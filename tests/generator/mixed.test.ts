import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Connection, type Result, withPartHeaders } from "@truespec/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadParts } from "../harness/load-parts.ts";
import { serve } from "../harness/serve.ts";
import { type Generated, generateInto } from "./generate-into.ts";
import { type Arrived, readParts } from "./read-parts.ts";
import { typeCheck } from "./type-check.ts";

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

let generated: Generated;
let client: Readonly<Record<string, unknown>>;
let validators: object;

beforeAll(async () => {
  generated = await generateInto(await loadParts(document), {
    emit: ["types", "client", "validators"],
  });
  client = await import(join(generated.folder, "client.ts"));
  validators = await import(join(generated.folder, "validators/index.js"));
});
afterAll(() => rmSync(generated.folder, { recursive: true }));

/** Calls an operation by its name; gives what arrived at a server. */
async function arrive(name: string, body: unknown, contentType?: string): Promise<Arrived> {
  const baseUrl = await serve(readParts);
  const { createConnection } = client as { createConnection: (options: object) => Connection };
  const call = client[name] as (connection: Connection, input: object) => Promise<Result>;
  const result = await call(createConnection({ baseUrl, retry: false }), { body, contentType });
  if (!result.ok) throw new Error(`${result.status}`);
  // As the server above answers.
  return result.data as Arrived;
}

const type = (mediaType: string) => ({ "content-type": mediaType });
const bytes = new Uint8Array([0, 13, 10, 255]);

test("parts in order, each in the media type of its place", async () => {
  const css = { "Content-Type": "text/css", "Content-Location": "/b.css" };
  const body = [{ title: "ü", preview: "AA==" }, bytes, "<p>", withPartHeaders("p {}", css)];
  const { contentType, parts } = await arrive("sendPage", body);
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
  const { contentType, parts } = await arrive("sendRanges", [range, new Blob(["a"])]);
  expect(contentType).toMatch(/^multipart\/byteranges; boundary=/);
  expect(parts).toEqual([
    { headers: { ...type("video/mp4"), "content-range": "bytes 0-3/9" }, content: "\0\r\nÿ" },
    { headers: type("video/mp4"), content: "a" },
  ]);
});

test("members of an object are parts with names", async () => {
  const body = { meta: { title: "a" }, file: new File(["b"], "b.gif"), notes: ["c", "d"] };
  const { contentType, parts } = await arrive("sendNamed", body);
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
  const digest = await arrive("sendAny", ["a"], "multipart/digest");
  expect(digest).toEqual({ parts, contentType: expect.stringMatching(/^multipart\/digest; b/) });
  const disposition = { "Content-Disposition": 'form-data; name="b"' };
  const form = await arrive("sendForm", [withPartHeaders("a", disposition)]);
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
  await expect(arrive(name, body)).rejects.toMatchObject(error);
});

test("what has no part of bytes has a validator: inside of JSON they are text", () => {
  const names = Object.keys(validators).filter((name) => name.startsWith("validate"));
  expect(names).toEqual([
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
  const path = join(generated.folder, "use.ts");
  writeFileSync(path, use);
  expect(typeCheck([path])).toEqual([]);
});
