import {
  binaryBody,
  type CallOptions,
  ClientError,
  type Clock,
  type ConnectionOptions,
  call,
  createConnection,
  jsonBody,
  type Operation,
  type Result,
  writeBody,
} from "@truespec/client";
import { afterEach, expect, test } from "vitest";
import {
  type Answer,
  answer,
  badlyPacked,
  cut,
  drip,
  type FaultyServer,
  garbage,
  hang,
  json,
  reset,
  startFaultyServer,
} from "./faulty-server.ts";

/** What a caller and the server see of a call. */
interface Seen {
  /** How often the server was asked. */
  readonly sent: number;
  /** The waits between the attempts, in milliseconds. */
  readonly waits: readonly number[];
  readonly result?: Result;
  readonly error?: ClientError;
}

interface Row {
  readonly name: string;
  readonly answers: readonly Answer[];
  readonly operation?: Partial<Operation>;
  readonly input?: object;
  readonly options?: CallOptions;
  readonly sent: number;
  readonly waits?: readonly number[];
  readonly result?: object;
  readonly error?: object;
}

const newYear = Date.UTC(2027, 0, 1);
const ok = json('{"a":1}');
const success = { ok: true, status: 200, data: { a: 1 } };
/** Long enough for a busy machine to send a request. */
const shortly = 500;
/** The clock stands still: a longer time of the call would be left after the first wait. */
const shorterThanWaits = 240;
const patient = { timeout: { attempt: shortly } };
const post = {
  method: "POST",
  body: { write: writeBody, content: { "application/json": jsonBody } },
};

let server: FaultyServer | undefined;
afterEach(() => server?.close());

/** The middle of every chance, no wait, and a time that stands still. */
function stillClock(waits: number[]): Clock {
  return {
    now: () => newYear,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
}

async function see(row: Row, options: ConnectionOptions = {}): Promise<Seen> {
  server = await startFaultyServer(row.answers);
  const waits: number[] = [];
  const connection = createConnection(
    { clock: stillClock(waits), ...options },
    { baseUrl: server.url, securitySchemes: {} },
  );
  const responses = { 200: ["application/json"] };
  const operation: Operation = { method: "GET", path: "/a", responses, ...row.operation };
  try {
    const result = await call<Result>(connection, operation, row.input, row.options);
    return { sent: server.received.length, waits, result };
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return { sent: server.received.length, waits, error };
  }
}

function retryAfter(headers: Readonly<Record<string, string>>): readonly Answer[] {
  return [answer(429, headers), ok];
}

test.each<Row>([
  {
    name: "503, 503, 200: sent three times, with waits that double",
    answers: [answer(503), answer(503), ok],
    sent: 3,
    waits: [250, 500],
    result: success,
  },
  {
    name: "endless 503: the last answer is the result",
    answers: [answer(503)],
    sent: 3,
    waits: [250, 500],
    result: { ok: false, status: 503, error: undefined },
  },
  {
    name: "endless 503, more attempts: no wait of ours past the longest",
    answers: [answer(503)],
    options: { retry: { attempts: 6, maxDelay: 2_000 } },
    sent: 6,
    waits: [250, 500, 1_000, 1_000, 1_000],
    result: { status: 503 },
  },
  {
    name: "endless 503, retries off",
    answers: [answer(503)],
    options: { retry: "off" },
    sent: 1,
    result: { status: 503 },
  },
  {
    name: "429 with Retry-After in seconds",
    answers: retryAfter({ "retry-after": "2" }),
    sent: 2,
    waits: [2_000],
    result: success,
  },
  {
    name: "429 with Retry-After as a date",
    answers: retryAfter({ "retry-after": "Fri, 01 Jan 2027 00:00:07 GMT" }),
    sent: 2,
    waits: [7_000],
    result: success,
  },
  {
    name: "429 with a date that is over",
    answers: retryAfter({ "retry-after": "Thu, 31 Dec 2026 23:59:59 GMT" }),
    sent: 2,
    waits: [0],
    result: success,
  },
  {
    name: "429 with Retry-After-Ms, which goes first",
    answers: retryAfter({ "retry-after": "9", "retry-after-ms": "1500" }),
    sent: 2,
    waits: [1_500],
    result: success,
  },
  {
    name: "429 with a Retry-After that nobody can read: our own wait",
    answers: retryAfter({ "retry-after": "soon" }),
    sent: 2,
    waits: [250],
    result: success,
  },
  {
    name: "429 with a Retry-After past the longest: the answer at once",
    answers: retryAfter({ "retry-after": "61" }),
    sent: 1,
    result: { ok: false, status: 429 },
  },
  {
    name: "429 with a huge Retry-After that the caller allows",
    answers: retryAfter({ "retry-after": "3600" }),
    options: { retry: { maxRetryAfter: 1e9 }, timeout: "off" },
    sent: 2,
    waits: [3_600_000],
    result: success,
  },
  {
    name: "429 with a Retry-After past the end of the call: the answer at once",
    answers: retryAfter({ "retry-after": "20" }),
    options: { timeout: { total: 10_000 } },
    sent: 1,
    result: { status: 429 },
  },
  ...[408, 425, 429, 500, 502, 524, 529].map((status) => ({
    name: `an empty ${status}: sent again, and a failure in the end`,
    answers: [answer(status)],
    sent: 3,
    result: { ok: false, status, mediaType: undefined, error: undefined },
  })),
  ...[400, 401, 403, 404, 409, 422].map((status) => ({
    name: `an empty ${status}: a failure at once`,
    answers: [answer(status)],
    sent: 1,
    result: { ok: false, status, mediaType: undefined, error: undefined },
  })),
  {
    name: "a socket that is reset once",
    answers: [reset, ok],
    sent: 2,
    waits: [250],
    result: success,
  },
  {
    name: "a socket that is always reset",
    answers: [reset],
    sent: 3,
    error: { code: "network", attempts: 3, status: undefined },
  },
  {
    name: "something else than HTTP",
    answers: [garbage],
    sent: 3,
    error: { code: "network", attempts: 3 },
  },
  {
    name: "a hang: each attempt has its time",
    answers: [hang],
    options: patient,
    sent: 3,
    error: { code: "timeout", attempts: 3 },
  },
  { name: "a hang once", answers: [hang, ok], options: patient, sent: 2, result: success },
  {
    name: "a hang, and the call's time is over first",
    answers: [hang],
    options: { timeout: { total: shorterThanWaits } },
    sent: 1,
    error: { code: "timeout", attempts: 1 },
  },
  {
    name: "a slow drip: the time of an attempt is for its body too",
    answers: [drip],
    options: patient,
    sent: 3,
    error: { code: "timeout" },
  },
  {
    name: "a slow drip, and the call's time is over first",
    answers: [drip],
    options: { timeout: { total: shorterThanWaits } },
    sent: 1,
    error: { code: "timeout", attempts: 1 },
  },
  {
    name: "a body that breaks off once",
    answers: [cut, ok],
    sent: 2,
    waits: [250],
    result: success,
  },
  {
    name: "a body that always breaks off",
    answers: [cut],
    sent: 3,
    error: { code: "unreadable-body", status: 200, attempts: 3 },
  },
  {
    name: "a body that is not compressed as it says",
    answers: [badlyPacked],
    sent: 3,
    error: { code: "unreadable-body", status: 200 },
  },
  {
    name: "truncated JSON in a whole answer: nothing that a retry mends",
    answers: [json('{"a":')],
    sent: 1,
    error: { code: "unreadable-body", status: 200, attempts: 1 },
  },
  {
    name: "another media type than described: read as what it is",
    answers: [answer(200, { "content-type": "text/html" }, "<p>")],
    sent: 1,
    result: { ok: true, mediaType: "text/html", data: "<p>" },
  },
  {
    name: "HTML that says JSON, in a success",
    answers: [json("<p>")],
    sent: 1,
    error: { code: "unreadable-body", status: 200 },
  },
  {
    name: "HTML that says JSON, in a failure: its text",
    answers: [json("<p>", 404)],
    sent: 1,
    result: { ok: false, status: 404, mediaType: "text/plain", error: "<p>" },
  },
  {
    name: "JSON cut short in a failure: its text",
    answers: [json('{"error":{"co', 400)],
    sent: 1,
    result: { ok: false, status: 400, mediaType: "text/plain", error: '{"error":{"co' },
  },
  ...[json(""), json(" \n"), answer(200), answer(204)].map((empty, index) => ({
    name: `an empty body where JSON is described, ${index + 1}`,
    answers: [empty],
    sent: 1,
    result: { ok: true, mediaType: undefined, data: undefined },
  })),
  {
    name: "a redirect loop: followed as far as fetch does, and not again",
    answers: [answer(302, { location: "/a" })],
    sent: 21,
    waits: [],
    result: { ok: false, status: 302 },
  },
  {
    name: "a redirect loop of two",
    answers: [
      (request, response) =>
        answer(307, { location: request.url === "/a" ? "/b" : "/a" })(request, response),
    ],
    sent: 21,
    waits: [],
    result: { ok: false, status: 307 },
  },
  {
    name: "a redirect to nowhere",
    answers: [answer(302, { location: "http://" }), ok],
    sent: 1,
    result: { ok: false, status: 302 },
  },
  {
    name: "redirects left to the caller",
    answers: [answer(302, { location: "/b" }), ok],
    options: { redirect: "manual" },
    sent: 1,
    result: { ok: false, status: 302 },
  },
  {
    name: "a POST is not sent twice",
    answers: [answer(503), ok],
    operation: post,
    input: { body: {} },
    sent: 1,
    result: { status: 503 },
  },
  {
    name: "nor after its connection was reset, for it may have arrived",
    answers: [reset, ok],
    operation: post,
    input: { body: {} },
    sent: 1,
    error: { code: "network", attempts: 1 },
  },
  {
    name: "a POST with an idempotency key is",
    answers: [reset, answer(503), ok],
    operation: post,
    input: { body: {} },
    options: { headers: { "Idempotency-Key": "k1" } },
    sent: 3,
    result: success,
  },
  {
    name: "a PUT is",
    answers: [answer(503), ok],
    operation: { ...post, method: "PUT" },
    input: { body: {} },
    sent: 2,
    result: success,
  },
])("$name", async (row) => {
  const seen = await see(row);
  const { sent, waits, result, error } = row;
  expect(seen).toMatchObject({ sent, ...(waits && { waits }) });
  expect(seen.result ?? {}).toMatchObject(result ?? {});
  expect(seen.error ?? {}).toMatchObject(error ?? {});
  expect(Object.keys(seen)).toContain(result === undefined ? "error" : "result");
});

test("a stream is sent once", async () => {
  const body = new Blob(["abc"]).stream();
  const operation = {
    method: "PUT",
    body: { write: writeBody, content: { "application/octet-stream": binaryBody } },
  };
  const row = { name: "", answers: [answer(503), ok], operation, input: { body }, sent: 1 };
  expect(await see(row)).toMatchObject({ sent: 1, result: { status: 503 } });
  expect(server?.received).toMatchObject([{ body: "abc" }]);
});

test("each attempt sends the same body", async () => {
  const row = {
    name: "",
    answers: [reset, answer(503), ok],
    operation: {
      method: "PUT",
      body: { write: writeBody, content: { "application/json": jsonBody } },
    },
    input: { body: { a: "ä" } },
    sent: 3,
  };
  expect(await see(row)).toMatchObject({ sent: 3, result: success });
  expect(server?.received.slice(1).map(({ body }) => body)).toEqual(['{"a":"ä"}', '{"a":"ä"}']);
});

test.each([
  { name: "a time", signal: () => AbortSignal.timeout(shortly), code: "timeout", sent: 1 },
  { name: "gone off before", signal: () => AbortSignal.abort(), code: "aborted", sent: 0 },
])("a hang, and the caller's signal: $name", async ({ signal, code, sent }) => {
  const options: CallOptions = { signal: signal(), timeout: "off" };
  const seen = await see({ name: "", answers: [hang], options, sent });
  expect(seen).toMatchObject({ sent, waits: [], error: { code } });
});

test("a fetch that does not listen is not called once the signal has gone off", async () => {
  let asked = 0;
  const fetch = async () => {
    asked += 1;
    return new Response("");
  };
  const options = { signal: AbortSignal.abort() };
  const seen = await see({ name: "", answers: [ok], options, sent: 0 }, { fetch });
  expect(seen).toMatchObject({ sent: 0, error: { code: "aborted", attempts: 0 } });
  expect(asked).toBe(0);
});

test("an abort is heard while the call waits", async () => {
  const controller = new AbortController();
  const options = { signal: controller.signal };
  const hooks = { onRetry: () => void setTimeout(() => controller.abort("enough"), 20) };
  const start = performance.now();
  const row = { name: "", answers: retryAfter({ "retry-after": "30" }), options, sent: 1 };
  expect(await see(row, { hooks, clock: undefined })).toMatchObject({
    sent: 1,
    error: { code: "aborted", attempts: 1, status: undefined, response: undefined },
  });
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("the waits are real", async () => {
  const start = performance.now();
  const row = { name: "", answers: retryAfter({ "retry-after-ms": "120" }), sent: 2 };
  expect(await see(row, { clock: undefined })).toMatchObject({ sent: 2, result: success });
  expect(performance.now() - start).toBeGreaterThanOrEqual(115);
});

test("nobody listens: network", async () => {
  const closed = await startFaultyServer([ok]);
  closed.close();
  const row = { name: "", answers: [ok], options: { baseUrl: closed.url }, sent: 0 };
  expect(await see(row)).toMatchObject({ waits: [250, 500], error: { code: "network" } });
});
