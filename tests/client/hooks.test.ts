import {
  type ConnectionOptions,
  call,
  createConnection,
  type LogEntry,
  type Operation,
  type Result,
} from "@truespec/client";
import { afterEach, expect, test } from "vitest";
import {
  type Answer,
  answer,
  type FaultyServer,
  json,
  reset,
  startFaultyServer,
} from "./faulty-server.ts";

const operation: Operation = {
  method: "GET",
  path: "/a",
  responses: { 200: ["application/json"] },
};

let server: FaultyServer | undefined;
afterEach(() => server?.close());

async function send(answers: readonly Answer[], options: ConnectionOptions): Promise<Result> {
  server = await startFaultyServer(answers);
  const retry = { baseDelay: 0 };
  const defaults = { baseUrl: server.url, securitySchemes: {} };
  return await call<Result>(createConnection({ retry, ...options }, defaults), operation);
}

test("hooks stand around each attempt", async () => {
  const told: unknown[] = [];
  const result = await send([reset, answer(503, { "retry-after": "0" }), json("{}")], {
    hooks: {
      beforeRequest: async (request, { number }) => {
        request.headers.set("x-signature", `for ${number}`);
        told.push(["before", number]);
      },
      afterResponse: async (response, { number }) => {
        told.push(["after", number, response.status, await response.clone().text()]);
      },
      onRetry: ({ attempt, delay, status, error }) => {
        told.push(["retry", attempt.number, delay, status, error?.code]);
      },
    },
  });
  expect(result).toMatchObject({ ok: true, data: {} });
  expect(told).toEqual([
    ["before", 1],
    ["retry", 1, 0, undefined, "network"],
    ["before", 2],
    ["after", 2, 503, ""],
    ["retry", 2, 0, 503, undefined],
    ["before", 3],
    ["after", 3, 200, "{}"],
  ]);
  expect(server?.received.map(({ headers }) => headers["x-signature"])).toEqual([
    "for 1",
    "for 2",
    "for 3",
  ]);
});

test.each(["beforeRequest", "afterResponse", "onRetry"])(
  "what %s throws comes out as it is, and is no reason to try again",
  async (name) => {
    const mine = new TypeError("mine");
    const hooks = {
      [name]: () => {
        throw mine;
      },
    };
    await expect(send([answer(503)], { hooks })).rejects.toBe(mine);
    expect(server?.received.length).toBe(name === "beforeRequest" ? 0 : 1);
  },
);

test("an answer that comes too late is freed, and no hook sees it", async () => {
  let isFreed = false;
  const late = new ReadableStream({
    cancel() {
      isFreed = true;
    },
  });
  const fetch = () =>
    new Promise<Response>((resolve) => setTimeout(() => resolve(new Response(late)), 60));
  const seen: unknown[] = [];
  const hooks = { afterResponse: (response: Response) => void seen.push(response.status) };
  const options = { fetch, hooks, retry: "off", timeout: { attempt: 20 } } as const;
  await expect(send([json("{}")], options)).rejects.toMatchObject({ code: "timeout" });
  await expect.poll(() => isFreed).toBe(true);
  expect(seen).toEqual([]);
});

test("a log of a call that succeeds in the end", async () => {
  const entries: LogEntry[] = [];
  await send([answer(503, { "request-id": "r1" }), json("{}")], {
    logger: (entry) => entries.push(entry),
  });
  const label = "GET /a";
  const url = `${server?.url}/a`;
  const duration = expect.any(Number);
  expect(entries).toEqual([
    { kind: "request", operation: label, attempt: 1, url },
    { kind: "response", operation: label, attempt: 1, status: 503, requestId: "r1", duration },
    { kind: "retry", operation: label, attempt: 1, delay: 0, reason: 503 },
    { kind: "request", operation: label, attempt: 2, url },
    { kind: "response", operation: label, attempt: 2, status: 200, requestId: undefined, duration },
  ]);
});

test("a log of a call that fails", async () => {
  const entries: LogEntry[] = [];
  await expect(
    send([reset], { retry: "off", logger: (entry) => entries.push(entry) }),
  ).rejects.toMatchObject({ code: "network" });
  expect(entries).toMatchObject([
    { kind: "request" },
    { kind: "failure", code: "network", message: "GET /a: no response came" },
  ]);
});

test.each([
  { headers: { "x-request-id": "a", "cf-ray": "b" }, want: "a" },
  { headers: { "X-Amzn-RequestId": "c" }, want: "c" },
  { headers: { "x-request-id": "", "cf-ray": "b" }, want: "b" },
  { headers: {}, want: undefined },
])("the request id of $headers", async ({ headers, want }) => {
  expect(await send([answer(400, headers)], {})).toMatchObject({ ok: false, requestId: want });
});
