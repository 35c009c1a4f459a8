import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { bySchemas, type Connection, type Result, type StandardSchema } from "@truespec/client";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { generateInto, load } from "./generate-into.ts";
import { typeCheck } from "./type-check.ts";

type Call = (client: Connection, input?: object) => Promise<Result>;

interface ClientModule {
  readonly createConnection: (options: object) => Connection;
  readonly [name: string]: unknown;
}

const text = "2024-02-29T12:00:00Z";
const date = new Date(text);
const event = {
  at: text,
  ended: null,
  day: "2024-02-29",
  fixed: "2024-01-01T00:00:00Z",
  by: { a: text },
  pair: [text, text],
  parts: [{ at: text }],
  other: { at: text },
  marks: [text],
};
const read = {
  ...event,
  at: date,
  by: { a: date },
  pair: [text, date],
  parts: [{ at: date }],
  other: { at: date },
  marks: [date],
};

let folder: string;
let module: ClientModule;
let server: Server;
let connection: Connection;
const asked: { readonly url: string | undefined; readonly body: string }[] = [];

beforeAll(async () => {
  const description = await load("tests/generator/fixtures/dates.yaml");
  const emit = ["types", "client", "validators"] as const;
  ({ folder } = await generateInto(description, { emit, types: { dates: "Date" } }));
  module = await import(join(folder, "client.ts"));
  const { Event }: { readonly Event: StandardSchema } = await import(
    join(folder, "validators/index.js")
  );
  server = await startServer();
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const schemas = bySchemas({ "POST /events": { 201: Event } });
  const options = { baseUrl, retry: "off", validation: { mode: "strict", schemas } };
  connection = module.createConnection(options);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Answers a list of one event, or the event that it was sent; too many requests where `since` is long ago. */
async function startServer(): Promise<Server> {
  const started = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    asked.push({ url: request.url, body });
    const isLate = request.url?.includes("1970") === true;
    const isStream = request.url === "/events/stream";
    response.statusCode = isLate ? 429 : request.method === "POST" ? 201 : 200;
    const mediaType = isLate ? "application/problem+json" : "application/json";
    response.setHeader("content-type", isStream ? "application/x-ndjson" : mediaType);
    const answer = isLate ? { until: text, constructor: text } : isStream ? event : [event];
    response.end(request.method === "POST" ? body : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return started;
}

function call(name: string, input?: object): Promise<Result> {
  return (module[name] as Call)(connection, input);
}

test("a client reads dates, wherever they are described, and nothing else as one", async () => {
  const result = await call("listEvents");
  expect(result.ok && result.data).toEqual([read]);
});

test("a date travels as a text in a query, and comes back in a failure", async () => {
  const result = await call("listEvents", { since: new Date(0) });
  expect(asked.at(-1)?.url).toBe("/events?since=1970-01-01T00%3A00%3A00.000Z");
  expect(!result.ok && result.error).toEqual({ until: date, constructor: date });
});

test("a date travels as a text in a body, and schemas look at the text of an answer", async () => {
  const result = await call("addEvent", { body: { at: date } });
  expect(asked.at(-1)?.body).toBe('{"at":"2024-02-29T12:00:00.000Z"}');
  expect(result.ok && result.data).toEqual({ at: date });
});

test("a Date that is none is refused before anything is sent", async () => {
  const count = asked.length;
  const adding = call("addEvent", { body: { at: date, parts: [{ at: new Date("soon") }] } });
  await expect(adding).rejects.toMatchObject({ code: "invalid-request" });
  await expect(adding).rejects.toThrow(
    'POST /events: the body at "/parts/0/at" is an invalid Date',
  );
  expect(asked.length).toBe(count);
});

test("the items of a stream are as they come", async () => {
  const result = await call("followEvents");
  const items: unknown[] = [];
  if (result.ok) for await (const item of result.data as AsyncIterable<unknown>) items.push(item);
  expect(items).toEqual([event]);
});

const use = `
import { addEvent, createConnection, followEvents, listEvents } from "./client.ts";
import type { $Wire, AddedRequestBody, callbacks, Date as Day, Event, Instant, operations, Times, webhooks } from "./types.ts";
import { isEvent, isTimes } from "./validators/index.js";

const connection = createConnection();
export async function run(): Promise<readonly (Date | string | null | undefined)[]> {
  const listed = await listEvents(connection, { since: new Date() });
  if (!listed.ok) return listed.status === 429 ? [listed.error.until] : [];
  const added = await addEvent(connection, { body: { at: new Date(), fixed: "2024-01-01T00:00:00Z" } });
  const texts: string[] = [];
  const followed = await followEvents(connection);
  if (followed.ok && followed.status === 200) for await (const { at } of followed.data) texts.push(at);
  const dates: (Date | null | undefined)[] = listed.data.flatMap((one) => [one.at, one.ended, one.by?.["a"], one.pair?.[1], one.marks?.[0]]);
  return [...dates, ...texts, ...(added.ok && added.status === 201 ? [added.data.at] : [])];
}
export const day: string | undefined = ({} as Event).day;
export const instant: Instant = new Date();
export const other: Day = { at: instant };
export const hook: AddedRequestBody = { at: "", parts: [{ at: "" }], pair: ["", ""] };
export const hooked: webhooks["added"]["post"]["requestBody"] = { content: { "application/json": hook } };
export const done: callbacks["POST /events done {$request.query.to}"]["post"]["requestBody"] = hooked;
export const header: operations["listEvents"]["responses"][200]["headers"]["X-Read"] = "";
export function check(value: unknown): string | undefined {
  return isEvent(value) ? value.at : undefined;
}
export const wire: $Wire<Event> = hook;
export const times: Times = [instant, [instant, []]];
export function first(value: unknown): string | $Wire<Times> | undefined {
  return isTimes(value) ? value[0] : undefined;
}
// @ts-expect-error a list of lists holds dates and lists
export const none: Times = [[""]];
// @ts-expect-error a text is no date
export const wrong: Event = { at: "" };
`;

test("the types say what the client gives, and what nothing converts is a text", () => {
  writeFileSync(join(folder, "use.ts"), use);
  const files = ["use.ts", "client.ts", "types.ts", "validators/index.d.ts"];
  expect(typeCheck(files.map((file) => join(folder, file)))).toEqual([]);
});

test("who asks for texts, or for what holds no date, pays nothing", async () => {
  const data = /const \$(\w+): runtime\.Operation = \{[\s\S]*?^};/gm;
  const paying = (module: string) =>
    [...readFileSync(module, "utf8").matchAll(data)]
      .filter(([all]) => all.includes("runtime.readDates"))
      .map(([, name]) => name);
  expect(paying(join(folder, "client.ts"))).toEqual(["listEvents", "addEvent"]);
  const description = await load("tests/generator/fixtures/dates.yaml");
  const texts = await generateInto(description, { emit: ["types", "client"] });
  onTestFinished(() => rmSync(texts.folder, { recursive: true }));
  expect(readFileSync(join(texts.folder, "client.ts"), "utf8")).not.toMatch(/Dates|dateTime/);
  expect(readFileSync(join(texts.folder, "types.ts"), "utf8")).not.toMatch(/globalThis|Wire/);
});
