import { inspect } from "node:util";
import {
  bindGroups,
  ClientError,
  type ConnectionOptions,
  call,
  cookieKey,
  createConnection,
  headerKey,
  httpBasic,
  httpToken,
  type LogEntry,
  type Operation,
  queryKey,
} from "@truespec/client";
import { afterEach, expect, test } from "vitest";
import {
  type Answer,
  answer,
  cut,
  type FaultyServer,
  hang,
  json,
  reset,
  startFaultyServer,
} from "./faulty-server.ts";

const secrets = {
  bearer: "bearer secret+/=",
  header: "header-secret",
  query: "query secret's & more",
  cookie: "cookie;secret",
  basic: { username: "user", password: "pass:word" },
};
/** As they were given, and as they travel. */
const forbidden = [
  secrets.bearer,
  secrets.header,
  secrets.query,
  encodeURIComponent(secrets.query),
  encodeURIComponent(secrets.query).replaceAll("'", "%27"),
  secrets.cookie,
  encodeURIComponent(secrets.cookie),
  secrets.basic.password,
  btoa("user:pass:word"),
  "written-by-hand",
];

const operation: Operation = {
  method: "GET",
  path: "/a",
  responses: { 200: ["application/json"] },
  security: [["bearer", "header", "query", "cookie"]],
};
const byPassword: Operation = { ...operation, security: [["basic", "query"]] };

let server: FaultyServer | undefined;
afterEach(() => server?.close());

/** A failing call, all that it logged, and the hooks that saw it. */
async function fail(
  answers: readonly Answer[],
  options: ConnectionOptions = {},
  called: Operation = operation,
): Promise<{ readonly error: ClientError; readonly entries: readonly LogEntry[] }> {
  server = await startFaultyServer(answers);
  const entries: LogEntry[] = [];
  const connection = createConnection(
    {
      auth: secrets,
      headers: { "Proxy-Authorization": "Custom written-by-hand" },
      retry: { baseDelay: 1 },
      logger: (entry) => entries.push(entry),
      ...options,
    },
    {
      baseUrl: server.url,
      securitySchemes: {
        bearer: { write: httpToken, name: "bearer" },
        basic: { write: httpBasic, name: "basic" },
        header: { write: headerKey, name: "X-Key" },
        query: { write: queryKey, name: "key" },
        cookie: { write: cookieKey, name: "session" },
      },
    },
  );
  const error: unknown = await call(connection, called).catch((thrown: unknown) => thrown);
  if (!(error instanceof ClientError)) throw new Error("expected a ClientError", { cause: error });
  return { error, entries };
}

/** All that a program could print of an error without asking for its response. */
function printAll(error: ClientError): string {
  const causes: string[] = [];
  let cause: unknown = error;
  while (cause instanceof Error) {
    causes.push(String(cause), cause.stack ?? "", JSON.stringify(cause));
    cause = cause.cause;
  }
  const inspected = [false, true].map((showHidden) =>
    inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden }),
  );
  return [...causes, ...inspected].join("\n");
}

/** Sends back what it was sent, as the errors of some servers do. */
const tattle: Answer = (request, response) => {
  response.writeHead(200, {
    "content-type": "application/json",
    "x-request-id": `for ${request.headers["x-key"] ?? ""}`,
  });
  response.end(JSON.stringify({ url: request.url, headers: request.headers }).slice(0, -1));
};

/** Some platforms write the URL into the message of a connection error, some libraries the request onto it. */
const talkative: ConnectionOptions["fetch"] = async (url, init) => {
  const cause = Object.assign(new Error(`connect to ${url}`), { path: url });
  throw Object.assign(new TypeError(`error sending request for url (${url})`, { cause }), {
    code: new Headers(init.headers).get("x-key"),
    request: { url, ...init },
  });
};

test.each<{
  name: string;
  answers: readonly Answer[];
  options?: ConnectionOptions;
  code: string;
}>([
  { name: "a reset", answers: [reset], code: "network" },
  { name: "a hang", answers: [hang], options: { timeout: { attempt: 150 } }, code: "timeout" },
  { name: "a body that breaks off", answers: [cut], code: "unreadable-body" },
  { name: "a server that sends keys back", answers: [tattle], code: "unreadable-body" },
  {
    name: "a fetch that says too much",
    answers: [hang],
    options: { fetch: talkative },
    code: "network",
  },
  {
    name: "a base URL that is none",
    answers: [hang],
    options: { baseUrl: "nowhere" },
    code: "invalid-request",
  },
  {
    name: "a header that is none",
    answers: [hang],
    options: { headers: { "Proxy-Authorization": "written-by-hand\nX: y" } },
    code: "invalid-request",
  },
])("$name: no key in the error or the log", async ({ answers, options, code }) => {
  for (const called of [operation, byPassword]) {
    const { error, entries } = await fail(answers, options, called);
    expect(error.code).toBe(code);
    const printed = printAll(error) + inspect(entries, { depth: Number.POSITIVE_INFINITY });
    expect(printed).toContain("GET /a");
    expect(forbidden.filter((secret) => printed.includes(secret))).toEqual([]);
    server?.close();
  }
});

test("what is no secret stays readable", async () => {
  const { error, entries } = await fail([hang], { fetch: talkative });
  expect(error.message).toBe("GET /a: no response came");
  expect(error.cause).toMatchObject({
    name: "TypeError",
    message: `error sending request for url (${server?.url}/a?key=***)`,
    code: "***",
    cause: { message: `connect to ${server?.url}/a?key=***` },
  });
  expect(entries[0]).toMatchObject({ kind: "request", url: `${server?.url}/a?key=***` });
});

test("the connection error of the platform keeps its code", async () => {
  const { error } = await fail([reset]);
  expect(error).toMatchObject({ cause: { cause: { code: "ECONNRESET" } } });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "ClientError",
    code: "network",
    attempts: 3,
  });
});

test("a reason of the caller's for an abort is redacted like any other", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error(`no more ${secrets.header}`)), 30);
  server = await startFaultyServer([hang]);
  const connection = createConnection(
    { auth: { header: secrets.header } },
    {
      baseUrl: server.url,
      securitySchemes: { header: { write: headerKey, name: "X-Key" } },
    },
  );
  const aborted = { ...operation, security: [["header"]] };
  const { signal } = controller;
  await expect(call(connection, aborted, {}, { signal })).rejects.toMatchObject({
    code: "aborted",
    cause: { message: "no more ***" },
  });
});

test("the response stays in reach of who asks for it", async () => {
  const { error } = await fail([answer(200, { "content-type": "application/json" }, "{")]);
  expect(error).toMatchObject({ status: 200, response: { status: 200 } });
});

test("a provider of credentials that never answers ends with the call", async () => {
  const timeout = { total: 100 };
  const { error } = await fail([json("{}")], {
    timeout,
    auth: { ...secrets, bearer: () => new Promise<string>(() => {}) },
  });
  expect(error).toMatchObject({ code: "timeout", attempts: 0 });
  expect(server?.received).toEqual([]);
});

test("a client that is printed shows no key", () => {
  const headers = { Authorization: "Custom written-by-hand" };
  const connection = createConnection(
    { auth: { query: secrets.query }, headers },
    { baseUrl: "http://127.0.0.1:1", securitySchemes: {} },
  );
  const client = bindGroups(connection, { things: { listThings: () => operation } });
  const shown = inspect(client, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  const printed = shown + JSON.stringify(client);
  expect(printed).toContain("http://127.0.0.1:1");
  expect(forbidden.filter((secret) => printed.includes(secret))).toEqual([]);
});
