import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { queryKey } from "./auth/schemes.ts";
import { call } from "./call.ts";
import { bindGroups } from "./client.ts";
import { type Connection, createConnection } from "./connection.ts";
import { ClientError } from "./error.ts";
import type { Operation } from "./operation.ts";
import { binaryBody, textBody, writeBody } from "./request/body.ts";
import { cookie } from "./request/style.ts";
import type { Result } from "./result.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const plain = { write: writeBody, content: { "text/plain": textBody } };
const blob = { write: writeBody, content: { "application/x-blob": binaryBody } };
const secret = "sk-very-secret";
const answers: Readonly<Record<string, Answer>> = {
  "/json": answer(200, "application/json; charset=utf-8", '\uFEFF{"a":1}'),
  "/empty-json": answer(200, "application/json", ""),
  "/no-type": answer(200, undefined, '{"a":1}'),
  "/csv": answer(200, "text/csv", "a,b"),
  "/image": answer(200, "image/png", "PNG"),
  "/problem": answer(404, "application/problem+json", '{"title":"no"}'),
  "/range": answer(418, "application/json", '{"tea":true}'),
  "/html": answer(502, "text/html", "<h1>Bad gateway</h1>"),
  "/nothing": answer(204, undefined, ""),
  "/created": answer(201, "text/plain", ""),
  "/not-json": answer(200, "application/json", `{"token": "${secret}"`),
  "/echo": (request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  },
  "/body": (request, response) => {
    response.setHeader("content-type", "text/plain");
    request.pipe(response);
  },
  "/cut": (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    response.write('{"a":', () => response.destroy());
  },
  "/reset": (request) => request.socket.destroy(),
  "/never": () => {},
};

let server: Server;
let connection: Connection;

beforeAll(async () => {
  server = createServer((request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const found = Object.hasOwn(answers, path) ? answers[path] : undefined;
    (found ?? answer(404, undefined, ""))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  connection = createConnection(
    { headers: { "x-app": "mine" }, auth: { key: secret }, retry: "off" },
    {
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      securitySchemes: { key: { write: queryKey, name: "api_key" } },
    },
  );
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each<{ path: string; responses?: Operation["responses"]; want: object }>([
  {
    path: "/json",
    responses: { 200: ["application/json"] },
    want: { ok: true, status: 200, mediaType: "application/json", data: { a: 1 } },
  },
  { path: "/empty-json", want: { ok: true, status: 200, mediaType: undefined, data: undefined } },
  {
    path: "/no-type",
    responses: { "2XX": ["application/json"] },
    want: { ok: true, mediaType: "application/json", data: { a: 1 } },
  },
  { path: "/no-type", want: { ok: true, mediaType: "text/plain", data: '{"a":1}' } },
  {
    path: "/csv",
    responses: { 200: ["application/json", "text/*"] },
    want: { ok: true, mediaType: "text/*", data: "a,b" },
  },
  { path: "/image", want: { ok: true, mediaType: "image/png", data: expect.any(Blob) } },
  {
    path: "/problem",
    responses: { default: ["application/problem+json"] },
    want: { ok: false, status: 404, mediaType: "application/problem+json", error: { title: "no" } },
  },
  {
    path: "/range",
    responses: { "4XX": ["application/*"], default: ["text/plain"] },
    want: { ok: false, status: 418, mediaType: "application/*", error: { tea: true } },
  },
  {
    path: "/html",
    responses: { 200: ["application/json"] },
    want: { ok: false, status: 502, mediaType: "text/html", error: "<h1>Bad gateway</h1>" },
  },
  { path: "/nothing", want: { ok: true, status: 204, mediaType: undefined, data: undefined } },
  { path: "/created", want: { ok: true, status: 201, mediaType: undefined, data: undefined } },
])("$path, described as $responses", async ({ path, responses, want }) => {
  const operation = { method: "GET", path, ...(responses === undefined ? {} : { responses }) };
  expect(await call<Result>(connection, operation)).toMatchObject(want);
});

test.each([
  { path: "/not-json", code: "unreadable-body" },
  { path: "/cut", code: "unreadable-body" },
  { path: "/reset", code: "network" },
])("$path: $code, and no secret in the message", async ({ path, code }) => {
  const error = await failure({ method: "GET", path, security: [["key"]] });
  expect(error.code).toBe(code);
  expect(error.message).toContain(`GET ${path}`);
  expect(`${error.message}${String(error.cause)}`).not.toContain(secret);
});

test.each([
  { name: "a URL that is none", operation: { method: "GET", path: "/json", baseUrl: "nowhere" } },
  { name: "a missing path parameter", operation: { method: "GET", path: "/{id}" } },
  { name: "a body with GET", operation: { method: "GET", path: "/json", body: plain } },
  { name: "a method that fetch forbids", operation: { method: "TRACE", path: "/json" } },
])("$name: invalid-request", async ({ operation }) => {
  const free = createConnection({}, { baseUrl: "/relative", securitySchemes: {} });
  const used = operation.path === "/json" && operation.baseUrl === undefined ? connection : free;
  const error = await failure(operation, { input: { body: "x" }, connection: used });
  expect(error.code).toBe("invalid-request");
});

test.each([
  { name: "aborted", signal: () => AbortSignal.abort() },
  { name: "aborted", signal: abortSoon },
  { name: "timeout", signal: () => AbortSignal.timeout(20) },
])("$name", async ({ name, signal }) => {
  const error = await failure({ method: "GET", path: "/never" }, { signal: signal() });
  expect(error.code).toBe(name);
});

test("what a call sends", async () => {
  const operation: Operation = {
    method: "GET",
    path: "/echo",
    parameters: [
      { name: "q", in: "query" },
      { name: "X-Trace", in: "header" },
      { name: "theme", in: "cookie", write: cookie },
    ],
    accept: "application/json, text/csv",
    responses: { 200: ["application/json", "text/csv"], 404: ["text/html"] },
    security: [["key"]],
  };
  const input = { q: ["a b"], "X-Trace": 7, theme: "dark" };
  expect(await call(connection, operation, input)).toMatchObject({
    data: {
      url: `/echo?q=a%20b&api_key=${secret}`,
      headers: {
        accept: "application/json, text/csv",
        "x-app": "mine",
        "x-trace": "7",
        cookie: "theme=dark",
      },
    },
  });
});

test("what a call says for itself goes before the rest", async () => {
  const operation: Operation = { method: "GET", path: "/echo", baseUrl: "http://127.0.0.1:1" };
  const options = {
    accept: "text/csv",
    headers: { "x-app": null },
    baseUrl: connection["~connection"].baseUrl,
  };
  const result = await call<{ data: { headers: object } }>(connection, operation, {}, options);
  expect(result.data.headers).toMatchObject({ accept: "text/csv" });
  expect(result.data.headers).not.toHaveProperty("x-app");
});

test("a stream is sent while it is read", async () => {
  const operation: Operation = { method: "POST", path: "/body", body: blob };
  const body = new Blob(["a".repeat(100_000)]).stream();
  const result = await call<{ data: string }>(connection, operation, { body });
  expect(result.data).toBe("a".repeat(100_000));
});

test("a stream that another reads makes no request", async () => {
  const operation: Operation = { method: "POST", path: "/body", body: blob };
  const body = new Blob(["a"]).stream();
  body.getReader();
  expect((await failure(operation, { input: { body } })).code).toBe("invalid-request");
});

test.each([undefined, "gone", new TypeError("gone")])(
  "a fetch that fails with %j: network",
  async (cause) => {
    const fetch = () => Promise.reject(cause);
    const { baseUrl } = connection["~connection"];
    const broken = createConnection({ fetch, retry: "off" }, { baseUrl, securitySchemes: {} });
    const operation = { method: "GET", path: "/json" };
    expect((await failure(operation, { connection: broken })).code).toBe("network");
  },
);

test("an operation's own server is called, unless the caller named one", async () => {
  const operation: Operation = { method: "GET", path: "/json", baseUrl: "http://127.0.0.1:1" };
  const { baseUrl } = connection["~connection"];
  const named = createConnection({ baseUrl }, { baseUrl: "", securitySchemes: {} });
  expect((await failure(operation)).code).toBe("network");
  expect(await call(named, operation)).toMatchObject({ ok: true });
});

test("a fetch of the caller's is called by itself, as browsers ask of theirs", async () => {
  const { baseUrl } = connection["~connection"];
  let receiver: unknown = "not called";
  const options = {
    fetch(this: unknown, url: string, init: RequestInit) {
      receiver = this;
      return fetch(url, init);
    },
  };
  const through = createConnection(options, { baseUrl, securitySchemes: {} });
  expect(await call(through, { method: "GET", path: "/json" })).toMatchObject({ ok: true });
  expect(receiver).toBeUndefined();
});

test("functions are methods of groups, and the client a connection", async () => {
  type Bound = Connection & { readonly files: { readonly csv: () => Promise<Result> } };
  const csv = (through: Connection) => call<Result>(through, { method: "GET", path: "/csv" });
  const client = bindGroups<Bound>(connection, { files: { csv } });
  expect(await client.files.csv()).toMatchObject({ ok: true, data: "a,b" });
  expect(await call(client, { method: "GET", path: "/json" })).toMatchObject({ data: { a: 1 } });
});

interface FailureOptions {
  readonly input?: object;
  readonly signal?: AbortSignal;
  readonly connection?: Connection;
}

async function failure(operation: Operation, options: FailureOptions = {}): Promise<ClientError> {
  const { input = {}, signal } = options;
  try {
    await call(options.connection ?? connection, operation, input, { signal });
  } catch (error) {
    if (error instanceof ClientError) return error;
    throw error;
  }
  throw new Error("expected a failure");
}

function abortSoon(): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  return controller.signal;
}

function answer(status: number, mediaType: string | undefined, body: string): Answer {
  return (_, response) => {
    response.writeHead(status, mediaType === undefined ? {} : { "content-type": mediaType });
    response.end(body);
  };
}
