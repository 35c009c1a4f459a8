import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Connection, Result } from "@truespec/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadParts } from "../harness/load-parts.ts";
import { generateInto } from "./generate-into.ts";
import { findErrorLines } from "./type-check.ts";

const key = (place: string) => ({
  ...{ name: "api'key", in: place, required: true, schema: { type: "string" } },
});
const row = { type: "object", required: ["a"], properties: { a: { type: "integer" } } };
const event = {
  type: "object",
  required: ["data"],
  properties: { data: row, id: { type: "string" } },
};
const bodies = {
  sendItems: { "application/jsonl": { itemSchema: row } },
  sendList: { "application/x-ndjson": { schema: { type: "array", items: row } } },
  sendSequence: { "application/json-seq": { schema: row } },
  sendAnything: { "application/jsonl": { schema: { type: "string" } } },
  sendEvents: { "text/event-stream": { itemSchema: event } },
  sendData: { "text/event-stream": { schema: row } },
  sendTexts: { "text/event-stream": {} },
};
const document = {
  openapi: "3.2.0",
  info: { title: "T", version: "1" },
  servers: [{ url: "https://x.test" }],
  security: [{ "api key": [] }],
  paths: {
    "/all": { get: { operationId: "listAll", parameters: [key("query"), key("header")] } },
    "/one": { get: { operationId: "getOne", parameters: [key("query")] } },
    "/open": { get: { operationId: "getOpen", security: [], parameters: [key("query")] } },
    ...Object.fromEntries(
      Object.entries(bodies).map(([operationId, content]) => [
        `/${operationId}`,
        { post: { operationId, requestBody: { required: true, content } } },
      ]),
    ),
  },
  components: { securitySchemes: { "api key": { type: "apiKey", in: "query", name: "api'key" } } },
};

type Call = (client: Connection, input: object) => Promise<Result>;
type ClientModule = {
  readonly createConnection: (options: object) => Connection;
} & Readonly<Record<"listAll" | keyof typeof bodies, Call>>;

let folder: string;
let client: ClientModule;
beforeAll(async () => {
  ({ folder } = await generateInto(await loadParts(document), { emit: ["types", "client"] }));
  client = await import(join(folder, "client.ts"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** URL and body of a request, as `fetch` is given them. */
async function send(
  name: Exclude<keyof ClientModule, "createConnection">,
  input: object,
  auth = {},
) {
  const sent: [url: string, body: string][] = [];
  const fetch = async (url: string, { body }: RequestInit) => {
    sent.push([url, await new Response(body ?? null).text()]);
    return new Response(null, { status: 204 });
  };
  await client[name](client.createConnection({ fetch, auth }), input);
  return sent;
}

test.each([
  { auth: {}, want: "?api%27key=p" },
  { auth: { "api key": "s" }, want: "?api%27key=s" },
])("a credential is sent in place of the parameter that describes it again: $auth", async (row) => {
  const input = { "api'key": "p", "headerApi'key": "h" };
  expect(await send("listAll", input, row.auth)).toEqual([[`https://x.test/all${row.want}`, ""]]);
});

const rows = [{ a: 1 }, { a: 2 }];

test.each<{ name: keyof typeof bodies; body: Iterable<unknown>; want: string }>([
  { name: "sendItems", body: new Set(rows), want: '{"a":1}\n{"a":2}\n' },
  { name: "sendList", body: rows, want: '{"a":1}\n{"a":2}\n' },
  { name: "sendSequence", body: rows, want: '\u001E{"a":1}\n\u001E{"a":2}\n' },
  { name: "sendAnything", body: rows.values(), want: '{"a":1}\n{"a":2}\n' },
  { name: "sendEvents", body: [{ data: { a: 1 }, id: "i" }], want: 'id: i\ndata: {"a":1}\n\n' },
  { name: "sendData", body: rows, want: 'data: {"a":1}\n\ndata: {"a":2}\n\n' },
  { name: "sendTexts", body: [{ data: "a" }], want: "data: a\n\n" },
])("a body is made of items: $name", async ({ name, body, want }) => {
  expect(await send(name, { body })).toEqual([[`https://x.test/${name}`, want]]);
});

test("the compiler takes what is sent, and nothing else", () => {
  const wrong = [
    "client.getOpen(connection);",
    "client.listAll(connection);",
    `client.listAll(connection, { "api'key": 1, "headerApi'key": "h" });`,
    "client.sendItems(connection, { body: [{ a: '' }] });",
    "client.sendEvents(connection, { body: [{ a: 1 }] });",
    "client.sendData(connection, { body: { a: 1 } });",
  ];
  const right = [
    "client.getOne(connection);",
    `client.getOne(connection, { "api'key": "p" });`,
    `client.listAll(connection, { "headerApi'key": "h" });`,
    "client.sendItems(connection, { body: rows() });",
    "client.sendItems(connection, { body: new Blob([]).stream() });",
    "client.sendList(connection, { body: [{ a: 1 }] });",
    "client.sendSequence(connection, { body: '' });",
    "client.sendAnything(connection, { body: [1, null] });",
    "client.sendEvents(connection, { body: [{ data: { a: 1 } }] });",
    "client.sendData(connection, { body: new Set([{ a: 1 }]) });",
    "client.sendTexts(connection, { body: [{ data: '', retry: 1 }] });",
  ];
  const module = join(folder, "use.ts");
  const given = [
    'import * as client from "./client.ts";',
    "const connection = client.createConnection();",
    "async function* rows(): AsyncGenerator<{ a: number }> { yield { a: 1 }; }",
  ];
  writeFileSync(module, [...given, ...wrong, ...right].join("\n"));
  const places = new Set(wrong.map((_, index) => given.length + index));
  expect(findErrorLines(module)).toEqual(places);
});
