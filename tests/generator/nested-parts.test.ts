import { withPartHeaders } from "@truespec/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GeneratedApi, generateApi } from "./generated-api.ts";
import { type Part, splitParts } from "./read-parts.ts";

const file = { type: "string", format: "binary" };
const text = { type: "string" };
const base64 = { type: "string", contentEncoding: "base64" };
const list = (items: object) => ({ type: "array", items });
const send = (operationId: string, content: object) => ({
  post: { operationId, requestBody: { required: true, content }, responses: {} },
});
const document = {
  openapi: "3.2.0",
  info: { title: "T", version: "1" },
  servers: [{ url: "https://x.test" }],
  paths: {
    "/mail": send("sendMail", {
      "multipart/mixed": {
        schema: { $ref: "#/components/schemas/Mail" },
        prefixEncoding: [
          {
            contentType: "multipart/related",
            prefixEncoding: [{ contentType: "text/html" }],
            itemEncoding: {
              contentType: "multipart/mixed",
              itemEncoding: { contentType: "image/png" },
            },
          },
        ],
        itemEncoding: { contentType: "application/pdf" },
      },
    }),
    "/form": send("sendForm", {
      "multipart/form-data": {
        schema: {
          type: "object",
          properties: {
            title: text,
            files: list(list(file)),
            pairs: { type: "object" },
            key: base64,
          },
        },
        encoding: {
          files: { contentType: "multipart/*", headers: { "X-Sum": {} } },
          pairs: {
            contentType: "application/x-www-form-urlencoded",
            encoding: { a: { contentType: "application/json" } },
          },
        },
      },
    }),
    "/inner": send("sendInner", {
      "multipart/mixed": {
        schema: list({ type: "object", properties: { a: text } }),
        itemEncoding: { contentType: "multipart/form-data" },
      },
    }),
    "/encoded": send("sendEncoded", {
      "multipart/mixed": { schema: { type: "array", prefixItems: [text, base64], items: base64 } },
      "multipart/related": {
        schema: { properties: { text, key: base64, keys: list({ contentEncoding: "BASE64" }) } },
      },
      "multipart/form-data": {
        schema: { properties: { key: base64 } },
        encoding: { key: { headers: { "Content-Transfer-Encoding": {} } } },
      },
    }),
  },
  components: {
    schemas: {
      Mail: { type: "array", prefixItems: [{ $ref: "#/components/schemas/Page" }], items: file },
      Page: { type: "array", prefixItems: [text], items: list(file) },
    },
  },
};

let api: GeneratedApi;

beforeAll(async () => {
  api = await generateApi(document);
});
afterAll(() => api.remove());

/** The parts that arrive at a server. */
async function arrive(name: string, body: unknown, contentType?: string): Promise<readonly Part[]> {
  const { parts } = await api.arrive(name, body, contentType);
  return parts;
}

/** The parts of a part of this media type. */
function open(part: Part | undefined, mediaType: string): readonly Part[] {
  const contentType = part?.headers["content-type"] ?? "";
  expect(contentType).toMatch(new RegExp(`^${mediaType}(; type="[a-z/]+")?; boundary=[\\w-]+$`));
  return splitParts(contentType, part?.content ?? "") ?? [];
}

const type = (mediaType: string) => ({ "content-type": mediaType });
const png = new Blob(["p"], { type: "image/png" });

test("parts of parts of parts, each as its encoding says", async () => {
  const parts = await arrive("sendMail", [["<p>", [png, new Blob(["q"])]], new Blob(["%PDF"])]);
  expect(parts[1]).toEqual({ headers: type("application/pdf"), content: "%PDF" });
  const [page, images, ...others] = open(parts[0], "multipart/related");
  expect(page).toEqual({ headers: type("text/html"), content: "<p>" });
  expect(open(images, "multipart/mixed")).toEqual([
    { headers: type("image/png"), content: "p" },
    { headers: type("image/png"), content: "q" },
  ]);
  expect(others).toEqual([]);
});

test("a part of a form that has parts is no file, and one that is a form of pairs is text", async () => {
  const files = [[png, png], withPartHeaders([png], { "X-Sum": "1" })];
  const body = { title: "t", files, pairs: { a: [1], b: "c d" }, key: "QQ==" };
  const [title, first, second, pairs, key] = await arrive("sendForm", body);
  const named = (name: string) => ({ "content-disposition": `form-data; name="${name}"` });
  expect(title).toEqual({ headers: named("title"), content: "t" });
  expect(first?.headers).toMatchObject(named("files"));
  expect(open(first, "multipart/mixed")).toHaveLength(2);
  expect(second?.headers).toMatchObject({ ...named("files"), "x-sum": "1" });
  expect(pairs).toEqual({
    headers: { ...named("pairs"), ...type("application/x-www-form-urlencoded") },
    content: "a=%5B1%5D&b=c+d",
  });
  expect(key).toEqual({ headers: named("key"), content: "QQ==" });
});

test("a form inside of another body has names for its parts", async () => {
  const [form] = await arrive("sendInner", [{ a: "b" }]);
  expect(open(form, "multipart/form-data")).toEqual([
    { headers: { "content-disposition": 'form-data; name="a"' }, content: "b" },
  ]);
});

test("what is written already stays as it is", async () => {
  const content = "--x\r\n\r\na\r\n--x--\r\n";
  const mediaType = "multipart/alternative; boundary=x";
  const written = new Blob([content], { type: mediaType });
  const [part] = await arrive("sendInner", [written]);
  expect(part).toEqual({ headers: type(mediaType), content });
});

const transfer = { "content-transfer-encoding": "base64", ...type("application/octet-stream") };

test("a text that holds bytes says how, outside of forms", async () => {
  const given = withPartHeaders("QQ==", { "Content-Type": "image/png" });
  expect(await arrive("sendEncoded", ["QQ==", "QQ==", given])).toEqual([
    { headers: type("text/plain"), content: "QQ==" },
    { headers: transfer, content: "QQ==" },
    { headers: { ...transfer, ...type("image/png") }, content: "QQ==" },
  ]);
  const named = await arrive(
    "sendEncoded",
    { text: "a", key: "QQ==", keys: ["Qg=="] },
    "multipart/related",
  );
  expect(named.map(({ headers }) => headers["content-transfer-encoding"])).toEqual([
    undefined,
    "base64",
    "base64",
  ]);
});

test("a form says so where its description lists the header", async () => {
  const [key] = await arrive("sendEncoded", { key: "QQ==" }, "multipart/form-data");
  expect(key?.headers).toEqual({ "content-disposition": 'form-data; name="key"', ...transfer });
});

test.each([
  { name: "sendInner", body: [new FormData()], message: "is an array or an object, not FormData" },
  { name: "sendMail", body: [[]], message: "it has one at least" },
  { name: "sendMail", body: [[{ a: 1 }]], message: "the part 0 is not written as text/html" },
])("is refused before it is sent: $message", async ({ name, body, message }) => {
  const error = { code: "invalid-request", message: expect.stringContaining(message) };
  await expect(arrive(name, body)).rejects.toMatchObject(error);
});

test("what has bytes anywhere has no validator", () => {
  expect(api.validators.filter((name) => name.includes("Request"))).toEqual([
    "validateSendInnerRequest",
    "validateSendEncodedRequest",
    "validateSendEncodedRequestMultipartRelated",
    "validateSendEncodedRequestMultipartFormData",
  ]);
});

const use = `
import type { Connection } from "@truespec/client";
import { sendForm, sendMail } from "./client.js";

export async function send(connection: Connection): Promise<void> {
  const blob = new Blob([]);
  await sendMail(connection, { body: [["<p>", [blob], [blob, blob]], blob] });
  await sendForm(connection, { body: { files: [[blob], [blob]], key: "QQ==" } });
  // @ts-expect-error a part of bytes is a Blob, however deep
  await sendMail(connection, { body: [["<p>", ["a"]]] });
  // @ts-expect-error each item is one part of the form
  await sendForm(connection, { body: { files: [blob] } });
}
`;

test("all of it type-checks", () => {
  expect(api.check(use)).toEqual([]);
});
