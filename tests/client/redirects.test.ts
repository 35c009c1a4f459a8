import {
  binaryBody,
  call,
  cookieKey,
  createConnection,
  headerKey,
  httpToken,
  jsonBody,
  multipartBody,
  type Operation,
  type Result,
  writeBody,
} from "@truespec/client";
import { afterEach, expect, test } from "vitest";
import {
  type Answer,
  answer,
  type FaultyServer,
  json,
  startFaultyServer,
} from "./faulty-server.ts";

const servers: FaultyServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function start(answers: readonly Answer[]): Promise<FaultyServer> {
  const server = await startFaultyServer(answers);
  servers.push(server);
  return server;
}

async function send(
  baseUrl: string,
  operation: Partial<Operation> = {},
  input: object = {},
): Promise<Result> {
  const connection = createConnection(
    { auth: { key: "k1", bearer: "t1", session: "s1" }, headers: { "X-App": "mine" } },
    {
      baseUrl,
      securitySchemes: {
        key: { write: headerKey, name: "X-Key" },
        bearer: { write: httpToken, name: "bearer" },
        session: { write: cookieKey, name: "session" },
      },
    },
  );
  const security = [["key", "bearer", "session"]];
  const responses = { 200: ["application/json"] };
  const accept = "application/json";
  const called = { method: "GET", path: "/a", accept, responses, security, ...operation };
  return await call<Result>(connection, called, input);
}

test("the same origin gets the same headers", async () => {
  const server = await start([answer(301, { location: "b?c=1" }), json("{}")]);
  expect(await send(server.url)).toMatchObject({ ok: true });
  const [first, second] = server.received;
  expect(second).toMatchObject({ method: "GET", url: "/b?c=1" });
  expect(second?.headers).toEqual(first?.headers);
});

test("another origin gets no key", async () => {
  const other = await start([json("{}")]);
  const server = await start([answer(302, { location: `${other.url}/b` })]);
  expect(await send(server.url)).toMatchObject({ ok: true });
  expect(server.received[0]?.headers).toMatchObject({
    "x-key": "k1",
    authorization: "Bearer t1",
    cookie: "session=s1",
  });
  const sent = other.received[0]?.headers ?? {};
  expect(sent).toMatchObject({ accept: "application/json" });
  const private_ = ["x-key", "authorization", "cookie", "x-app"].filter((name) => name in sent);
  expect(private_).toEqual([]);
});

test.each([
  { status: 301, method: "POST", want: { method: "GET", body: "" } },
  { status: 302, method: "POST", want: { method: "GET", body: "" } },
  { status: 303, method: "PUT", want: { method: "GET", body: "" } },
  { status: 302, method: "PUT", want: { method: "PUT", body: '{"a":1}' } },
  { status: 307, method: "POST", want: { method: "POST", body: '{"a":1}' } },
  { status: 308, method: "POST", want: { method: "POST", body: '{"a":1}' } },
])("$status after $method: $want", async ({ status, method, want }) => {
  const server = await start([answer(status, { location: "/b" }), json("{}")]);
  const operation = {
    method,
    body: { write: writeBody, content: { "application/json": jsonBody } },
  };
  expect(await send(server.url, operation, { body: { a: 1 } })).toMatchObject({ ok: true });
  const second = server.received[1];
  expect(second).toMatchObject(want);
  expect(second?.headers["content-type"]).toBe(want.body === "" ? undefined : "application/json");
});

test("a multipart body is written anew, with its own boundary", async () => {
  const server = await start([answer(307, { location: "/b" }), json("{}")]);
  const operation = {
    method: "POST",
    body: { write: writeBody, content: { "multipart/form-data": multipartBody } },
  };
  await send(server.url, operation, { body: { a: "text" } });
  const { headers, body } = server.received[1] ?? { headers: {}, body: "" };
  const [, boundary = "none"] = /boundary=(.*)$/.exec(headers["content-type"] ?? "") ?? [];
  expect(body.startsWith(`--${boundary}`)).toBe(true);
});

test.each([
  { location: "ftp://127.0.0.1/b" },
  { location: "http://user:password@127.0.0.1/b" },
  { location: "javascript:alert(1)" },
])("$location is not followed", async ({ location }) => {
  const server = await start([answer(302, { location })]);
  expect(await send(server.url)).toMatchObject({ ok: false, status: 302 });
  expect(server.received).toHaveLength(1);
});

test("a body that was a stream is not sent on", async () => {
  const server = await start([answer(307, { location: "/b" })]);
  const operation = {
    method: "POST",
    body: { write: writeBody, content: { "application/octet-stream": binaryBody } },
  };
  const body = new Blob(["abc"]).stream();
  expect(await send(server.url, operation, { body })).toMatchObject({ ok: false, status: 307 });
});

test("304 is an answer and no redirect", async () => {
  const server = await start([answer(304, { location: "/b" })]);
  expect(await send(server.url)).toMatchObject({ ok: false, status: 304, error: undefined });
});

/** Browsers show of a redirect only that it is one (Fetch standard, opaque-redirect filtered response). */
async function fetchAsBrowser(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const isHidden = init.redirect === "manual" && response.status >= 300 && response.status < 400;
  return isHidden
    ? Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" })
    : response;
}

test("where redirects are hidden the platform follows them", async () => {
  const redirect = answer(302, { location: "/b" });
  const server = await start([redirect, redirect, json("{}")]);
  const defaults = { baseUrl: server.url, securitySchemes: {} };
  const connection = createConnection({ fetch: fetchAsBrowser }, defaults);
  const operation = { method: "GET", path: "/a" };
  expect(await call<Result>(connection, operation)).toMatchObject({ ok: true, status: 200 });
  expect(server.received.map(({ url }) => url)).toEqual(["/a", "/a", "/b"]);
});
