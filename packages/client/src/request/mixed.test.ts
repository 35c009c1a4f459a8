import { expect, test } from "vitest";
import { InvalidInput } from "./invalid-input.ts";
import { anyMultipart, mixedBody } from "./mixed.ts";
import { withPartHeaders } from "./part-headers.ts";

/** The parts as they were written, their delimiters taken out; and the media type. */
async function written(value: unknown, parts = {}, mediaType = "multipart/mixed") {
  const { body, contentType = "" } = mixedBody(value, mediaType, parts);
  const [type, boundary = ""] = contentType.split("; boundary=");
  const text = body instanceof Blob ? await body.text() : "";
  const [before, ...pieces] = `\r\n${text}`.split(`\r\n--${boundary}`);
  expect([before, pieces.at(-1)]).toEqual(["", "--\r\n"]);
  return { type, parts: pieces.slice(0, -1).map((piece) => piece.replace(/^\r\n/, "")) };
}

const bytes = new Uint8Array([65, 66]);
const png = new File(["p"], "p.png", { type: "image/png" });
const date = new Date(0);
const typed = (type: string, content: string) => `Content-Type: ${type}\r\n\r\n${content}`;

test.each([
  { name: "an object", value: { a: [1] }, want: typed("application/json", '{"a":[1]}') },
  { name: "an array", value: ["a"], want: typed("application/json", '["a"]') },
  { name: "null", value: null, want: typed("application/json", "null") },
  { name: "text, as it is", value: "ü\n\r\nb", want: typed("text/plain", "ü\n\r\nb") },
  { name: "a number", value: 1, want: typed("text/plain", "1") },
  { name: "a date", value: date, want: typed("text/plain", "1970-01-01T00:00:00.000Z") },
  { name: "bytes", value: bytes, want: typed("application/octet-stream", "AB") },
  { name: "a buffer", value: bytes.buffer, want: typed("application/octet-stream", "AB") },
  { name: "a Blob", value: new Blob(["b"]), want: typed("application/octet-stream", "b") },
  { name: "a file with its type", value: png, want: typed("image/png", "p") },
])("by default, without a name: $name", async ({ value, want }) => {
  expect((await written([value])).parts).toEqual([want]);
});

test.each([
  { name: "text", types: "text/css, text/html", value: "a", want: typed("text/css", "a") },
  {
    name: "a text as JSON",
    types: "application/json",
    value: "a",
    want: typed("application/json", '"a"'),
  },
  {
    name: "a date as JSON",
    types: "a/b+json",
    value: date,
    want: typed("a/b+json", '"1970-01-01T00:00:00.000Z"'),
  },
  { name: "bytes", types: "image/*, image/jpeg", value: bytes, want: typed("image/jpeg", "AB") },
  {
    name: "bytes in a range",
    types: "image/*",
    value: bytes,
    want: typed("application/octet-stream", "AB"),
  },
  {
    name: "a Blob without a type",
    types: "image/gif",
    value: new Blob(["b"]),
    want: typed("image/gif", "b"),
  },
  { name: "a Blob with its own", types: "image/gif", value: png, want: typed("image/png", "p") },
  {
    name: "an object, JSON among others",
    types: "text/xml, a/json",
    value: {},
    want: typed("a/json", "{}"),
  },
])("as described: $name", async ({ types, value, want }) => {
  expect((await written([value], { 0: { contentType: types } })).parts).toEqual([want]);
});

test("by position, then all others", async () => {
  const parts = { 0: {}, 1: { contentType: "text/html" }, items: { contentType: "text/css" } };
  expect((await written(["a", "b", "c", "d"], parts)).parts).toEqual([
    typed("text/plain", "a"),
    typed("text/html", "b"),
    typed("text/css", "c"),
    typed("text/css", "d"),
  ]);
});

test("members have names, and an array of them a part for each item", async () => {
  const value = { 'a"\r\nb': { c: 1 }, list: ["d", png], none: undefined, nothing: null };
  const parts = { list: { contentType: "text/css" } };
  expect((await written(value, parts)).parts).toEqual([
    `Content-Disposition: form-data; name="a%22%0D%0Ab"\r\n${typed("application/json", '{"c":1}')}`,
    `Content-Disposition: form-data; name="list"\r\n${typed("text/css", "d")}`,
    `Content-Disposition: form-data; name="list"; filename="p.png"\r\n${typed("image/png", "p")}`,
  ]);
});

test("names that every object has are names like others", async () => {
  const body = JSON.parse('{"__proto__": "a", "constructor": "b"}');
  expect((await written(body)).parts).toEqual([
    `Content-Disposition: form-data; name="__proto__"\r\n${typed("text/plain", "a")}`,
    `Content-Disposition: form-data; name="constructor"\r\n${typed("text/plain", "b")}`,
  ]);
});

test("the headers that a part is given go before all else", async () => {
  const value = [
    withPartHeaders(png, { "Content-Type": "image/apng", "Content-Location": "a" }),
    withPartHeaders({ a: 1 }, { "Content-Disposition": "attachment", "Content-ID": "<b>" }),
  ];
  expect((await written(value)).parts).toEqual([
    "Content-Location: a\r\nContent-Type: image/apng\r\n\r\np",
    'Content-Disposition: attachment\r\nContent-Id: <b>\r\nContent-Type: application/json\r\n\r\n{"a":1}',
  ]);
  const nested = withPartHeaders("--B--", { "Content-Type": "multipart/mixed; boundary=B" });
  expect((await written([nested], { items: { contentType: "multipart/mixed" } })).parts).toEqual([
    typed("multipart/mixed; boundary=B", "--B--"),
  ]);
  const named = { c: withPartHeaders("d", { "Content-Disposition": "inline" }) };
  expect((await written(named)).parts).toEqual([
    `Content-Disposition: inline\r\n${typed("text/plain", "d")}`,
  ]);
});

test.each([
  ["a line of its own", { "X-A": "1\r\nX-B: 2" }],
  ["a name of two lines", { "X-A\r\nX-B": "1" }],
  ["a media type of two lines", { "Content-Type": "text/plain\r\nX-B: 2" }],
])("a header with %s is none", (_, headers) => {
  expect(() => mixedBody([withPartHeaders("1", headers)], "multipart/mixed")).toThrow(TypeError);
});

test.each([
  { mediaType: "multipart/mixed", value: [""], want: "multipart/mixed" },
  { mediaType: "multipart/mixed;boundary=x; a=b", value: [""], want: "multipart/mixed; a=b" },
  { mediaType: 'Multipart/Mixed; boundary="x;"', value: [""], want: "Multipart/Mixed" },
  {
    mediaType: "multipart/related",
    value: [{}],
    want: 'multipart/related; type="application/json"',
  },
  { mediaType: "multipart/related", value: [png, {}], want: 'multipart/related; type="image/png"' },
  { mediaType: "multipart/related; type=a/b", value: [""], want: "multipart/related; type=a/b" },
])("$mediaType is sent as $want", async ({ mediaType, value, want }) => {
  expect((await written(value, {}, mediaType)).type).toBe(want);
});

test("each body has a boundary of its own", () => {
  const types = [1, 2].map((a) => mixedBody([a], "multipart/mixed").contentType);
  expect(new Set(types).size).toBe(2);
});

test.each([
  { name: "nothing", value: [] },
  { name: "no members", value: { a: undefined } },
  { name: "text", value: "a" },
  { name: "bytes", value: bytes },
  { name: "a Blob", value: png },
  { name: "a form", value: new FormData() },
])("a body without parts is none: $name", ({ value }) => {
  expect(() => mixedBody(value, "multipart/mixed")).toThrow(
    new InvalidInput(
      "a body of multipart/mixed is an array of parts, or an object with a member for each; it has one at least",
    ),
  );
});

test.each([
  { name: "an object as XML", value: [1, {}], types: "text/xml", place: "1", type: "text/xml" },
  {
    name: "a part of parts",
    value: { a: [[1]] },
    types: "multipart/mixed",
    place: '"a"',
    type: "multipart/mixed",
  },
  { name: "nothing", value: [undefined], types: "text/css", place: "0", type: "text/css" },
])("a part that cannot be written is named: $name", ({ value, types, place, type }) => {
  const parts = { items: { contentType: types }, a: { contentType: types } };
  expect(() => mixedBody(value, "multipart/mixed", parts)).toThrow(
    new InvalidInput(`the part ${place} is not written as ${type}: give it as a Blob or text`),
  );
});

test.each([
  { mediaType: "multipart/*", value: { a: 1 }, want: /^multipart\/form-data; boundary=/ },
  { mediaType: "multipart/*", value: [1], want: /^multipart\/mixed; boundary=/ },
  { mediaType: "multipart/form-data", value: { a: 1 }, want: /^multipart\/form-data; boundary=/ },
  { mediaType: "multipart/mixed", value: { a: 1 }, want: /^multipart\/mixed; boundary=/ },
])("of a range, what is chosen: $mediaType of $value", ({ mediaType, value, want }) => {
  expect(anyMultipart(value, mediaType).contentType).toMatch(want);
});

test("a form in order, whose parts say their names", async () => {
  const disposition = 'form-data; name="a"';
  const named = withPartHeaders("b", { "Content-Disposition": disposition });
  const { body, contentType = "" } = anyMultipart([named, named], "multipart/form-data");
  if (!(body instanceof Blob)) throw new Error("no Blob");
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData();
  expect([...form]).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
  expect(() => anyMultipart([named, "c"], "multipart/form-data")).toThrow(
    new InvalidInput("the part 1 has no name: give it a Content-Disposition header"),
  );
});
