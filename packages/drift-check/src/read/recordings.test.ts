import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { answers, documentOf, loadApi } from "../../test/api.ts";
import { printExchange } from "../live/print-exchange.ts";
import { observe } from "../observe/observe.ts";
import { printProfile } from "../profile/print-profile.ts";
import type { Collected } from "./collected.ts";
import { createFileAccess } from "./node-files.ts";
import { readRecordings } from "./recordings.ts";

const exchange = {
  request: { method: "get", url: "https://a.example/x" },
  response: { status: 200, headers: {}, body: { a: 1 } },
};
const line = JSON.stringify(exchange);

/** The exchange with a body that is said to be base64. */
function marked(body: string): string {
  return JSON.stringify({
    ...exchange,
    response: { ...exchange.response, body, bodyEncoding: "base64" },
  });
}

const har = {
  log: {
    entries: [
      {
        startedDateTime: "2026-01-01T00:00:00Z",
        request: {
          method: "GET",
          url: "https://a.example/x",
          headers: [{ name: "Cookie", value: "sid=1" }],
        },
        response: {
          status: 200,
          headers: [],
          content: { mimeType: "application/json", text: "eyJhIjoxfQ==", encoding: "base64" },
        },
      },
      { request: { url: "https://a.example/y" }, response: { status: 0 } },
    ],
  },
};

async function folderOf(files: { readonly [name: string]: string | Uint8Array }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "drift-read-"));
  await mkdir(join(folder, "sub"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

async function read(
  paths: readonly string[],
  operation?: string,
  input?: AsyncIterable<Uint8Array>,
): Promise<readonly Collected[]> {
  const items: Collected[] = [];
  const files = createFileAccess(input);
  for await (const item of readRecordings(paths, { files, operation })) items.push(item);
  return items;
}

/** An item in a few words: its id, then its status and body, or its problem. */
function brief(item: Collected): string {
  if (item.kind === "problem") return `${item.problem.exchange} ${item.problem.kind}`;
  if (item.kind !== "exchange") return item.kind;
  const { id, response } = item.exchange;
  const { body } = response;
  return `${id} ${response.status} ${body.kind === "json" ? JSON.stringify(body.value) : body.kind === "text" ? body.text : "-"}`;
}

describe("formats", () => {
  test.each<[string, string | Uint8Array, readonly string[]]>([
    ["a.ndjson", `${line}\n\n${line}`, ['a.ndjson:1 200 {"a":1}', 'a.ndjson:3 200 {"a":1}']],
    [
      "a.ndjson",
      `${line}\n${line.slice(0, 40)}`,
      ['a.ndjson:1 200 {"a":1}', "a.ndjson:2 truncated"],
    ],
    ["a.ndjson", "not json\n[]\n", ["a.ndjson:1 unreadable", "a.ndjson:2 unreadable"]],
    ["a.ndjson.gz", gzipSync(line), ['a.ndjson.gz:1 200 {"a":1}']],
    ["a.ndjson.gz", gzipSync(line).subarray(0, 20), ["a.ndjson.gz unreadable"]],
    ["a.har", JSON.stringify(har), ['a.har:1 200 {"a":1}', "a.har:2 unreadable"]],
    ["a.har", "{}", ["a.har unreadable"]],
    [
      "a.har",
      `{"log":{"entries":[${line},,]}}`,
      ["a.har:1 200 -", "a.har:2 unreadable", "a.har:3 unreadable"],
    ],
    ["a.har", '{"log":{"entries":[{}]}}', ["a.har:1 unreadable"]],
    [
      "a.har",
      JSON.stringify(har).slice(0, -2),
      ['a.har:1 200 {"a":1}', "a.har:2 unreadable", "a.har truncated"],
    ],
    ["a.ndjson", marked("eyJhIjoxfQ"), ['a.ndjson:1 200 {"a":1}']],
    ["a.ndjson", marked('{"a":1}'), ["a.ndjson:1 unreadable"]],
    ["a.json", line, ['a.json:1 200 {"a":1}']],
    ["a.json", `[${line}]`, ['a.json:1 200 {"a":1}']],
    ["a.json", JSON.stringify(har), ['a.json:1 200 {"a":1}', "a.json:2 unreadable"]],
    ["a.json", line.slice(0, 40), ["a.json truncated"]],
    ["a.json", '{"data": []}', ["a.json unreadable"]],
    ["a.profile.json", "{", ["a.profile.json truncated"]],
    ["a.txt", "x", ["a.txt unreadable"]],
  ])("%s", async (name, content, want) => {
    const folder = await folderOf({ [name]: content });
    expect((await read([join(folder, name)])).map(brief)).toEqual(want);
  });

  test.each<[object, string]>([
    [{ response: { status: "404" } }, "404 -"],
    [{ response: { status: { code: 404 } } }, "404 -"],
    [{ response: { status: { status: "404" } } }, "404 -"],
    [{ response: { statusCode: { statusCode: 404 } } }, "404 -"],
    [{ response: { status: 99 } }, "`response.status` is not an HTTP status"],
    [{ response: { status: 404.5 } }, "`response.status` is not an HTTP status"],
    [{ request: {} }, "`request.url` is missing"],
    [{ request: { url: "/x", method: 1 } }, "`request.method` is not a string"],
    [{ request: { url: "/x" }, response: { status: 200, body: null } }, "200 null"],
  ])("an exchange with %j", async (parts, want) => {
    const folder = await folderOf({ "a.ndjson": JSON.stringify({ ...exchange, ...parts }) });
    const [item] = await read([folder]);
    const told = item?.kind === "problem" ? item.problem.message : item && brief(item);
    expect(told).toBe(want.startsWith("`") ? want : `a.ndjson:1 ${want}`);
  });

  test.each<[unknown, readonly string[]]>([
    [{ "X-A": "1", ":path": "/x" }, ["x-a: 1"]],
    [{ "x-a": ["1", 2, true, null] }, ["x-a: 1, 2, true"]],
    [[{ name: "X-A", value: "1" }, { name: "x-a", value: "1" }, { value: "2" }, null], ["x-a: 1"]],
    [[["x-a", "1"], ["X-A", "2"], [1, "2"], "x"], ["x-a: 1, 2"]],
    ["x-a: 1", []],
  ])("headers written as %j", async (headers, want) => {
    const response = { ...exchange.response, headers };
    const folder = await folderOf({ "a.ndjson": JSON.stringify({ ...exchange, response }) });
    const [item] = await read([folder]);
    const fields = item?.kind === "exchange" ? item.exchange.response.headers : undefined;
    expect(fields?.map(({ name, value }) => `${name}: ${value}`)).toEqual(want);
  });

  test.each<[string, object, string]>([
    ["a JSON value", { body: { a: 1 } }, '{"kind":"json","value":{"a":1}}'],
    ["a text", { body: "a=1" }, '{"kind":"text","text":"a=1"}'],
    ["bytes", { body: "YT0x", bodyEncoding: "base64" }, '{"kind":"text","text":"a=1"}'],
    ["none", {}, '{"kind":"none"}'],
    ["null", { body: null }, '{"kind":"none"}'],
  ])("the body of a request: %s", async (_name, sent, want) => {
    const record = { ...exchange, request: { ...exchange.request, ...sent } };
    const entry = {
      request: { url: "https://a.example/x", postData: { text: "a=1", mimeType: "x/y" } },
    };
    const response = { status: 200, headers: [], content: {} };
    const archive = { log: { entries: [{ ...entry, response }] } };
    const folder = await folderOf({
      "a.ndjson": JSON.stringify(record),
      "b.har": JSON.stringify(archive),
    });
    const [first, second] = await read([folder]);
    expect(first?.kind === "exchange" && JSON.stringify(first.exchange.request.body)).toBe(want);
    expect(second).toMatchObject({
      exchange: {
        request: {
          body: { kind: "text", text: "a=1" },
          headers: [{ name: "content-type", value: "x/y" }],
        },
      },
    });
  });

  test("a folder is read in order, and what is no recording is passed over", async () => {
    const folder = await folderOf({
      "b.ndjson": line,
      "a.har": JSON.stringify(har),
      "notes.txt": "",
      "sub/c.ndjson": line,
      "other.json": "{}",
    });
    expect((await read([folder])).map(brief)).toEqual([
      'a.har:1 200 {"a":1}',
      "a.har:2 unreadable",
      'b.ndjson:1 200 {"a":1}',
      'sub/c.ndjson:1 200 {"a":1}',
    ]);
  });

  test("two files of one name are told apart by their paths", async () => {
    const [one, other] = [
      await folderOf({ "a.ndjson": line }),
      await folderOf({ "a.ndjson": line }),
    ];
    expect((await read([one, other])).map(brief)).toEqual(
      [one, other].map((folder) => `${join(folder, "a.ndjson")}:1 200 {"a":1}`),
    );
  });

  test("standard input is NDJSON", async () => {
    const input = (async function* () {
      yield new TextEncoder().encode(line.slice(0, 10));
      yield new TextEncoder().encode(line.slice(10));
    })();
    expect((await read(["-"], undefined, input)).map(brief)).toEqual(['-:1 200 {"a":1}']);
  });

  test("a file that is not there is a problem", async () => {
    expect((await read(["/no/such.ndjson", "/no/such.har"])).map(brief)).toEqual([
      "such.ndjson unreadable",
      "such.har unreadable",
    ]);
  });

  test("a profile", async () => {
    const { description } = await loadApi(documentOf({ type: "string" }));
    const profile = await observe(description, answers(["x", 1]));
    const folder = await folderOf({ "a.profile.json": printProfile(profile) });
    const again = await observe(description, await read([join(folder, "a.profile.json")]));
    expect(printProfile(again)).toBe(printProfile(profile));
  });
});

describe("bare bodies", () => {
  test.each<[string, { readonly [name: string]: string | Uint8Array }, string, string]>([
    [
      "of PowerShell, in UTF-16",
      { "a.json": Buffer.from('\uFEFF{"a":1}', "utf16le") },
      '200 {"a":1}',
      "application/json",
    ],
    ["alone", { "a.json": '{"a":1}' }, '200 {"a":1}', "application/json"],
    [
      "with a sidecar",
      {
        "a.json": "[]",
        "a.headers.json":
          '{"status": 404, "headers": {"content-type": "application/problem+json"}}',
      },
      "404 []",
      "application/problem+json",
    ],
    [
      "packed, with a sidecar",
      {
        "a.json.gz": gzipSync("[]"),
        "a.headers.json": '{"status": 404, "headers": {"content-type": "text/json"}}',
      },
      "404 []",
      "text/json",
    ],
    ["a feed", { "a.xml": "<rss/>" }, "200 <rss/>", "application/xml"],
    ["a feed, packed", { "a.XML.gz": gzipSync("<rss/>") }, "200 <rss/>", "application/xml"],
    ["a page", { "a.html": "<p>" }, "200 <p>", "text/html"],
    ["a text", { "a.txt": "x" }, "200 x", "text/plain"],
  ])("%s", async (_name, files, want, mediaType) => {
    const folder = await folderOf(files);
    const items = await read([folder], "GET /x");
    expect(items.map(brief)).toEqual([`${Object.keys(files)[0]} ${want}`]);
    const [item] = items;
    expect(item?.kind === "exchange" ? item.exchange.response.headers : []).toContainEqual({
      name: "content-type",
      value: mediaType,
    });
  });
});

test("credentials are dropped by the reader", async () => {
  const secret = "sk-0123456789abcdef0123";
  const text = JSON.stringify({
    request: {
      method: "GET",
      url: `https://u:${secret}@a.example/x?api_key=${secret}&q=1#${secret}`,
      headers: { Authorization: secret, Cookie: secret, "X-Api-Key": secret },
    },
    response: { status: 200, headers: { "Set-Cookie": [secret] }, body: "" },
  });
  const folder = await folderOf({ "a.ndjson": text });
  const items = await read([join(folder, "a.ndjson")]);
  expect(JSON.stringify(items)).not.toContain(secret);
  const [item] = items;
  expect(item?.kind === "exchange" ? item.exchange.request.url : "").toBe(
    "https://a.example/x?api_key=REDACTED&q=1",
  );
});

test("what is recorded reads back the same", async () => {
  const bodies = [{ a: 1 }, "text", null, [1.5]];
  const items = answers(bodies, { time: "2026-01-01T00:00:00.000Z" });
  const text = items
    .map((item) => (item.kind === "exchange" ? printExchange(item.exchange) : ""))
    .join("");
  const folder = await folderOf({ "exchanges.ndjson": text });
  const { description } = await loadApi(documentOf({ type: "boolean" }));
  const again = await observe(description, await read([folder]));
  const first = await observe(description, items);
  expect(printProfile(again).replaceAll("exchanges.ndjson:", "a:")).toBe(printProfile(first));
});
