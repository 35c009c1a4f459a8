import {
  bySchemas,
  ClientError,
  type ConnectionOptions,
  call,
  checkEach,
  createConnection,
  headerKey,
  type InvalidResponse,
  type Operation,
  type Result,
  type StandardSchema,
  type ValidationOptions,
} from "@truespec/client";
import { afterEach, expect, test } from "vitest";
import {
  type Answer,
  answer,
  type FaultyServer,
  json,
  startFaultyServer,
} from "./faulty-server.ts";

interface Named {
  readonly name: string;
}

/** An object with a name; what it makes of a value has nothing else. */
const Named: StandardSchema<Named> = {
  "~standard": {
    version: 1,
    vendor: "tests",
    validate: (value) =>
      typeof value === "object" && value !== null && "name" in value
        ? { value: { name: String(value.name) } }
        : { issues: [{ message: `no name in ${JSON.stringify(value)}`, path: ["name"] }] },
  },
};
/** The same for those who take their time. */
const Later: StandardSchema = {
  "~standard": {
    version: 1,
    vendor: "tests",
    validate: async (value) => Named["~standard"].validate(value),
  },
};

const operation: Operation = {
  method: "GET",
  path: "/a",
  responses: { 200: ["application/json"], "4XX": ["application/json"] },
};
const schemas = bySchemas({ "GET /a": { 200: Named, "4XX": Later } });

let server: FaultyServer | undefined;
afterEach(() => server?.close());

interface Seen {
  readonly result?: Result;
  readonly error?: ClientError;
  readonly told: readonly InvalidResponse[];
}

interface Said {
  readonly validation?: ValidationOptions | "off";
  readonly perCall?: ValidationOptions | "off";
}

async function see(given: Answer, { validation, perCall }: Said): Promise<Seen> {
  server = await startFaultyServer([given]);
  const told: InvalidResponse[] = [];
  const options: ConnectionOptions = {
    validation,
    auth: { key: "secret" },
    hooks: { onInvalidResponse: (invalid) => void told.push(invalid) },
  };
  const connection = createConnection(options, {
    baseUrl: server.url,
    securitySchemes: { key: { write: headerKey, name: "X-Key" } },
  });
  const called = { ...operation, security: [["key"]] };
  try {
    return { result: await call<Result>(connection, called, {}, { validation: perCall }), told };
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return { error, told };
  }
}

const good = json('{"name":"n","more":1}');
const bad = answer(
  200,
  { "content-type": "application/json", "x-request-id": "r1" },
  '{"nom":"secret"}',
);
const issues = [{ message: 'no name in {"nom":"***"}', path: ["name"] }];

test.each<{
  name: string;
  answer: Answer;
  said: Said;
  told?: object;
  result?: object;
  error?: object;
}>([
  { name: "nothing said", answer: bad, said: {}, result: { ok: true } },
  {
    name: "off",
    answer: bad,
    said: { validation: { mode: "off", schemas } },
    result: { ok: true },
  },
  {
    name: "warn: the result all the same",
    answer: bad,
    said: { validation: { schemas } },
    told: { status: 200, mediaType: "application/json", requestId: "r1", issues },
    result: { ok: true, data: { nom: "secret" } },
  },
  {
    name: "strict",
    answer: bad,
    said: { validation: { mode: "strict", schemas } },
    told: { issues },
    error: { code: "invalid-response", status: 200, requestId: "r1", attempts: 1, issues },
  },
  {
    name: "strict, and it fits: unknown fields are kept",
    answer: good,
    said: { validation: { mode: "strict", schemas } },
    result: { ok: true, data: { name: "n", more: 1 } },
  },
  {
    name: "strict, and the call says warn",
    answer: bad,
    said: { validation: { mode: "strict", schemas }, perCall: { mode: "warn" } },
    told: { issues },
    result: { ok: true },
  },
  {
    name: "strict, and the call says off",
    answer: bad,
    said: { validation: { mode: "strict", schemas }, perCall: "off" },
    result: { ok: true },
  },
  {
    name: "a schema for this call",
    answer: bad,
    said: { perCall: { mode: "strict", schemas: bySchemas(() => Later) } },
    told: { issues },
    error: { code: "invalid-response" },
  },
  {
    name: "a failure has a schema by its range",
    answer: json("{}", 404),
    said: { validation: { mode: "strict", schemas } },
    told: { status: 404 },
    error: { code: "invalid-response", status: 404 },
  },
  {
    name: "an empty body is not what was described",
    answer: json(""),
    said: { validation: { mode: "strict", schemas } },
    told: { mediaType: undefined },
    error: { code: "invalid-response" },
  },
  {
    name: "no body where there can be none",
    answer: answer(204),
    said: { validation: { mode: "strict", schemas: bySchemas(() => Named) } },
    result: { ok: true, status: 204 },
  },
  {
    name: "the schema of a status is for JSON",
    answer: answer(200, { "content-type": "text/csv" }, "a,b"),
    said: { validation: { mode: "strict", schemas } },
    result: { ok: true, data: "a,b" },
  },
  {
    name: "a status without a schema",
    answer: json("{}", 500),
    said: { validation: { mode: "strict", schemas }, perCall: {} },
    result: { ok: false, status: 500 },
  },
  {
    name: "names of the prototype are no schemas",
    answer: good,
    said: { validation: { mode: "strict", schemas: bySchemas({ constructor: {} }) } },
    result: { ok: true },
  },
])("$name", async ({ answer: given, said, told, result, error }) => {
  const seen = await see(given, said);
  expect(seen.told).toMatchObject(told === undefined ? [] : [told]);
  expect(seen.result ?? {}).toMatchObject(result ?? {});
  expect(seen.error ?? {}).toMatchObject(error ?? {});
  expect(Object.keys(seen)).toContain(result === undefined ? "error" : "result");
});

test("the message names the first place, and nothing of the data", async () => {
  const { error } = await see(bad, { validation: { mode: "strict", schemas } });
  expect(error?.message).toMatch(/: the 200 response does not fit its schema, first at name$/);
});

test("a list with a bad row gives its good rows", async () => {
  const rows = [{ name: "a", more: 1 }, { nom: "b" }, { name: "c" }];
  for (const schema of [Named, Later]) {
    expect(await checkEach(schema, rows)).toEqual({
      valid: [rows[0], rows[2]],
      invalid: [
        {
          index: 1,
          value: rows[1],
          issues: [{ message: 'no name in {"nom":"b"}', path: ["name"] }],
        },
      ],
    });
  }
});
