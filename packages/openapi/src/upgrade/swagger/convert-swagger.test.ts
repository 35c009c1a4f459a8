import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { resolvePointer } from "@truespec/json-schema/json-pointer";
import { expect, test } from "vitest";
import { type Files, loadFiles, summarize } from "../../../test/folder.ts";

function swagger(members: JsonObject): JsonObject {
  return { swagger: "2.0", info: { title: "T", version: "1" }, paths: {}, ...members };
}

async function convert(members: JsonObject, files: Files = {}) {
  const text = JSON.stringify(swagger(members));
  const result = await loadFiles({ "openapi.yaml": text, ...files });
  if (!result.ok) throw new Error(summarize(result).join("\n"));
  const { description, diagnostics } = result;
  const said = diagnostics.map(({ code, location }) => `${code} ${location?.pointer}`);
  const at = (pointer: string) => resolvePointer(description.document, pointer);
  return { description, at, said };
}

async function convertOperation(operation: JsonObject, members: JsonObject = {}) {
  const paths = { "/a": { post: { responses: {}, ...operation } } };
  const { at, said, description } = await convert({ paths, ...members });
  return { operation: at("/paths/~1a/post"), said, description };
}

test("a path that lacks its slash is converted as any other", async () => {
  const body = { name: "b", in: "body", schema: { type: "string" } };
  const { at, said, description } = await convert({
    paths: { a: { post: { consumes: ["a/b"], parameters: [body], responses: {} } } },
  });
  expect(description.operations.map(({ label }) => label)).toEqual(["POST /a"]);
  expect(at("/paths/a/post/requestBody/content")).toEqual({
    "a/b": { schema: { type: "string" } },
  });
  expect(said).toEqual(["bad-value /paths/a"]);
});

const servers: readonly { readonly given: JsonObject; readonly want: readonly string[] }[] = [
  { given: {}, want: ["/"] },
  { given: { basePath: "/v1/" }, want: ["/v1"] },
  { given: { basePath: "v1", schemes: ["http"] }, want: ["/v1"] },
  { given: { host: "a.b:8080" }, want: ["https://a.b:8080"] },
  { given: { host: "a.b", basePath: "/" }, want: ["https://a.b"] },
  { given: { host: "https://a.b/", basePath: "/v1" }, want: ["https://a.b/v1"] },
  {
    given: { host: "a.b", basePath: "/v1", schemes: ["http", "wss"] },
    want: ["http://a.b/v1", "wss://a.b/v1"],
  },
];

test.each(servers)("servers of $given", async ({ given, want }) => {
  const { description } = await convert(given);
  expect(description.servers.map(({ url }) => url)).toEqual(want);
});

test("schemes of an operation are servers of its own", async () => {
  const { description } = await convertOperation({ schemes: ["ws"] }, { host: "a.b" });
  expect(description.operations[0]?.servers.map(({ url }) => url)).toEqual(["ws://a.b"]);
});

interface Row {
  readonly given: JsonObject;
  readonly want: JsonObject;
  readonly said?: readonly string[];
}

const list = { type: "array", items: { type: "string" } };
const lossy = "swagger-lossy /paths/~1a/post/parameters/0";

const parameters: readonly Row[] = [
  {
    given: {
      in: "query",
      required: true,
      type: "integer",
      format: "int32",
      minimum: 1,
      default: 2,
    },
    want: {
      in: "query",
      required: true,
      schema: { type: "integer", format: "int32", minimum: 1, default: 2 },
    },
  },
  {
    given: { in: "query", type: "integer", maximum: 3, exclusiveMaximum: true },
    want: { in: "query", schema: { type: "integer", exclusiveMaximum: 3 } },
  },
  {
    given: { in: "query", type: "string", "x-nullable": true, allowEmptyValue: true, "x-a": 1 },
    want: { in: "query", allowEmptyValue: true, "x-a": 1, schema: { type: ["string", "null"] } },
  },
  {
    given: { in: "query", ...list },
    want: { in: "query", style: "form", explode: false, schema: list },
  },
  ...[
    { collectionFormat: "csv", style: "form", explode: false },
    { collectionFormat: "ssv", style: "spaceDelimited", explode: false },
    { collectionFormat: "pipes", style: "pipeDelimited", explode: false },
    { collectionFormat: "multi", style: "form", explode: true },
  ].map(({ collectionFormat, ...written }) => ({
    given: { in: "query", ...list, collectionFormat },
    want: { in: "query", ...written, schema: list },
  })),
  {
    given: { in: "query", ...list, collectionFormat: "tsv" },
    want: { in: "query", style: "form", explode: false, schema: list },
    said: [`${lossy}/collectionFormat`],
  },
  { given: { in: "header", ...list }, want: { in: "header", schema: list } },
  {
    given: { in: "header", ...list, collectionFormat: "pipes" },
    want: { in: "header", schema: list },
    said: [`${lossy}/collectionFormat`],
  },
  {
    given: { in: "query", type: "array", items: list },
    want: { in: "query", style: "form", explode: false, schema: { type: "array", items: list } },
    said: [`${lossy}/items`],
  },
  {
    given: { in: "query", schema: { type: "string" } },
    want: { in: "query", schema: { type: "string" } },
  },
];

test.each(parameters)("the parameter $given", async ({ given, want, said = [] }) => {
  const converted = await convertOperation({ parameters: [{ name: "p", ...given }] });
  expect(resolvePointer(converted.operation ?? null, "/parameters")).toEqual([
    { name: "p", ...want },
  ]);
  expect(converted.said).toEqual(said);
});

const body = { name: "b", in: "body", schema: { type: "string" } };
const field = { name: "f", in: "formData", type: "string" };
const file = { name: "g", in: "formData", type: "file" };
const binary = {
  type: "string",
  format: "binary",
  contentMediaType: "application/octet-stream",
};

function form(type: string, properties: JsonObject, more: JsonObject = {}): JsonObject {
  const { required, ...media } = more;
  const schema = { type: "object", properties, ...(required === undefined ? {} : { required }) };
  return { content: { [type]: { schema, ...media } } };
}

const urlencoded = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";

const bodies: readonly (Row & { readonly members?: JsonObject })[] = [
  {
    given: { parameters: [{ ...body, required: true, description: "d" }] },
    want: {
      required: true,
      description: "d",
      content: { "application/json": { schema: body.schema } },
    },
  },
  {
    given: { parameters: [body], consumes: ["a/b", "c/d"] },
    want: { content: { "a/b": { schema: body.schema }, "c/d": { schema: body.schema } } },
  },
  {
    given: { parameters: [body] },
    members: { consumes: ["a/b"] },
    want: { content: { "a/b": { schema: body.schema } } },
  },
  {
    given: { parameters: [body], consumes: [] },
    members: { consumes: ["a/b"] },
    want: { content: { "application/json": { schema: body.schema } } },
  },
  { given: { parameters: [field] }, want: form(urlencoded, { f: { type: "string" } }) },
  {
    given: { parameters: [{ ...field, required: true, description: "d", "x-nullable": true }] },
    want: {
      required: true,
      ...form(
        urlencoded,
        { f: { type: ["string", "null"], description: "d" } },
        { required: ["f"] },
      ),
    },
  },
  {
    given: { parameters: [field, file], consumes: [urlencoded, multipart] },
    want: form(multipart, { f: { type: "string" }, g: binary }),
  },
  { given: { parameters: [file] }, want: form(multipart, { g: binary }) },
  {
    given: { parameters: [{ ...field, ...list }], consumes: ["Multipart/Form-Data ; a=b", "a/b"] },
    want: form(
      "Multipart/Form-Data ; a=b",
      { f: list },
      { encoding: { f: { style: "form", explode: false } } },
    ),
  },
  {
    given: { parameters: [{ ...field, ...list, collectionFormat: "multi" }] },
    want: form(urlencoded, { f: list }),
  },
  {
    given: { parameters: [body, field] },
    want: { content: { "application/json": { schema: body.schema } } },
    said: ["swagger-lossy /paths/~1a/post/parameters/1"],
  },
  {
    given: { parameters: [{ $ref: "#/parameters/B" }] },
    members: { parameters: { B: body } },
    want: { content: { "application/json": { schema: body.schema } } },
  },
];

test.each(bodies)("the body of $given", async ({ given, want, members, said = [] }) => {
  const converted = await convertOperation(given, members);
  expect(resolvePointer(converted.operation ?? null, "/requestBody")).toEqual(want);
  expect(resolvePointer(converted.operation ?? null, "/parameters")).toEqual([]);
  expect(converted.said).toEqual(said);
});

test("a body of the path item is each operation's, which may have its own", async () => {
  const put = { parameters: [{ ...body, schema: { type: "number" } }], responses: {} };
  const pathItem = { parameters: [body, { name: "q", in: "query" }], post: { responses: {} }, put };
  const { at } = await convert({ paths: { "/a": pathItem } });
  const content = "requestBody/content/application~1json/schema/type";
  expect(at(`/paths/~1a/post/${content}`)).toBe("string");
  expect(at(`/paths/~1a/put/${content}`)).toBe("number");
  expect(at("/paths/~1a/parameters")).toEqual([{ name: "q", in: "query", schema: {} }]);
});

const text = { type: "string" };

const responses: readonly (Row & { readonly members?: JsonObject })[] = [
  { given: { description: "d" }, want: { description: "d" } },
  { given: { schema: text }, want: { content: { "application/json": { schema: text } } } },
  {
    given: { schema: text },
    members: { produces: ["a/b", "c/d"] },
    want: { content: { "a/b": { schema: text }, "c/d": { schema: text } } },
  },
  {
    given: { schema: { type: "file" } },
    want: { content: { "application/octet-stream": { schema: binary } } },
  },
  {
    given: { schema: text, examples: { "application/json": "x", "a/b": "y" } },
    want: {
      content: {
        "application/json": { schema: text, example: "x" },
        "a/b": { schema: text, example: "y" },
      },
    },
  },
  {
    given: { examples: { "a/b": "y", other: 1 } },
    want: { content: { "a/b": { example: "y" } } },
    said: ["swagger-lossy /paths/~1a/post/responses/200/examples"],
  },
  {
    given: { headers: { h: { description: "d", ...list }, i: { type: "integer" } } },
    want: {
      headers: { h: { description: "d", schema: list }, i: { schema: { type: "integer" } } },
    },
  },
];

test.each(responses)("the response $given", async ({ given, want, members, said = [] }) => {
  const converted = await convertOperation({ responses: { 200: given } }, members);
  expect(resolvePointer(converted.operation ?? null, "/responses/200")).toEqual(want);
  expect(converted.said).toEqual(said);
});

const security: readonly {
  readonly given: JsonObject;
  readonly want: JsonValue;
  readonly said?: readonly string[];
}[] = [
  {
    given: { type: "basic", description: "d" },
    want: { type: "http", scheme: "basic", description: "d" },
  },
  {
    given: { type: "apiKey", name: "k", in: "header" },
    want: { type: "apiKey", name: "k", in: "header" },
  },
  ...[
    ["implicit", "implicit"],
    ["password", "password"],
    ["application", "clientCredentials"],
    ["accessCode", "authorizationCode"],
  ].map(([flow = "", name = ""]) => ({
    given: { type: "oauth2", flow, authorizationUrl: "u", scopes: { a: "b" } },
    want: { type: "oauth2", flows: { [name]: { authorizationUrl: "u", scopes: { a: "b" } } } },
  })),
  {
    given: { type: "oauth2", flow: "x" },
    want: { type: "oauth2" },
    said: ["swagger-lossy /securityDefinitions/s"],
  },
];

test.each(security)("the security scheme $given", async ({ given, want, said = [] }) => {
  const converted = await convert({ securityDefinitions: { s: given } });
  expect(converted.at("/components/securitySchemes/s")).toEqual(want);
  expect(converted.said).toEqual(said);
});

const ref = { $ref: "#/definitions/B" };

const schemas: readonly Row[] = [
  { given: { type: "string", "x-nullable": true }, want: { type: ["string", "null"] } },
  { given: { type: "string", "x-nullable": false }, want: { type: "string" } },
  {
    given: { type: "string", enum: ["a"], "x-nullable": true },
    want: { type: ["string", "null"], enum: ["a", null] },
  },
  {
    given: { properties: { a: { ...ref, "x-nullable": true } } },
    want: { properties: { a: { anyOf: [{ $ref: "#/components/schemas/B" }, { type: "null" }] } } },
  },
  {
    given: { type: "object", discriminator: "kind", properties: { discriminator: text } },
    want: {
      type: "object",
      discriminator: { propertyName: "kind" },
      properties: { discriminator: text },
    },
  },
  {
    given: { example: 1, minimum: 1, exclusiveMinimum: true },
    want: { examples: [1], exclusiveMinimum: 1 },
  },
  { given: { properties: { $ref: text } }, want: { properties: { $ref: text } } },
];

test.each(schemas)("the schema $given", async ({ given, want, said = [] }) => {
  const converted = await convert({ definitions: { A: given, B: {} } });
  expect(converted.at("/components/schemas/A")).toEqual(want);
  expect(converted.said).toEqual(said);
});

test("references lead to where things stand now", async () => {
  const responses = {
    200: { $ref: "#/responses/R" },
    201: { description: "", schema: { $ref: "#/responses/R/schema" } },
    202: { description: "", schema: { $ref: "#/parameters/B/schema/properties/a" } },
    203: { description: "", schema: { $ref: "#/paths/~1a/post/responses/204/schema" } },
    204: { description: "", schema: { type: "integer" } },
    205: { description: "", schema: { $ref: "#/x-shared/S" } },
  };
  const post = { parameters: [{ $ref: "#/parameters/P" }, { $ref: "#/parameters/B" }], responses };
  const { at, said, description } = await convert({
    paths: { "/a": { post } },
    parameters: {
      P: { name: "p", in: "query", type: "string" },
      B: { name: "b", in: "body", schema: { properties: { a: { type: "boolean" } } } },
    },
    responses: { R: { description: "", schema: { type: "string" } } },
    "x-shared": { S: { type: "number", "x-nullable": true } },
  });
  expect(said).toEqual([]);
  const typeOf = (status: string) => {
    const holder = `/paths/~1a/post/responses/${status}/content/application~1json/schema`;
    const { $ref } = at(holder) as { $ref: string };
    return resolvePointer(description.document, `${decodeURIComponent($ref.slice(1))}/type`);
  };
  expect(["201", "202", "203", "205"].map(typeOf)).toEqual([
    "string",
    "boolean",
    "integer",
    ["number", "null"],
  ]);
  expect(at("/paths/~1a/post/responses/200")).toEqual({ $ref: "#/components/responses/R" });
  const [operation] = description.operations;
  expect(operation?.parameters.map(({ pointer }) => pointer)).toEqual(["/components/parameters/P"]);
  expect(operation?.responses[0]?.content[0]?.mediaType).toBe("application/json");
});

test("a shared response has the media types of the operation that uses it", async () => {
  const responses = { 200: { $ref: "#/responses/R" } };
  const paths = { "/a": { get: { produces: ["a/b"], responses }, put: { responses } } };
  const shared = { R: { description: "", schema: { type: "string" } } };
  const { description } = await convert({ paths, responses: shared, produces: ["c/d"] });
  const types = description.operations.map(({ responses: [response] }) => [
    response?.pointer,
    response?.content.map(({ mediaType }) => mediaType),
  ]);
  expect(types).toEqual([
    ["/paths/~1a/get/responses/200", ["a/b"]],
    ["/components/responses/R", ["c/d"]],
  ]);
});

test("what other files describe is converted too, and found where it was written", async () => {
  const post = {
    parameters: [{ $ref: "more.yaml#/limit" }, { $ref: "more.yaml#/body" }],
    responses: { 200: { $ref: "more.yaml#/Done" } },
  };
  const { description, at, said } = await convert(
    { paths: { "/a": { post }, "/b": { $ref: "more.yaml#/item" } }, definitions: { Pet: {} } },
    {
      "more.yaml": `limit: { name: limit, in: query, type: integer }
body:
  name: b
  in: body
  schema: { $ref: "#/Pet" }
Done:
  description: done
  schema:
    $ref: "#/Pet"
Pet:
  type: string
  x-nullable: true
item:
  put:
    parameters: [{ $ref: "#/limit" }]
    responses: {}
`,
    },
  );
  expect(said).toEqual([]);
  expect(description.operations.map(({ label }) => label)).toEqual(["POST /a", "PUT /b"]);
  expect(at("/components")).toEqual({
    schemas: { Pet: {}, Pet2: { type: ["string", "null"] } },
    parameters: { limit: { name: "limit", in: "query", schema: { type: "integer" } } },
    responses: {
      Done: {
        description: "done",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Pet2" } } },
      },
    },
  });
  const lineOf = (pointer: string) => {
    const location = description.locate(pointer);
    return `${location?.source.split("/").at(-1)}:${location?.line} ${location?.pointer}`;
  };
  const content = "requestBody/content/application~1json/schema";
  expect(lineOf(`/paths/~1a/post/${content}`)).toBe("more.yaml:5 /body/schema");
  expect(lineOf("/components/parameters/limit/schema/type")).toBe("more.yaml:1 /limit/type");
  expect(lineOf("/components/schemas/Pet2/type")).toBe("more.yaml:11 /Pet/type");
  expect(lineOf("/components/responses/Done/content/application~1json/schema")).toBe(
    "more.yaml:8 /Done/schema",
  );
  expect(lineOf("/paths/~1b/put/responses")).toBe("more.yaml:16 /item/put/responses");
});

test("a reference to nowhere is said as it is written", async () => {
  const paths = {
    "/a": { get: { responses: { 200: { schema: { $ref: "#/definitions/Pat" } } } } },
  };
  const { said, at } = await convert({ paths, definitions: { Pet: {} } });
  expect(said).toEqual(["ref-not-found /paths/~1a/get/responses/200/schema/$ref"]);
  expect(at("/paths/~1a/get/responses/200/content/application~1json/schema")).toEqual({});
});

test.each([
  { paths: 7 },
  { definitions: [], parameters: 7, responses: null, securityDefinitions: "x" },
  { paths: { "/a": 7, "/b": { get: 7, parameters: 7 }, "/c": { get: { parameters: [7, {}] } } } },
  { paths: { "/a": { get: { responses: 7 }, put: { responses: { 200: 7 } } } } },
  {
    parameters: { a: 7 },
    responses: { b: 7 },
    securityDefinitions: { c: 7 },
    definitions: { d: 7 },
  },
  { host: 7, basePath: [], schemes: {}, consumes: "a/b", produces: [7] },
  { parameters: { a: { $ref: "#/parameters/a" } } },
])("faults cost their place only: $0", async (members) => {
  const { description } = await convert(JSON.parse(JSON.stringify(members)));
  expect(description.version).toBe("2.0");
});

test("a description as large as Kubernetes' loads in seconds", async () => {
  const count = 1000;
  const numbers = Array.from({ length: count }, (_, index) => index);
  const extensions = {
    "x-kubernetes-group-version-kind": [{ group: "", kind: "K", version: "v1" }],
  };
  const definitions = numbers.map((index) => {
    const properties = Object.fromEntries(
      numbers.slice(0, 30).map((step) => [
        `p${step}`,
        {
          description: "words ".repeat(10),
          items: { $ref: `#/definitions/io.k8s.D${(index * 7 + step) % count}` },
          type: "array",
          "x-kubernetes-list-map-keys": ["name"],
        },
      ]),
    );
    return [`io.k8s.D${index}`, { type: "object", properties, ...extensions }];
  });
  const operation = (index: number) => ({
    consumes: ["*/*"],
    produces: ["application/json", "application/yaml"],
    parameters: [
      { in: "body", name: "body", schema: { $ref: `#/definitions/io.k8s.D${index}` } },
      { in: "query", name: "q", type: "string", uniqueItems: true },
    ],
    responses: { 200: { description: "", schema: { $ref: `#/definitions/io.k8s.D${index}` } } },
    ...extensions,
  });
  const paths = numbers.map((index) => [`/api/${index}`, { post: operation(index) }]);
  const started = performance.now();
  const { description, said } = await convert({
    definitions: Object.fromEntries(definitions),
    paths: Object.fromEntries(paths),
  });
  // About a second; the limit leaves room for a machine that does other work
  expect(performance.now() - started).toBeLessThan(8000);
  expect(said).toEqual([]);
  expect(description.operations).toHaveLength(count);
  expect(description.schemas).toHaveLength(count);
});
