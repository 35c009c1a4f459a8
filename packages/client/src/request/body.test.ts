import { expect, test } from "vitest";
import {
  anyBody,
  binaryBody,
  type EncodedBody,
  jsonBody,
  type PreparedBody,
  textBody,
  type WriteBody,
  writeBody,
} from "./body.ts";
import { formBody } from "./form.ts";
import { InvalidInput } from "./invalid-input.ts";
import { multipartBody } from "./multipart.ts";

const bytes = new Uint8Array([0, 255]);
const form = "application/x-www-form-urlencoded";

test.each([
  { mediaType: "application/json", body: { a: [1] }, want: '{"a":[1]}' },
  { mediaType: "application/json", body: null, want: "null" },
  { mediaType: "application/json", body: "", want: '""' },
  { mediaType: "application/vnd.x+json; v=1", body: 0, want: "0" },
  { mediaType: form, body: { a: "b c&d", e: [1, 2] }, want: "a=b+c%26d&e=1&e=2" },
  { mediaType: form, body: { a: { b: "c d" } }, want: "a=%7B%22b%22%3A%22c+d%22%7D" },
  {
    mediaType: form,
    body: { a: [{ b: 1 }, { b: 2 }] },
    want: "a=%7B%22b%22%3A1%7D&a=%7B%22b%22%3A2%7D",
  },
  { mediaType: form, body: "a=b+c", want: "a=b+c" },
  { mediaType: form, body: { a: undefined, b: null, c: false }, want: "c=false" },
  { mediaType: form, body: JSON.parse('{"__proto__": "1"}'), want: "__proto__=1" },
  { mediaType: "text/csv", body: "a,b\n", want: "a,b\n" },
  { mediaType: "application/octet-stream", body: "text", want: "text" },
])("$body in $mediaType", ({ mediaType, body, want }) => {
  expect(write(mediaType, body)).toEqual({ body: want, contentType: mediaType });
});

test.each([
  { name: "the first media type", input: {}, contentType: "text/plain" },
  { name: "the chosen one", input: { contentType: "text/csv" }, contentType: "text/csv" },
])("without a choice, or with one: $name", ({ input, contentType }) => {
  const content = { "text/plain": textBody, "text/csv": textBody };
  expect(writeBody({ write: writeBody, content }, { body: "x", ...input })).toEqual({
    body: "x",
    contentType,
  });
});

test("nothing given, no body", () => {
  const content = { "application/json": jsonBody };
  expect(writeBody({ write: writeBody, content }, {})).toBeUndefined();
});

test("a media type in a described range", () => {
  const content = { "application/json": jsonBody, "image/*": binaryBody };
  const input = { body: "x", contentType: "image/png" };
  expect(writeBody({ write: writeBody, content }, input)).toEqual({
    body: "x",
    contentType: "image/png",
  });
});

test.each([
  { name: "a Uint8Array", value: bytes },
  { name: "an ArrayBuffer", value: bytes.buffer },
  { name: "a Blob", value: new Blob([bytes]) },
  { name: "a stream", value: new Blob([bytes]).stream() },
])("bytes from $name", async ({ value }) => {
  const { body, contentType } = write("image/png", value);
  expect(contentType).toBe("image/png");
  expect(await readBytes(body)).toEqual(bytes);
});

test("a media type range takes JSON and bytes", async () => {
  expect(write("*/*", [1])).toEqual({
    body: "[1]",
    contentType: "application/json",
  });
  const { body, contentType } = write("*/*", new Blob([bytes]));
  expect(contentType).toBeUndefined();
  expect(await readBytes(body)).toEqual(bytes);
});

test("a multipart body has a part for each member and each item, of OpenAPI's default media type", async () => {
  const file = new File([bytes], "a.bin", { type: "image/png" });
  const value = {
    file,
    raw: bytes,
    tags: ["a\n\r\n\r", "b"],
    meta: { x: 1 },
    rows: [[1]],
    none: undefined,
  };
  const { body, contentType = "" } = write("multipart/form-data", value);
  const [type, boundary = ""] = contentType.split("; boundary=");
  expect(type).toBe("multipart/form-data");
  const form = new Response(new Uint8Array(await readBytes(body)), {
    headers: { "content-type": contentType },
  });
  const read = await form.clone().formData();
  expect([...read.keys()]).toEqual(["file", "raw", "tags", "tags", "meta", "rows"]);
  expect(read.get("file")).toMatchObject({ name: "a.bin", type: "image/png", size: 2 });
  const text = (await form.text()).replaceAll(boundary, "B");
  expect(text.split("--B\r\n").slice(2)).toEqual([
    'Content-Disposition: form-data; name="raw"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\n\0\uFFFD\r\n',
    'Content-Disposition: form-data; name="tags"\r\n\r\na\r\n\r\n\r\n\r\n',
    'Content-Disposition: form-data; name="tags"\r\n\r\nb\r\n',
    'Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"x":1}\r\n',
    'Content-Disposition: form-data; name="rows"\r\nContent-Type: application/json\r\n\r\n[1]\r\n--B--\r\n',
  ]);
});

test("FormData goes as it is", () => {
  const given = new FormData();
  expect(write("multipart/form-data", given).body).toBe(given);
});

test.each([
  { mediaType: "multipart/form-data", body: "text" },
  { mediaType: "image/png", body: { a: 1 } },
  { mediaType: "application/json", body: () => 1 },
])("$mediaType cannot be made of $body", ({ mediaType, body }) => {
  expect(() => write(mediaType, body)).toThrow(InvalidInput);
});

async function readBytes(body: EncodedBody | undefined): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body ?? null).arrayBuffer());
}

const writers: Readonly<Record<string, WriteBody>> = {
  "application/json": jsonBody,
  "application/vnd.x+json; v=1": jsonBody,
  [form]: formBody,
  "multipart/form-data": multipartBody,
  "text/csv": textBody,
  "application/octet-stream": binaryBody,
  "image/png": binaryBody,
  "*/*": anyBody,
};

function write(mediaType: string, value: unknown): PreparedBody {
  const found = writers[mediaType];
  if (found === undefined) throw new Error(`no writer for ${mediaType}`);
  return found(value, mediaType);
}
