import type { JsonObject } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { describe, withMembers } from "../../test/folder.ts";
import { loadDescription } from "../load/load-description.ts";
import { findMediaType } from "./find-media-type.ts";
import { findOperation } from "./find-operation.ts";
import { findResponse } from "./find-response.ts";
import { matchRequest } from "./match-request.ts";
import type { RequestMatch } from "./request.ts";

const answers = { responses: { default: { description: "" } } };
const get = { get: answers };
const paths = {
  "/pets": { get: answers, post: { operationId: "addPet", ...answers } },
  "/pets/{id}": get,
  "/pets/mine": get,
  "/pets/{id}/toys/{toy}": get,
  "/pets/{id}.json": get,
  "/{kind}/mine": { put: answers },
  "/compare/{base}...{head}": get,
  "/pages/{name}{extension}": get,
  "/files/": get,
  "/a%20b": get,
  "/other": { servers: [{ url: "https://other.example.com" }], ...get },
};
const servers = [
  { url: "https://api.example.com/v1" },
  {
    url: "https://{region}.example.com:8443/{base}",
    variables: { region: { default: "eu", enum: ["eu", "us"] }, base: { default: "v2/x" } },
  },
  {
    url: "https://{tenant}.example.net:{port}",
    variables: { tenant: { default: "demo" }, port: { default: "443", enum: ["443", "8443"] } },
  },
];

test("a path that lacks its slash is matched as if it had one", async () => {
  const description = await describe(withMembers({ paths: { "pets/{id}": get, "x-pets": get } }));
  expect(description.operations.map(({ label, pointer }) => [label, pointer])).toEqual([
    ["GET /pets/{id}", "/paths/pets~1{id}/get"],
  ]);
  expect(say(matchRequest(description, { method: "GET", url: "/pets/7" }))).toMatch(
    /^GET \/pets\/\{id\}/,
  );
});

function say(match: RequestMatch): string {
  if (match.kind !== "operation") return match.kind;
  const parameters = [...match.pathParameters].map(([name, value]) => ` ${name}=${value}`);
  return `${match.operation.label}${parameters.join("")}`;
}

test.each([
  { request: "GET https://api.example.com/v1/pets", want: "GET /pets" },
  { request: "get https://api.example.com/v1/pets?a=1#b", want: "GET /pets" },
  { request: "GET http://API.example.com:80/v1/pets", want: "GET /pets" },
  { request: "GET https://api.example.com:443/v1/pets/", want: "GET /pets" },
  { request: "GET /v1/pets", want: "GET /pets" },
  { request: "GET https://api.example.com/v1/pets/7", want: "GET /pets/{id} id=7" },
  { request: "GET https://api.example.com/v1/pets/mine", want: "GET /pets/mine" },
  { request: "GET https://api.example.com/v1/pets/a%2Fb", want: "GET /pets/{id} id=a/b" },
  { request: "GET https://api.example.com/v1/pets/%zz", want: "GET /pets/{id} id=%zz" },
  { request: "GET https://api.example.com/v1/pets/7.json", want: "GET /pets/{id}.json id=7" },
  {
    request: "GET https://api.example.com/v1/pets/7/toys/8",
    want: "GET /pets/{id}/toys/{toy} id=7 toy=8",
  },
  {
    request: "GET https://api.example.com/v1/compare/a...b",
    want: "GET /compare/{base}...{head} base=a head=b",
  },
  {
    request: "GET https://api.example.com/v1/pages/a.b.json",
    want: "GET /pages/{name}{extension} name=a.b extension=.json",
  },
  {
    request: "GET https://api.example.com/v1/pages/abc",
    want: "GET /pages/{name}{extension} name=a extension=bc",
  },
  { request: "GET https://api.example.com/v1/pages/a", want: "unknown-path" },
  { request: "PUT https://api.example.com/v1/pets/mine", want: "PUT /{kind}/mine kind=pets" },
  { request: "GET https://api.example.com/v1/files/", want: "GET /files/" },
  { request: "GET https://api.example.com/v1/a%20b", want: "GET /a%20b" },
  { request: "GET https://us.example.com:8443/v2/x/pets", want: "GET /pets" },
  { request: "GET https://asia.example.com:8443/v2/x/pets", want: "foreign-server" },
  { request: "GET https://demo.example.net/pets", want: "GET /pets" },
  { request: "GET https://demo.example.net:8443/pets", want: "GET /pets" },
  { request: "GET https://demo.example.net:9443/pets", want: "foreign-server" },
  { request: "GET https://other.example.com/other", want: "GET /other" },
  { request: "DELETE https://api.example.com/v1/pets", want: "unknown-method" },
  { request: "GET https://api.example.com/v1/cats", want: "unknown-path" },
  { request: "GET https://api.example.com/v2/pets", want: "foreign-server" },
  { request: "GET https://evil.example.com/v1/pets", want: "foreign-server" },
  { request: "GET not a url", want: "foreign-server" },
])("$request is $want", async ({ request, want }) => {
  const description = await describe(withMembers({ paths, servers }));
  const [method = ""] = request.split(" ", 1);
  const url = request.slice(method.length + 1);
  expect(say(matchRequest(description, { method, url }))).toBe(want);
});

const takes = (...parameters: readonly JsonObject[]) => ({ get: { parameters, ...answers } });
const integer = { schema: { $ref: "#/components/schemas/Id" } };
const action = (name: string) => ({ in: "header", name: "X-Action", schema: { const: name } });

test.each([
  { url: "/users/7", want: "GET /users/{id} id=7" },
  { url: "/users/anna", want: "GET /users/{name} name=anna" },
  { url: "/jobs?op=STOP", want: "GET /jobs?op=STOP" },
  { url: "/jobs?op=LIST&to={to}", want: "GET /jobs?op=LIST" },
  { url: "/jobs", want: "GET /jobs?op=LIST" },
  { url: "/near?city=Bonn", want: "GET /near?city={city}" },
  { url: "/near?lat=50.7&lon=7.1", want: "GET /near?lat={lat}&lon={lon}" },
  { url: "/", header: "Stop", want: "GET /#Action=Stop" },
  { url: "/", header: "Start", want: "GET /#Action=Start" },
  { url: "/", want: "GET /#Action=Start" },
])("of paths that match $url alike, parameters choose $want", async ({ url, header, want }) => {
  const place = { in: "query", required: true };
  const alike = {
    "/users/{id}": takes({ name: "id", in: "path", required: true, ...integer }),
    "/users/{name}": takes({ name: "name", in: "path", required: true }),
    "/jobs?op=LIST": get,
    "/jobs?op=STOP": get,
    "/near?city={city}": takes({ name: "city", ...place }),
    "/near?lat={lat}&lon={lon}": takes({ name: "lat", ...place }, { name: "lon", ...place }),
    "/#Action=Start": takes({ ...action("Start"), required: true }),
    "/#Action=Stop": takes({ ...action("Stop"), required: true }),
  };
  const components = { schemas: { Id: { type: "integer" } } };
  const description = await describe(withMembers({ paths: alike, components }));
  const headers = header === undefined ? [] : [{ name: "x-action", value: header }];
  expect(say(matchRequest(description, { method: "GET", url, headers }))).toBe(want);
});

test.each([
  { url: "data:image/png;base64,iVBO", want: "foreign-server" },
  { url: "blob:https://a.b/pets", want: "foreign-server" },
  { url: "chrome-extension://abc/pets", want: "foreign-server" },
  { url: "wss://a.b/pets", want: "GET /pets" },
])("where no server names a host, $url is $want", async ({ url, want }) => {
  const description = await describe(withMembers({ paths: { "/pets": get } }));
  expect(say(matchRequest(description, { method: "GET", url }))).toBe(want);
});

const own = (url: string) => ({ servers: [{ url }], ...get });

test.each([
  {
    name: "of a path with servers of its own",
    paths: { "/pets/{id}": get, "/pets/mine": own("https://a.b") },
    servers: [{ url: "https://a.b" }],
    url: "https://a.b/pets/mine",
    want: "GET /pets/mine",
  },
  {
    name: "below the longer of two servers",
    paths: { "/{version}/{kind}": get, "/pets": get },
    servers: [{ url: "https://a.b" }, { url: "https://a.b/v1" }],
    url: "https://a.b/v1/pets",
    want: "GET /pets",
  },
  {
    name: "below the longer server, however they are ordered",
    paths: { "/{version}/{kind}": get, "/pets": get },
    servers: [{ url: "https://a.b/v1" }, { url: "https://a.b" }],
    url: "https://a.b/v1/pets",
    want: "GET /pets",
  },
  {
    name: "with a first segment before a last",
    paths: { "/{kind}/mine": get, "/pets/{id}": get },
    servers: [{ url: "/" }],
    url: "/pets/mine",
    want: "GET /pets/{id} id=mine",
  },
  {
    name: "of one host among many",
    paths: { "/a": own("https://{tenant}.a.b"), "/{x}": own("https://c.d") },
    servers: [],
    url: "https://c.d/a",
    want: "GET /{x} x=a",
  },
  {
    name: "of a server variable's default that has several segments",
    paths: { "/a": get },
    servers: [{ url: "{base}", variables: { base: { default: "/v1/x" } } }],
    url: "https://anywhere.example/v1/x/a/",
    want: "GET /a",
  },
  {
    name: "of a server variable behind the host that begins with a slash",
    paths: { "/a": get },
    servers: [
      {
        url: "https://api.example.com{base}",
        variables: { base: { default: "/shop/v1", enum: ["/shop/v1", "/shop/v2"] } },
      },
    ],
    url: "https://api.example.com/shop/v2/a",
    want: "GET /a",
  },
  {
    name: "of a server variable that is a whole URL",
    paths: { "/a": get },
    servers: [{ url: "{site}/v1", variables: { site: { default: "https://api.example.com" } } }],
    url: "https://api.example.com/v1/a",
    want: "GET /a",
  },
  {
    name: "of a server variable that may be any host",
    paths: { "/pets": get },
    servers: [{ url: "{endpoint}/v1", variables: { endpoint: { default: "none" } } }],
    url: "https://eu.example.com/v1/pets",
    want: "GET /pets",
  },
  {
    name: "of a server variable that is a segment",
    paths: { "/pets": get },
    servers: [{ url: "{version}", variables: { version: { default: "v1" } } }],
    url: "https://eu.example.com/v2/pets",
    want: "GET /pets",
  },
  {
    name: "of another server than a variable's URL",
    paths: { "/a": get },
    servers: [{ url: "{site}/v1", variables: { site: { default: "https://api.example.com" } } }],
    url: "https://api.example.org/v1/a",
    want: "foreign-server",
  },
])("the most concrete path $name", async ({ paths: described, servers: named, url, want }) => {
  const description = await describe(withMembers({ paths: described, servers: named }));
  expect(say(matchRequest(description, { method: "GET", url }))).toBe(want);
});

test.each([
  { server: "http://127.0.0.1:8080", url: "http://127.0.0.1:8080/pets", want: "GET /pets" },
  {
    server: "http://127.0.0.1:8080/base/",
    url: "http://127.0.0.1:8080/base/other",
    want: "GET /other",
  },
  {
    server: "http://127.0.0.1:8080",
    url: "https://api.example.com/v1/pets",
    want: "foreign-server",
  },
])("$url under the one server $server is $want", async ({ server, url, want }) => {
  const description = await describe(withMembers({ paths, servers }));
  expect(say(matchRequest(description, { method: "GET", url }, { server }))).toBe(want);
});

test.each([
  { server: "/v1", path: "/v1/pets" },
  { server: "v1", path: "/docs/v2/v1/pets" },
  { server: " ./v1/ ", path: "/docs/v2/v1/pets" },
  { server: "../{version}", path: "/docs/v7/pets" },
  { server: "../../../v1", path: "/v1/pets" },
  { server: "", path: "/docs/v2/pets" },
  { server: "//api.example.com/v1", path: "/v1/pets" },
  { server: "https://api.example.com/a/../v1", path: "/v1/pets" },
])("the server $server of a description at a URL: $path", async ({ server, path }) => {
  const variables = { version: { default: "v1" } };
  const document = withMembers({ paths: { "/pets": get }, servers: [{ url: server, variables }] });
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const source = "https://api.example.com/docs/v2/openapi.json";
  const loaded = await loadDescription(source, { read: async (location) => ({ location, bytes }) });
  if (!loaded.ok) throw new Error("no model");
  const ask = (url: string) => say(matchRequest(loaded.description, { method: "GET", url }));
  expect(ask(`https://api.example.com${path}`)).toBe("GET /pets");
  expect(ask(`https://other.example.com${path}`)).toBe("foreign-server");
});

test("a template that could match in many ways takes no time", async () => {
  const path = `/${"{a}x".repeat(30)}`;
  const description = await describe(withMembers({ paths: { [path]: get } }));
  const started = performance.now();
  matchRequest(description, { method: "GET", url: `/${"x".repeat(100_000)}!` });
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each(["GET /pets/{id}", " get  /pets/{id} ", "addPet", "getPetsMine", "GET /nothing"])(
  "findOperation(%s)",
  async (label) => {
    const found = findOperation(await describe(withMembers({ paths })), label);
    const want = { addPet: "POST /pets", getPetsMine: "GET /pets/mine", "GET /nothing": undefined };
    expect(found?.label).toBe(
      Object.hasOwn(want, label) ? want[label as keyof typeof want] : "GET /pets/{id}",
    );
  },
);

test.each([
  { statuses: ["200", "2XX", "default"], status: 200, want: "200" },
  { statuses: ["200", "2XX", "default"], status: 201, want: "2XX" },
  { statuses: ["2xx"], status: 204, want: "2xx" },
  { statuses: ["200", "default"], status: 500, want: "default" },
  { statuses: ["200"], status: 500, want: undefined },
])("$status among $statuses is $want", async ({ statuses, status, want }) => {
  const responses = Object.fromEntries(statuses.map((key) => [key, { description: "" }]));
  const { operations } = await describe(withMembers({ paths: { "/": { get: { responses } } } }));
  const [operation] = operations;
  expect(operation && findResponse(operation, status)?.status).toBe(want);
});

test.each([
  { keys: ["application/json"], type: "application/json; charset=utf-8", want: "application/json" },
  { keys: ["a/b", "c/d"], type: "c/d ; charset=utf-8, c/d; charset=utf-8", want: "c/d" },
  { keys: ["a/b", "c/d"], type: "c/d,c/d", want: "c/d" },
  {
    keys: ["*/*", "application/*", "application/json"],
    type: "Application/JSON",
    want: "application/json",
  },
  { keys: ["*/*", "application/*"], type: "application/xml", want: "application/*" },
  { keys: ["*/*"], type: "text/plain", want: "*/*" },
  { keys: ["application/json"], type: "application/problem+json", want: undefined },
  {
    keys: ["application/*", "application/*+json"],
    type: "application/problem+json ; charset=utf-8",
    want: "application/*+json",
  },
  { keys: ["application/*+json"], type: "application/json", want: undefined },
  { keys: ["application/*+json"], type: "text/x+json", want: undefined },
  { keys: ["a/b", "a/b; v=2"], type: "a/b;v=2", want: "a/b; v=2" },
  { keys: ["a/b; v=1"], type: "a/b", want: "a/b; v=1" },
  { keys: ["a/b; v=1", "a/b; v=2"], type: 'a/b; charset=utf-8; V="2"', want: "a/b; v=2" },
  { keys: ["a/b", "a/b; v=2", "a/b; w=3; v=2"], type: "a/b;v=2;w=3", want: "a/b; w=3; v=2" },
  { keys: ["a/b; v=2", "a/b"], type: "a/b; v=3", want: "a/b" },
])("$type among $keys is $want", ({ keys, type, want }) => {
  const content = keys.map((mediaType) => ({
    mediaType,
    pointer: "",
    schemaPointer: undefined,
    itemSchemaPointer: undefined,
    encodings: [],
  }));
  expect(findMediaType(content, type)?.mediaType).toBe(want);
});
