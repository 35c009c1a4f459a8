import {
  type CallOptions,
  ClientError,
  call,
  createConnection,
  type Failure,
  type Operation,
  openStream,
  readEventData,
  readJsonLines,
  type Success,
} from "@truespec/client";
import { afterEach, expect, test } from "vitest";
import {
  type Answer,
  answer,
  type FaultyServer,
  json,
  startFaultyServer,
} from "./faulty-server.ts";

const events = "text/event-stream";
const lines = "application/jsonl";
const operation: Operation = {
  method: "GET",
  path: "/a",
  responses: { 200: ["application/json", events, lines], 400: [events] },
  streams: { open: openStream, content: { [events]: readEventData, [lines]: readJsonLines } },
};
type Outcome =
  | Success<200, string, AsyncIterable<unknown>>
  | Failure<number, string | undefined, unknown>;

let server: FaultyServer | undefined;
afterEach(() => server?.close());

async function send(answers: readonly Answer[], options?: CallOptions): Promise<Outcome> {
  server = await startFaultyServer(answers);
  const defaults = { baseUrl: server.url, securitySchemes: {} };
  const connection = createConnection({ retry: { baseDelay: 1 } }, defaults);
  return await call<Outcome>(connection, operation, {}, options);
}

async function open(answers: readonly Answer[], options?: CallOptions) {
  const result = await send(answers, options);
  if (!result.ok) throw new Error(`expected a success, not ${result.status}`);
  return result.data;
}

/** Items until the stream ends, and what ended it. */
async function collect(items: AsyncIterable<unknown>) {
  const seen: unknown[] = [];
  try {
    for await (const item of items) seen.push(item);
    return { seen };
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return { seen, error };
  }
}

/** Sends the pieces with a rest between them, then ends as `last` says. */
function slowly(
  pieces: readonly string[],
  last: (response: Parameters<Answer>[1]) => void,
): Answer {
  return async (_, response) => {
    if (!response.headersSent) {
      response.writeHead(200, { "content-type": `${events}; charset=utf-8` });
    }
    for (const piece of pieces) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    last(response);
  };
}

test("events come as they are sent, past the time of an attempt and of the call", async () => {
  const pieces = [
    "data: 1\n\nda",
    "ta: 2\n\n",
    ": still here\n\n",
    "data: 3\n\n",
    "data: [DONE]\n\n",
  ];
  // So long that the headers come in time on a machine with much to do.
  const timeout = { attempt: 1_000, total: 1_100 };
  const isOver = new Promise((resolve) => setTimeout(resolve, 1_200));
  const late: Answer = async (request, response) => {
    response.writeHead(200, { "content-type": events });
    response.write("data: 0\n\n");
    await isOver;
    slowly(pieces, () => response.end())(request, response);
  };
  const items = await open([late], { timeout });
  expect(await collect(items)).toEqual({ seen: [0, 1, 2, 3] });
});

test.each([
  { mediaType: lines, body: '{"a":1}\n{"a":2}', want: [{ a: 1 }, { a: 2 }] },
  { mediaType: events, body: "", want: [] },
])("a body of $mediaType", async ({ mediaType, body, want }) => {
  const items = await open([answer(200, { "content-type": mediaType }, body)]);
  expect(await collect(items)).toEqual({ seen: want });
});

test("JSON of the same operation is data as ever", async () => {
  expect(await send([json('{"a":1}')])).toMatchObject({ ok: true, data: { a: 1 } });
});

test("a failure is read as a whole", async () => {
  const refused = answer(400, { "content-type": events }, "data: no\n\n");
  expect(await send([refused])).toMatchObject({ status: 400, error: "data: no\n\n" });
});

test("a refusal before the first event is tried again", async () => {
  const items = await open([answer(503), answer(200, { "content-type": events }, "data: 1\n\n")]);
  expect(await collect(items)).toEqual({ seen: [1] });
});

test("a stream that breaks off tells so, and what came before it", async () => {
  const items = await open([slowly(["data: 1\n\ndata: 2"], (response) => response.destroy())]);
  const { seen, error } = await collect(items);
  expect(seen).toEqual([1]);
  expect(error).toMatchObject({ code: "unreadable-body", status: 200, attempts: 1 });
});

test("an item that is no JSON tells so", async () => {
  const { error } = await collect(
    await open([answer(200, { "content-type": events }, "data: <p>\n\n")]),
  );
  expect(error).toMatchObject({ code: "unreadable-body" });
  expect(String(error?.cause)).not.toContain("<p>");
});

test("the caller's signal ends a stream", async () => {
  const controller = new AbortController();
  const items = await open([slowly(["data: 1\n\n"], () => {})], { signal: controller.signal });
  setTimeout(() => controller.abort(), 60);
  const { seen, error } = await collect(items);
  expect(seen).toEqual([1]);
  expect(error).toMatchObject({ code: "aborted" });
});

test("whoever stops early closes the connection", async () => {
  let closed: () => void = () => {};
  const isClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const endless: Answer = (_, response) => {
    response.writeHead(200, { "content-type": events });
    const timer = setInterval(() => response.write("data: 1\n\n"), 5);
    response.on("close", () => {
      clearInterval(timer);
      closed();
    });
  };
  for await (const item of await open([endless])) {
    expect(item).toBe(1);
    break;
  }
  await isClosed;
});
