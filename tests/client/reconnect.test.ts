import {
  type CallOptions,
  call,
  createConnection,
  dataOf,
  type Failure,
  type Operation,
  openStream,
  type ReadStream,
  type ReconnectOptions,
  readEvents,
  readJsonEvents,
  reconnect,
  type ServerSentEvent,
  type Success,
} from "@truespec/client";
import { afterEach, expect, test } from "vitest";
import { type Answer, answer, type FaultyServer, startFaultyServer } from "./faulty-server.ts";

type Outcome =
  | Success<200, string, AsyncIterable<ServerSentEvent<unknown>>>
  | Success<204, undefined, undefined>
  | Failure<number, string | undefined, unknown>;

const gone = answer(204);
const events = "text/event-stream";
const stream = (text: string): Answer => answer(200, { "content-type": events }, text);
const broken =
  (text: string): Answer =>
  (_, response) => {
    response.writeHead(200, { "content-type": events });
    response.write(text, () => setTimeout(() => response.destroy(), 20));
  };

let server: FaultyServer | undefined;
afterEach(() => server?.close());

interface Row {
  readonly name: string;
  readonly answers: readonly Answer[];
  readonly read?: ReadStream;
  readonly options?: ReconnectOptions;
  /** The data of the events. */
  readonly data: readonly unknown[];
  /** The `Last-Event-ID` of each request. */
  readonly ids: readonly (string | undefined)[];
  readonly waits: readonly number[];
  readonly error?: object;
}

async function follow({ answers, read = readEvents, options }: Row) {
  server = await startFaultyServer(answers);
  const defaults = { baseUrl: server.url, securitySchemes: {} };
  const connection = createConnection({ retry: "off" }, defaults);
  const streams = { open: openStream, content: { [events]: read } };
  const operation: Operation = { method: "GET", path: "/a", streams };
  const open = async (again: CallOptions) =>
    dataOf(await call<Outcome>(connection, operation, {}, again));
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const clock = { now: Date.now, random: () => 0.5, sleep };
  const data: unknown[] = [];
  let error: unknown;
  try {
    for await (const event of reconnect(open, { clock, ...options })) data.push(event.data);
  } catch (thrown) {
    error = thrown;
  }
  const ids = server.received.map(({ headers }) => headers["last-event-id"]);
  return { data, ids, waits, ...(error === undefined ? {} : { error }) };
}

test.each<Row>([
  {
    name: "a stream that ends, and one that breaks off",
    answers: [stream("id: 1\ndata: a\n\n"), broken("id: 2\ndata: b\n\ndata: c"), gone],
    data: ["a", "b"],
    ids: [undefined, "1", "2"],
    waits: [250, 250],
  },
  {
    name: "the wait that the server asks for, in a block of its own",
    answers: [stream("retry: 1500\n\nid: 1\ndata: a\n\n"), stream("data: b\n\n"), gone],
    data: ["a", "b"],
    ids: [undefined, "1", "1"],
    waits: [1_500, 1_500],
  },
  {
    name: "an empty id takes the last one back",
    answers: [stream("id: 1\ndata: a\n\nid\ndata: b\n\n"), gone],
    data: ["a", "b"],
    ids: [undefined, undefined],
    waits: [250],
  },
  {
    name: "no event in three streams",
    answers: [stream("")],
    data: [],
    ids: [undefined, undefined, undefined],
    waits: [500, 1_000],
  },
  {
    name: "streams that only break off",
    answers: [broken("id: 1\n")],
    options: { retry: { attempts: 2 } },
    data: [],
    ids: [undefined, undefined],
    waits: [500],
    error: { code: "unreadable-body", status: 200 },
  },
  {
    name: "a wait past the longest",
    answers: [stream("retry: 60001\ndata: a\n\n")],
    data: ["a"],
    ids: [undefined],
    waits: [],
  },
  {
    name: "an answer that is no success",
    answers: [stream("data: a\n\n"), answer(403)],
    data: ["a"],
    ids: [undefined, undefined],
    waits: [250],
    error: { code: "client-error", status: 403 },
  },
  {
    name: "[DONE]",
    answers: [stream("id: 1\ndata: {}\n\n"), stream("data: 2\n\ndata: [DONE]\n\n")],
    read: readJsonEvents,
    data: [{}, 2],
    ids: [undefined, "1"],
    waits: [250],
  },
  {
    name: "data that nobody can read",
    answers: [stream("data: {\n\n")],
    read: readJsonEvents,
    data: [],
    ids: [undefined],
    waits: [],
    error: { code: "unreadable-body" },
  },
])("$name", async (row) => {
  const { data, ids, waits, error } = row;
  const seen = await follow(row);
  expect(seen).toMatchObject({ data, ids, waits, ...(error && { error }) });
  expect("error" in seen).toBe(error !== undefined);
});

test("an abort ends the wait", async () => {
  const controller = new AbortController();
  const options = { signal: controller.signal, clock: undefined };
  setTimeout(() => controller.abort(), 100);
  const seen = await follow({
    name: "",
    answers: [stream("retry: 30000\ndata: a\n\n")],
    options,
    data: [],
    ids: [],
    waits: [],
  });
  expect(seen).toMatchObject({ data: ["a"], ids: [undefined], error: { code: "aborted" } });
});

test("who stops early closes the stream", async () => {
  let closed = false;
  const endless: Answer = (_, response) => {
    response.writeHead(200, { "content-type": events });
    response.write("data: a\n\n");
    response.on("close", () => {
      closed = true;
    });
  };
  server = await startFaultyServer([endless]);
  const connection = createConnection({}, { baseUrl: server.url, securitySchemes: {} });
  const streams = { open: openStream, content: { [events]: readEvents } };
  const operation: Operation = { method: "GET", path: "/a", streams };
  const open = async (again: CallOptions) =>
    dataOf(await call<Outcome>(connection, operation, {}, again));
  for await (const { data } of reconnect(open)) {
    expect(data).toBe("a");
    break;
  }
  await expect.poll(() => closed).toBe(true);
  expect(server.received).toHaveLength(1);
});
