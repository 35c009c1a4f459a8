import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Connection, Pages, Result } from "@truespec/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateInto, load } from "./generate-into.ts";
import { type ListsServer, startListsServer } from "./lists-server.ts";
import { typeCheck } from "./type-check.ts";

interface ClientModule {
  readonly createConnection: (options: object) => Connection;
  readonly [name: string]: (client: Connection, input?: object, options?: object) => unknown;
}

let server: ListsServer;
let folder: string;
let module: ClientModule;
let connection: Connection;

beforeAll(async () => {
  server = await startListsServer();
  const description = await load("tests/generator/fixtures/lists.yaml");
  ({ folder } = await generateInto(description, { emit: ["types", "client"] }));
  module = await import(join(folder, "client.ts"));
  connection = module.createConnection({ baseUrl: server.url, auth: { key: "k" } });
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Thing {
  readonly id: string;
}

function pagesOf(name: string, input?: object, options?: object): Pages<unknown, Thing> {
  return module[name]?.(connection, input, options) as Pages<unknown, Thing>;
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const all = ["a", "b", "c", "d", "e", "f", "g"];

test.each([
  { name: "listByOffsetPages", asked: ["", "offset=3&", "offset=6&"] },
  { name: "listByPagePages2", asked: ["", "page=2&", "page=3&", "page=4&"] },
  { name: "listByCursorPages", asked: ["", "after=c&", "after=f&"] },
  { name: "listByLinkPages", asked: ["", "offset=3&", "offset=6&"] },
  { name: "listByUrlPages", asked: ["", "offset=3&", "offset=6&"] },
  { name: "listByLastPages", asked: ["", "starting_after=c&", "starting_after=f&"] },
])("$name reads the list to its end, with the key each time", async ({ name, asked }) => {
  server.asked.length = 0;
  const items = await collect(pagesOf(name).items);
  expect(items.map(({ id }) => id)).toEqual(all);
  expect(server.asked.map((url) => url.split("?")[1])).toEqual(
    asked.map((query) => `${query}key=k`),
  );
});

test("pages begin where the input says, and end with one that is short", async () => {
  server.asked.length = 0;
  const pages = await collect(
    pagesOf("listByOffsetPages", { offset: 1, limit: 4, "X-Trace": "t" }),
  );
  expect(pages).toEqual([
    { data: all.slice(1, 5).map((id) => ({ id })), total: 7 },
    { data: all.slice(5).map((id) => ({ id })), total: 7 },
  ]);
  expect(server.asked).toEqual([
    "/offset?offset=1&limit=4&key=k t",
    "/offset?offset=5&limit=4&key=k t",
  ]);
});

test("who stops early asks for no more", async () => {
  server.asked.length = 0;
  for await (const { id } of pagesOf("listByLinkPages").items) if (id === "b") break;
  expect(server.asked).toHaveLength(1);
});

/** Sends the client on to this address for its next page. */
function sendOnTo(next: string): typeof globalThis.fetch {
  return async (input) => {
    server.asked.push(String(input));
    return Response.json([{ id: "a" }], { headers: { link: `<${next}>; rel="next"` } });
  };
}

test.each([
  { name: "another host", next: "https://elsewhere.example/link", asked: 1 },
  { name: "the same page, again and again", next: "/link?offset=3", asked: 2 },
])("$name is not followed", async ({ next, asked }) => {
  server.asked.length = 0;
  connection = module.createConnection({ baseUrl: server.url, fetch: sendOnTo(next) });
  const { items } = pagesOf("listByLinkPages");
  await expect(collect(items)).rejects.toMatchObject({ code: "unreadable-body" });
  expect(server.asked).toHaveLength(asked);
  connection = module.createConnection({ baseUrl: server.url, auth: { key: "k" } });
});

test("a page that is a failure is thrown", async () => {
  const { items } = pagesOf("listByLinkPages", {}, { baseUrl: `${server.url}/nowhere` });
  await expect(collect(items)).rejects.toMatchObject({ code: "client-error", status: 404 });
});

test.each([
  { name: "watch", want: [{ event: "add", data: { id: "a" } }, { data: { id: "b" } }] },
  { name: "complete", want: [{ id: "a" }] },
  { name: "readLog", want: [{ id: "a" }, { id: "b" }] },
  { name: "tick", want: [{ data: "tick" }] },
])("$name is read item by item", async ({ name, want }) => {
  const result = (await module[name]?.(connection, {})) as Result;
  if (!result.ok) throw new Error("expected a success");
  expect(await collect(result.data as AsyncIterable<unknown>)).toEqual(want);
});

const use = `
import { createClient, listByCursorPages, type Thing } from "./client.js";

const client = createClient({ auth: { key: "k" } });
export async function main(): Promise<void> {
  for await (const page of client.offset.listByOffsetPages({ limit: 10 })) {
    page.data satisfies Thing[];
  }
  for await (const thing of listByCursorPages(client).items) thing.id satisfies string;
  for await (const thing of client.page.listByPagePages().items) thing satisfies Thing;
  const log = await client.log.readLog();
  if (log.ok) for await (const thing of log.data) thing.id satisfies string;
  const events = await client.events.watch();
  if (events.ok) for await (const { event, data } of events.data) [event ?? "", data.id] satisfies string[];
  const ticks = await client.ticks.tick();
  if (ticks.ok) for await (const tick of ticks.data) [tick.data, tick.id ?? ""] satisfies string[];
  const complete = await client.completions.complete({ body: {} });
  if (!complete.ok) return;
  if (complete.mediaType === "application/json") complete.data.data satisfies Thing[];
  else for await (const thing of complete.data) thing.id satisfies string;
  const streamed = await client.completions.complete({}, { accept: "text/event-stream" });
  if (streamed.ok) for await (const thing of streamed.data) thing.id satisfies string;
}
export function wrong(): void {
  // @ts-expect-error not a parameter
  client.offset.listByOffsetPages({ cursor: "a" });
}
`;

test("pages, items and streams are typed", () => {
  const path = join(folder, "use.ts");
  writeFileSync(path, use);
  expect(typeCheck([path])).toEqual([]);
});
