import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Connection, Result } from "@truespec/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadParts } from "../harness/load-parts.ts";
import { type EchoServer, startEchoServer } from "./echo-server.ts";
import { generateInto } from "./generate-into.ts";

const form = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";
const list = { type: "array", items: { type: "string" } };
const schema = {
  type: "object",
  properties: {
    plain: list,
    bars: list,
    spaces: list,
    commas: list,
    codes: list,
    deep: { type: "object" },
    pairs: { type: "object" },
    meta: { type: "object" },
    text: { type: "string" },
    photo: { type: "string", format: "binary" },
    rows: { type: "array", items: { type: "object" } },
  },
};
const styles = {
  bars: { style: "pipeDelimited", explode: false },
  spaces: { style: "spaceDelimited" },
  commas: { explode: false },
  codes: { allowReserved: true },
  deep: { style: "deepObject", contentType: "application/json" },
  pairs: { style: "form" },
};
const document = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  servers: [{ url: "https://x.test" }],
  paths: {
    "/form": {
      post: {
        operationId: "sendForm",
        requestBody: {
          content: {
            [form]: {
              schema,
              encoding: {
                ...styles,
                meta: { contentType: "application/json" },
                text: { contentType: "text/plain" },
                nobody: { style: "form" },
              },
            },
          },
        },
        responses: {},
      },
    },
    "/parts": {
      post: {
        operationId: "sendParts",
        requestBody: {
          content: {
            [multipart]: {
              schema,
              encoding: {
                ...styles,
                meta: { contentType: "application/json" },
                rows: { contentType: "application/json; charset=utf-8" },
                text: { contentType: "text/csv" },
                photo: { contentType: "image/*, image/png, image/jpeg" },
              },
            },
          },
        },
        responses: {},
      },
    },
  },
};

interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
type Call = (client: Connection, input: object) => Promise<Result>;
interface ClientModule {
  readonly createConnection: (options: object) => Connection;
  readonly sendForm: Call;
  readonly sendParts: Call;
}

let server: EchoServer;
let folder: string;
let module: ClientModule;

beforeAll(async () => {
  server = await startEchoServer();
  const description = await loadParts(document);
  ({ folder } = await generateInto(description, { emit: ["types", "client"] }));
  module = await import(join(folder, "client.ts"));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function send(call: "sendForm" | "sendParts", body: object): Promise<Sent> {
  const result = await module[call](module.createConnection({ baseUrl: server.url }), { body });
  if (!result.ok) throw new Error("expected a success");
  // The server echoes.
  return result.data as Sent;
}

test.each([
  { name: "bars", body: { bars: ["a", "b c"] }, want: "bars=a%7Cb%20c" },
  { name: "spaces", body: { spaces: ["a", "b"] }, want: "spaces=a%20b" },
  { name: "commas", body: { commas: ["a,b", "c&d"] }, want: "commas=a%2Cb,c%26d" },
  { name: "reserved", body: { codes: ["a/b", "%25 %"] }, want: "codes=a/b&codes=%25%20%25" },
  { name: "a deep object", body: { deep: { a: { b: 1 } } }, want: "deep%5Ba%5D%5Bb%5D=1" },
  {
    name: "a deep list",
    body: { deep: [{ a: "b" }, "c"] },
    want: "deep%5B0%5D%5Ba%5D=b&deep%5B1%5D=c",
  },
  { name: "pairs", body: { pairs: { a: 1, b: "x y" } }, want: "a=1&b=x%20y" },
  { name: "JSON", body: { meta: { a: [1] } }, want: "meta=%7B%22a%22%3A%5B1%5D%7D" },
  { name: "text", body: { text: "x y" }, want: "text=x+y" },
  { name: "nothing stated", body: { plain: ["a", "b"] }, want: "plain=a&plain=b" },
  {
    name: "in the order of the caller, without what holds nothing",
    body: { text: "a", bars: ["b", "c"], commas: undefined, plain: ["d"], nobody: null },
    want: "text=a&bars=b%7Cc&plain=d",
  },
  {
    name: "a name that every object has",
    body: JSON.parse('{"constructor":["a"],"__proto__":"b"}'),
    want: "constructor=a&__proto__=b",
  },
])("a form: $name", async ({ body, want }) => {
  const sent = await send("sendForm", body);
  expect(sent.headers["content-type"]).toBe(form);
  expect(sent.body).toBe(want);
});

const png = new Blob(["p"], { type: "image/webp" });

test.each([
  { name: "JSON", body: { meta: { a: 1 } }, want: [part("meta", '{"a":1}', "application/json")] },
  {
    name: "JSON, item by item",
    body: { rows: [{ a: 1 }, "x"] },
    want: [
      part("rows", '{"a":1}', "application/json; charset=utf-8"),
      part("rows", '"x"', "application/json; charset=utf-8"),
    ],
  },
  { name: "text of a media type", body: { text: "a,b" }, want: [part("text", "a,b", "text/csv")] },
  {
    name: "bytes, in the first media type that is no range",
    body: { photo: new Uint8Array([65]) },
    want: [part("photo", "A", "image/png", "blob")],
  },
  {
    name: "a file without a type",
    body: { photo: new File(["x"], "a.png") },
    want: [part("photo", "x", "image/png", "a.png")],
  },
  {
    name: "a file with its own",
    body: { photo: png },
    want: [part("photo", "p", "image/webp", "blob")],
  },
  { name: "nothing stated", body: { plain: ["a", "b"] }, want: ["a", "b"].map(plainPart("plain")) },
  { name: "bars", body: { bars: ["a b", "c&d"] }, want: ["a b|c&d"].map(plainPart("bars")) },
  {
    name: "reserved",
    body: { codes: ["a/b+c", "%25 d&e=f"] },
    want: ["a/b+c", "%25 d&e=f"].map(plainPart("codes")),
  },
  { name: "a deep object", body: { deep: { a: "b+c" } }, want: ["b+c"].map(plainPart("deep[a]")) },
])("a multipart body: $name", async ({ body, want }) => {
  const { body: text, headers } = await send("sendParts", body);
  const [, boundary = ""] = /boundary=(.+)/.exec(headers["content-type"] ?? "") ?? [];
  expect(boundary).not.toBe("");
  const parts = text.split(`--${boundary}\r\n`).slice(1);
  expect(parts.map((one) => one.split(`\r\n--${boundary}--`)[0]?.replace(/\r\n$/, ""))).toEqual(
    want,
  );
});

function part(name: string, body: string, mediaType: string, fileName?: string): string {
  const ending = fileName === undefined ? "" : `; filename="${fileName}"`;
  const disposition = `form-data; name="${name}"${ending}`;
  return `Content-Disposition: ${disposition}\r\nContent-Type: ${mediaType}\r\n\r\n${body}`;
}

function plainPart(name: string): (body: string) => string {
  return (body) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${body}`;
}
