import { expect, test } from "vitest";
import { jsonBody } from "./body.ts";
import { InvalidInput } from "./invalid-input.ts";
import { multipartBody } from "./multipart.ts";
import { multipartWithHeaders, withPartHeaders } from "./part-headers.ts";

/** The body as text, its boundary taken out; and its media type. */
async function written(value: unknown, parts = {}, mediaType = "multipart/form-data") {
  const { body, contentType = "" } = multipartWithHeaders(value, mediaType, parts);
  const [type, boundary = ""] = contentType.split("; boundary=");
  const text = body instanceof Blob ? await body.text() : "";
  return { type, lines: text.replaceAll(boundary, "B").split("\r\n") };
}

test("parts with headers and without", async () => {
  const file = new File(["ab"], 'say "hi".txt', { type: "text/plain" });
  const value = {
    note: withPartHeaders("ü\n", { "X-Rate": 5, "Content-Type": "text/evil", "X-None": undefined }),
    files: [withPartHeaders(file, new Headers({ "X-Sum": "9a" })), new Blob(["c"])],
    meta: withPartHeaders({ a: 1 }, { "X-Two": ["b", "c"] }),
  };
  expect(await written(value, { meta: { contentType: "application/json" } })).toEqual({
    type: "multipart/form-data",
    lines: [
      "--B",
      'Content-Disposition: form-data; name="note"',
      "X-Rate: 5",
      "",
      "ü",
      "",
      "--B",
      'Content-Disposition: form-data; name="files"; filename="say %22hi%22.txt"',
      "Content-Type: text/plain",
      "X-Sum: 9a",
      "",
      "ab",
      "--B",
      'Content-Disposition: form-data; name="files"; filename="blob"',
      "Content-Type: application/octet-stream",
      "",
      "c",
      "--B",
      'Content-Disposition: form-data; name="meta"',
      "Content-Type: application/json",
      "X-Two: b, c",
      "",
      '{"a":1}',
      "--B--",
      "",
    ],
  });
});

test("what the platform reads of it is what was given", async () => {
  const value = { 'a"\r\nb': withPartHeaders("c\r\nd", { "X-A": "1" }), e: new Blob(["f"]) };
  const { body, contentType = "" } = multipartWithHeaders(value, "multipart/*");
  if (!(body instanceof Blob)) throw new Error("no Blob");
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData();
  const file = form.get("e");
  expect([...form.keys()]).toEqual(['a"\r\nb', "e"]);
  expect(form.get('a"\r\nb')).toBe("c\r\nd");
  expect(file instanceof Blob && (await file.text())).toBe("f");
});

test.each([
  ["a line of its own", { "X-A": "1\r\nX-B: 2" }],
  ["a name of two lines", { "X-A\r\nX-B": "1" }],
])("a header with %s is none", (_, headers) => {
  const body = { a: withPartHeaders("1", headers) };
  expect(() => multipartWithHeaders(body, "multipart/form-data")).toThrow(TypeError);
});

test("a part with headers is rejected where it stands for none", () => {
  const body = { a: withPartHeaders(new Blob(["b"]), { "X-A": "1" }) };
  expect(() => multipartBody(body, "multipart/form-data")).toThrow(InvalidInput);
  expect(() => jsonBody(body, "application/json")).toThrow(InvalidInput);
});

test("each body has a boundary of its own", () => {
  const types = [1, 2].map((a) => multipartWithHeaders({ a }, "multipart/form-data").contentType);
  expect(new Set(types).size).toBe(2);
});

test("a form stays one, and what has no members is rejected", () => {
  const form = new FormData();
  const untouched = { body: form, contentType: undefined };
  expect(multipartWithHeaders(form, "multipart/form-data")).toEqual(untouched);
  expect(() => multipartWithHeaders("a", "multipart/form-data")).toThrow(InvalidInput);
});
