import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { documentOf, loadApi } from "../../test/api.ts";
import { compare } from "../compare/compare.ts";
import { observe } from "../observe/observe.ts";
import { readTime } from "./json-exchange.ts";
import { createFileAccess } from "./node-files.ts";
import { readRecordings } from "./recordings.ts";

const things = "https://api.example.com/v1/things";
const json = '[{"id":1,"name":"é"}]';

interface Entry {
  readonly url?: string;
  readonly method?: string;
  readonly status?: number;
  readonly headers?: readonly object[];
  readonly content?: object;
  readonly response?: object;
}

/** An archive of one entry, as browsers and proxies write them. */
function archive(entry: Entry): string {
  const { url = things, method = "GET", status = 200, response } = entry;
  const { headers = [{ name: "Content-Type", value: "application/json" }] } = entry;
  const { content = { size: 21, mimeType: "application/json", text: json } } = entry;
  const request = { method, url, headers: [{ name: ":path", value: "/v1/things" }] };
  const written = { request, response: { status, headers, content, ...response } };
  return JSON.stringify({ log: { version: "1.2", entries: [written] } });
}

function packed(coding: string, bytes: Uint8Array): string {
  const headers = [
    { name: "content-type", value: "application/json" },
    { name: "Content-Encoding", value: coding },
  ];
  const text = Buffer.from(bytes).toString("base64");
  return archive({ headers, content: { mimeType: "application/json", text, encoding: "base64" } });
}

const empty = { size: 0, mimeType: "x-unknown" };
const line = JSON.stringify({
  time: 1_767_225_600.5,
  request: { method: "GET", url: things },
  response: { status: 200, headers: { "content-type": "application/json" }, body: json },
});
const cassette = JSON.stringify({
  request: { method: "get", uri: things, body: { encoding: "US-ASCII", string: "" } },
  response: {
    status: { code: 200, message: "OK" },
    headers: { "Content-Type": ["application/json"] },
    body: { encoding: "UTF-8", string: json },
  },
  recorded_at: "Thu, 01 Jan 2026 00:00:00 GMT",
});
const { buffer } = new Uint16Array([...`\uFEFF${line}`].map((one) => one.charCodeAt(0)));

/** Reads files against a description of one list, and says what came of it: problems and findings, or nothing. */
async function check(files: { readonly [name: string]: string | Uint8Array }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "drift-programs-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const row = { type: "object", properties: { id: { type: "integer" }, name: {} } };
  const { description } = await loadApi(documentOf({ type: "array", items: row }));
  const profile = await observe(
    description,
    readRecordings([folder], { files: createFileAccess() }),
  );
  const problems = profile.problems.map(({ kind, message }) => `${kind}: ${message}`);
  const found = compare(description, profile).map(({ kind, values }) => `${kind} ${values ?? ""}`);
  const all = [...problems, ...found].join("; ");
  return all === "" ? `${profile.matched} read` : all;
}

test.each<[string, { readonly [name: string]: string | Uint8Array }, string]>([
  ["gzip that was left packed", { "a.har": packed("gzip", gzipSync(json)) }, "1 read"],
  ["brotli that was left packed", { "a.har": packed("br", brotliCompressSync(json)) }, "1 read"],
  ["deflate with zlib's header", { "a.har": packed("deflate", deflateSync(json)) }, "1 read"],
  ["deflate without it", { "a.har": packed("deflate", deflateRawSync(json)) }, "1 read"],
  ["two codings", { "a.har": packed("gzip, br", brotliCompressSync(gzipSync(json))) }, "1 read"],
  ["a body that was unpacked already", { "a.har": packed("br", Buffer.from(json)) }, "1 read"],
  [
    "a coding that is not known",
    { "a.har": packed("zstd", Buffer.from([0x28, 0xb5, 0x2f, 0xfd])) },
    "unreadable: the body is not UTF-8 (packed as zstd?)",
  ],
  [
    "bytes that are no UTF-8",
    { "a.har": packed("identity", Buffer.from(json, "latin1")) },
    "unreadable: the body is not UTF-8 (packed as identity?)",
  ],
  [
    "a line that is no UTF-8",
    { "a.ndjson": Buffer.from(line, "latin1") },
    "unreadable: the line is not UTF-8",
  ],
  [
    "a request that was aborted",
    { "a.har": archive({ status: 0, content: empty, response: { _error: "net::ERR_ABORTED" } }) },
    "unreadable: the request got no answer: net::ERR_ABORTED",
  ],
  [
    "a request to somebody else that was blocked",
    { "a.har": archive({ url: "https://t.example/p?u=1", status: -1, content: empty }) },
    "unmatched: the description has no server for GET https://t.example/p",
  ],
  [
    "another base path",
    { "a.har": archive({ url: "https://api.example.com/v2/things/7" }) },
    "unmatched: the description has no server for GET https://api.example.com/v2/things/*",
  ],
  [
    "a picture in the page",
    { "a.har": archive({ url: "data:image/png;base64,iVBO", content: empty }) },
    "unmatched: the description has no server for GET data:",
  ],
  [
    "an upgrade to WebSocket",
    { "a.har": archive({ url: "wss://api.example.com/v1/socket", status: 101, content: empty }) },
    "unmatched: the description has no path for GET /v1/socket",
  ],
  [
    "a redirect without a page",
    {
      "a.har": archive({
        ...{ status: 301, headers: [{ name: "Content-Type", value: "text/html" }] },
        content: { size: 0, mimeType: "text/html", text: "" },
      }),
    },
    "undocumented-status 301",
  ],
  ["an answer to a cache", { "a.har": archive({ status: 304, content: empty }) }, "1 read"],
  [
    "a body that was left out",
    { "a.har": archive({ content: { size: 21, mimeType: "application/json", text: null } }) },
    "truncated: there is no body where JSON is due",
  ],
  [
    "a body in a file beside the archive",
    {
      "a.har": archive({ content: { mimeType: "application/json", _file: "0a.dat" } }),
      "0a.dat": json,
    },
    "1 read",
  ],
  [
    "a body in a file elsewhere",
    { "a.har": archive({ content: { mimeType: "application/json", _file: "../0a.dat" } }) },
    "truncated: there is no body where JSON is due",
  ],
  ["an archive in gzip", { "A.HAR.gz": gzipSync(archive({})) }, "1 read"],
  ["gzip without the ending", { "a.har": gzipSync(archive({})) }, "1 read"],
  ["lines in UTF-16", { "a.ndjson": new Uint8Array(buffer) }, "1 read"],
  [
    "the same, the greater byte first",
    { "a.ndjson": Buffer.from(new Uint8Array(buffer)).swap16() },
    "1 read",
  ],
  ["lines of Windows", { "a.ndjson": `\uFEFF${line}\r\n\r\n${line}\r\n` }, "2 read"],
  ["a cassette", { "a.ndjson": cassette }, "1 read"],
])("%s", async (_name, files, want) => {
  expect(await check(files)).toBe(want);
});

test("of many that are none of ours the one that is not read is told first", async () => {
  const foreign = line.replace("api.example.com", "t.example");
  const text = `${`${foreign}\n`.repeat(1_200)}{\n`;
  expect(await check({ "a.ndjson": text })).toMatch(/^truncated: .*; unmatched: /);
});

test.each([
  [1_767_225_600.5, "2026-01-01T00:00:00.500Z"],
  ["1767225600", "2026-01-01T00:00:00.000Z"],
  [1_767_225_600_500, "2026-01-01T00:00:00.500Z"],
  ["2026-01-01 00:00:00", "2026-01-01T00:00:00.000Z"],
  ["2026-01-01T01:00:00.1234567+01:00", "2026-01-01T00:00:00.123Z"],
  ["Thu, 01 Jan 2026 00:00:00 GMT", "2026-01-01T00:00:00.000Z"],
  ["01/Jan/2026:00:00:00 +0000", undefined],
])("the time %s", (raw, want) => {
  expect(readTime(raw)).toBe(want);
});

test("a form that an archive holds as fields reads as it was sent", async () => {
  const params = [{ name: "a b", value: "x&y" }, { name: "n", value: "1" }, { name: "file" }];
  const postData = { mimeType: "application/x-www-form-urlencoded", params };
  const request = { method: "POST", url: things, headers: [], postData };
  const folder = await mkdtemp(join(tmpdir(), "drift-form-"));
  const log = { entries: [{ request, response: { status: 204, headers: [] } }] };
  await writeFile(join(folder, "a.har"), JSON.stringify({ log }));
  const text = "a%20b=x%26y&n=1&file=";
  const read: unknown[] = [];
  for await (const one of readRecordings([folder], { files: createFileAccess() })) read.push(one);
  expect(read).toMatchObject([{ exchange: { request: { body: { kind: "text", text } } } }]);
});
