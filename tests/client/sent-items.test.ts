import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { call, createConnection, linesBody, type Result, writeBody } from "@truespec/client";
import { afterEach, expect, test } from "vitest";
import { answer, type FaultyServer, hang, startFaultyServer } from "./faulty-server.ts";

const operation = {
  method: "PUT",
  path: "/",
  body: { write: writeBody, content: { "application/jsonl": linesBody } },
};

let server: FaultyServer | undefined;
afterEach(() => server?.close());

async function start(answers: Parameters<typeof startFaultyServer>[0]) {
  const started = await startFaultyServer(answers);
  server = started;
  const defaults = { baseUrl: started.url, securitySchemes: {} };
  return { started, connection: createConnection({ retry: { baseDelay: 1 } }, defaults) };
}

test("items reach the server while others are still to come", async () => {
  const arrived: string[] = [];
  let release = () => {};
  const first = new Promise<void>((resolve) => {
    release = resolve;
  });
  const listening = createServer(async (request, response) => {
    for await (const chunk of request) {
      arrived.push(String(chunk));
      release();
    }
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  async function* items() {
    yield { a: 1 };
    await first;
    yield { a: 2 };
  }
  const connection = createConnection({}, { baseUrl, securitySchemes: {} });
  const { status } = await call<Result>(connection, operation, { body: items() });
  listening.close();
  expect({ status, arrived }).toEqual({ status: 204, arrived: ['{"a":1}\n', '{"a":2}\n'] });
});

test.each([
  { name: "an array is sent again", body: () => [1, 2], want: ["1\n2\n", "1\n2\n"], status: 200 },
  {
    name: "an iterable is not, for it is gone",
    body: () => new Set([1, 2]),
    want: ["1\n2\n"],
    status: 503,
  },
])("$name", async ({ body, want, status }) => {
  const { started, connection } = await start([answer(503), answer(200)]);
  const result = await call<Result>(connection, operation, { body: body() });
  expect(result.status).toBe(status);
  expect(started.received.map((one) => one.body)).toEqual(want);
});

test.each([
  { name: "aborts", fails: false, code: "aborted" },
  { name: "gives items that fail", fails: true, code: "network" },
])("the source ends with a call whose caller $name", async ({ fails, code }) => {
  const { started, connection } = await start([hang]);
  const controller = new AbortController();
  let hasEnded = false;
  async function* items() {
    try {
      yield 1;
      if (fails) throw new Error("no more");
      controller.abort();
      for (;;) yield await new Promise((resolve) => setTimeout(resolve, 1, 2));
    } finally {
      hasEnded = true;
    }
  }
  const { signal } = controller;
  const sent = call<Result>(connection, operation, { body: items() }, { signal });
  await expect(sent).rejects.toMatchObject({ code, attempts: 1 });
  await expect.poll(() => hasEnded).toBe(true);
  expect(started.received.length).toBeLessThan(2);
});
