import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ClientError, type Connection, type Result } from "@truespec/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EchoServer, startEchoServer } from "./echo-server.ts";
import { generateInto, load } from "./generate-into.ts";
import { typeCheck } from "./type-check.ts";

type Call = (input?: object, options?: object) => Promise<Result>;
type Client = Connection & Readonly<Record<string, Readonly<Record<string, Call>>>>;
interface ClientModule {
  readonly createClient: (options: object) => Client;
  readonly createConnection: (options: object) => Connection;
  readonly getThing: (client: Connection, input: object) => Promise<Result>;
}

let server: EchoServer;
let folder: string;
let module: ClientModule;
let client: Client;

beforeAll(async () => {
  server = await startEchoServer();
  const description = await load("tests/generator/fixtures/api.yaml");
  ({ folder } = await generateInto(description, { emit: ["types", "client"] }));
  module = await import(join(folder, "client.ts"));
  client = module.createClient({ baseUrl: server.url, auth: { bearer: "t" } });
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** The method of an operation, in whatever group it stands. */
function method(name: string): Call {
  const found = Object.values(client).find((group) => Object.hasOwn(group, name))?.[name];
  if (found === undefined) throw new Error(`no method ${name}`);
  return found;
}

interface Sent {
  readonly name: string;
  readonly call: string;
  readonly input: object;
  readonly want: object;
}

test.each<Sent>([
  {
    name: "parameters of several styles",
    call: "listThings",
    input: {
      filter: { kind: "a b", min: 1 },
      tags: ["x", "y"],
      where: { a: "1" },
      "X-Trace": "t1",
      theme: "dark",
    },
    want: {
      url: "/things?filter%5Bkind%5D=a%20b&filter%5Bmin%5D=1&tags=x%7Cy&where=%7B%22a%22%3A%221%22%7D",
      headers: {
        accept: "application/json, text/csv",
        authorization: "Bearer t",
        cookie: "theme=dark",
        "x-trace": "t1",
      },
    },
  },
  {
    name: "two parameters of one name",
    call: "getThing",
    input: { id: "a/b", queryId: 7 },
    want: { url: "/things/a%2Fb?id=7", headers: { host: expect.any(String) } },
  },
  {
    name: "what only the path names",
    call: "getUndescribed",
    input: { undescribed: "a b" },
    want: { url: "/c/a%20b" },
  },
  {
    name: "JSON",
    call: "createThing",
    input: { body: { name: "n" } },
    want: { body: '{"name":"n"}', headers: { "content-type": "application/json" } },
  },
  {
    name: "a form",
    call: "createThing",
    input: {
      body: { name: "n", tags: ["a", "b"] },
      contentType: "application/x-www-form-urlencoded",
    },
    want: { body: "name=n&tags=a&tags=b" },
  },
  {
    name: "multipart",
    call: "createThing",
    input: {
      body: { name: "n", file: new File(["content"], "f.txt") },
      contentType: "multipart/form-data",
    },
    want: {
      body: expect.stringMatching(/name="name"\r\n\r\nn\r\n[\s\S]*filename="f.txt"[\s\S]*content/),
      headers: { "content-type": expect.stringMatching(/^multipart\/form-data; boundary=/) },
    },
  },
  {
    name: "text",
    call: "createThing",
    input: { body: "plain", contentType: "text/plain" },
    want: { body: "plain", headers: { "content-type": "text/plain" } },
  },
  {
    name: "bytes",
    call: "createThing",
    input: { body: new Uint8Array([65, 66]), contentType: "image/png" },
    want: { body: "AB", headers: { "content-type": "image/png" } },
  },
  {
    name: "a query parameter called body, beside a body",
    call: "input",
    input: { queryBody: "q", body: { a: 1 } },
    want: { method: "OPTIONS", url: "/a?body=q", body: '{"a":1}' },
  },
])("sends $name", async ({ call, input, want }) => {
  const result = await method(call)(input);
  if (!result?.ok) throw new Error("expected a success");
  expect(result.data).toMatchObject(want);
});

test.each([
  { auth: { key: "k" }, want: { "x-key": "k" } },
  { auth: { basic: { username: "u", password: "p" } }, want: { authorization: "Basic dTpw" } },
  { auth: { key: async () => "later" }, want: { "x-key": "later" } },
  { auth: {}, want: {} },
])("authorizes with $auth", async ({ auth, want }) => {
  const connection = module.createConnection({ baseUrl: server.url, auth });
  const result = await module.getThing(connection, { id: "1" });
  expect(result).toMatchObject({ data: { headers: want } });
  if (Object.keys(want).length === 0) {
    expect(result).not.toHaveProperty("data.headers.authorization");
  }
});

test.each([
  { answer: "204", want: { ok: true, status: 204, mediaType: undefined, data: undefined } },
  {
    answer: "200 text/csv;charset=utf-8 a,b",
    want: { ok: true, status: 200, mediaType: "text/csv", data: "a,b" },
  },
  {
    answer: '400 application/json {"title":"bad"}',
    want: { ok: false, mediaType: "application/json", error: { title: "bad" } },
  },
  {
    answer: '418 application/problem+json {"title":"tea"}',
    want: { ok: false, mediaType: "application/problem+json", error: { title: "tea" } },
  },
  {
    answer: "502 text/html <h1>Bad gateway</h1>",
    want: { ok: false, status: 502, mediaType: "text/html", error: "<h1>Bad gateway</h1>" },
  },
  { answer: "429", want: { ok: false, status: 429, mediaType: undefined, error: undefined } },
])("reads $answer", async ({ answer, want }) => {
  expect(await method("listThings")({}, { headers: { "x-answer": answer } })).toMatchObject(want);
});

test.each([
  { signal: () => AbortSignal.abort(), code: "aborted" },
  { signal: () => AbortSignal.timeout(20), code: "timeout" },
])("an interrupted call: $code", async ({ signal, code }) => {
  const call = method("listThings")({}, { signal: signal(), headers: { "x-answer": "never" } });
  await expect(call).rejects.toThrow(ClientError);
  await expect(call).rejects.toMatchObject({ code });
});

test("a HEAD request has no body to read", async () => {
  expect(await method("headThing")({ id: "1" })).toMatchObject({ ok: true, data: undefined });
});

const use = `
import { ClientError, createClient, createConnection, getThing, listThings, type Thing } from "./client.js";

const client = createClient({
  auth: { bearer: () => Promise.resolve("t"), basic: { username: "u", password: "p" } },
  headers: { "X-App": "mine" },
});
export async function main(): Promise<readonly string[]> {
  const result = await client.things.listThings({ sort: "up", tags: ["a"], filter: { min: 1 } });
  if (!result.ok) {
    if (result.status === 400 || result.status === 404) return [result.error.title];
    const rest: unknown = result.error;
    return [String(rest)];
  }
  const status: 200 = result.status;
  if (result.mediaType === "text/csv") return result.data.split(",");
  const things: readonly Thing[] = result.data;
  return [...things.map((thing) => thing.name), String(status)];
}
export async function narrowed(): Promise<void> {
  const csv = await listThings(client, {}, { accept: "text/csv" });
  if (csv.ok) csv.data.split(",");
  const json = await client.things.listThings({}, { accept: ["application/json"] });
  if (json.ok) json.data.map((thing) => thing.parts);
  const gone = await client.things.deleteOperation({ id: "1" }, { signal: AbortSignal.timeout(5) });
  if (gone.ok) gone.data satisfies undefined;
  const status = await client.status.getStatus();
  if (status.ok) status.data.up satisfies boolean | undefined;
  const picture = await getThing(createConnection(), { id: "1", queryId: 2 });
  if (picture.ok && picture.mediaType === "image/png") await picture.data.arrayBuffer();
  await client.c.getUndescribed({ undescribed: "any text" });
  await client.things.createThing({ body: { name: "n" } });
  await client.things.createThing({ body: "text", contentType: "text/plain" });
  await client.things.createThing({ body: new Blob([]), contentType: "image/webp" });
  await client.things.createThing({ body: new FormData(), contentType: "multipart/form-data" });
}
export function wrong(): void {
  // @ts-expect-error a path parameter is required
  void client.things.getThing({});
  // @ts-expect-error an input is required
  void client.things.getThing();
  // @ts-expect-error not one of the values
  void client.things.listThings({ sort: "sideways" });
  // @ts-expect-error not a parameter
  void client.things.listThings({ nothing: 1 });
  // @ts-expect-error not a media type of the answers
  void client.things.listThings({}, { accept: "image/png" });
  // @ts-expect-error a body of another media type
  void client.things.createThing({ body: 1, contentType: "text/plain" });
  createClient({ server: { variables: { region: "us" } } });
  // @ts-expect-error not a server of the description
  createClient({ server: { url: "https://other.example.com" } });
  // @ts-expect-error not a variable of the server
  createClient({ server: { variables: { planet: "mars" } } });
  // @ts-expect-error not a security scheme of the description
  createClient({ auth: { other: "t" } });
}
export const isOurs = (error: unknown): boolean => error instanceof ClientError;
`;

test("a server's variables make its URL", () => {
  const server = { variables: { region: "us" } };
  const { baseUrl } = module.createConnection({ server })["~connection"];
  expect(baseUrl).toBe("https://us.example.com/v1");
});

test("its types narrow by status and media type, and refuse what is wrong", () => {
  const path = join(folder, "use.ts");
  writeFileSync(path, use);
  expect(typeCheck([path])).toEqual([]);
});
