import type { JsonObject } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { describe, withMembers } from "../../test/folder.ts";

const answers = { responses: { default: { description: "" } } };

/** The one operation of a description with this operation and path item. */
async function buildOne(
  operation: JsonObject,
  members: JsonObject = {},
  pathItem: JsonObject = {},
) {
  const paths = { "/a/{id}": { ...pathItem, get: { ...answers, ...operation } } };
  const description = await describe(withMembers({ paths, ...members }));
  const [only] = description.operations;
  if (only === undefined) throw new Error("there is no operation");
  return { ...only, description };
}

const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

test("the operation's parameters win over the path item's, by name and place", async () => {
  const { parameters } = await buildOne(
    {
      parameters: [
        { ...id, description: "mine" },
        { name: "x-a", in: "header", schema: true },
      ],
    },
    {},
    {
      parameters: [
        id,
        { name: "id", in: "query" },
        { name: "X-A", in: "header" },
        { name: "Authorization", in: "header" },
        { name: "accept", in: "header" },
      ],
    },
  );
  expect(
    parameters.map(({ name, in: place, description, pointer }) => [
      name,
      place,
      description,
      pointer,
    ]),
  ).toEqual([
    ["id", "path", "mine", "/paths/~1a~1{id}/get/parameters/0"],
    ["id", "query", undefined, "/paths/~1a~1{id}/parameters/1"],
    ["x-a", "header", undefined, "/paths/~1a~1{id}/get/parameters/1"],
  ]);
});

test.each([
  { given: { in: "query" }, want: { style: "form", explode: true, required: false } },
  {
    given: { in: "query", style: "pipeDelimited" },
    want: { style: "pipeDelimited", explode: false, required: false },
  },
  {
    given: { in: "query", explode: false },
    want: { style: "form", explode: false, required: false },
  },
  { given: { in: "path" }, want: { style: "simple", explode: false, required: true } },
  {
    given: { in: "header", required: true },
    want: { style: "simple", explode: false, required: true },
  },
  { given: { in: "cookie" }, want: { style: "form", explode: true, required: false } },
])("the defaults of $given", async ({ given, want }) => {
  const { parameters } = await buildOne({ parameters: [{ name: "id", ...given }] });
  expect(parameters[0]).toMatchObject(want);
});

test("parameters are found through references, with content and examples", async () => {
  const parameters = {
    Filter: {
      name: "filter",
      in: "query",
      content: { "application/json": { schema: { type: "object" }, example: { a: 1 } } },
    },
    Id: { ...id, schema: { type: "string", example: "x" }, examples: { a: { value: "y" } } },
  };
  const built = await buildOne(
    {
      parameters: [
        { $ref: "#/components/parameters/Filter" },
        { $ref: "#/components/parameters/Id" },
      ],
    },
    { components: { parameters } },
  );
  expect(built.parameters).toMatchObject([
    {
      pointer: "/components/parameters/Filter",
      mediaType: "application/json",
      schemaPointer: "/components/parameters/Filter/content/application~1json/schema",
      examples: [{ a: 1 }],
    },
    { schemaPointer: "/components/parameters/Id/schema", examples: ["y", "x"] },
  ]);
});

test("what stands beside a reference describes the object, the outermost first", async () => {
  const own = { description: "theirs", summary: "theirs" };
  const members = {
    components: {
      responses: { A: { ...own }, B: { $ref: "#/components/responses/A", description: "of B" } },
      parameters: { P: { name: "p", in: "query", schema: {}, description: "theirs" } },
    },
  };
  const operation = {
    parameters: [{ $ref: "#/components/parameters/P", description: "mine" }],
    responses: {
      200: { $ref: "#/components/responses/B" },
      201: { $ref: "#/components/responses/B", description: "mine" },
      202: { $ref: "#/components/responses/A" },
    },
  };
  const { parameters, responses } = await buildOne(operation, members);
  expect(parameters.map(({ description }) => description)).toEqual(["mine"]);
  expect(responses.map(({ description }) => description)).toEqual(["of B", "mine", "theirs"]);
  expect(responses.map(({ pointer }) => pointer)).toEqual(Array(3).fill("/components/responses/A"));
  const old = await buildOne(operation, { ...members, openapi: "3.0.3" });
  expect(old.responses.map(({ description }) => description)).toEqual(Array(3).fill("theirs"));
});

test("a path item says what stands in it, and what its reference leads to", async () => {
  const servers = [{ url: "https://b.example.com" }];
  const { operations } = await describe(
    withMembers({
      paths: {
        "/a": {
          $ref: "#/components/pathItems/B",
          summary: "mine",
          parameters: [{ name: "q", in: "query", required: true }],
          put: answers,
        },
      },
      components: {
        pathItems: {
          B: {
            $ref: "#/components/pathItems/C",
            summary: "of B",
            description: "of B",
            parameters: [
              { name: "q", in: "query" },
              { name: "r", in: "query" },
            ],
          },
          C: { $ref: "#/components/pathItems/B", servers, put: answers, get: answers },
        },
      },
    }),
  );
  const told = operations.map(({ label, pointer, summary, description, parameters, servers }) => ({
    label,
    pointer,
    summary,
    description,
    parameters: parameters.map(({ name, required }) => `${name} ${required}`),
    url: servers[0]?.url,
  }));
  const shared = {
    summary: "mine",
    description: "of B",
    parameters: ["q true", "r false"],
    url: "https://b.example.com",
  };
  expect(told).toEqual([
    { ...shared, label: "PUT /a", pointer: "/paths/~1a/put" },
    { ...shared, label: "GET /a", pointer: "/components/pathItems/C/get" },
  ]);
});

test("responses keep codes, ranges and default, with headers and media types", async () => {
  const { responses, requestBody } = await buildOne(
    {
      requestBody: { required: true, content: { "text/plain": { schema: true } } },
      responses: {
        200: {
          description: "ok",
          headers: {
            "X-Rate": { required: true, schema: { type: "integer" } },
            "content-type": {},
          },
          content: { "application/json": { schema: { type: "object" } }, "text/*": {} },
        },
        "4XX": { $ref: "#/components/responses/Bad" },
        default: { description: "else" },
        "x-more": {},
        600: { description: "no status" },
      },
    },
    { components: { responses: { Bad: { description: "bad" } } } },
  );
  expect(responses.map(({ status, description }) => [status, description])).toEqual([
    ["200", "ok"],
    ["4XX", "bad"],
    ["default", "else"],
  ]);
  const at = "/paths/~1a~1{id}/get/responses/200";
  expect(responses[0]?.headers).toEqual([
    {
      name: "X-Rate",
      pointer: `${at}/headers/X-Rate`,
      required: true,
      deprecated: false,
      description: undefined,
      explode: false,
      mediaType: undefined,
      schemaPointer: `${at}/headers/X-Rate/schema`,
    },
  ]);
  expect(
    responses[0]?.content.map(({ mediaType, schemaPointer }) => [mediaType, schemaPointer]),
  ).toEqual([
    ["application/json", `${at}/content/application~1json/schema`],
    ["text/*", undefined],
  ]);
  expect(responses[1]?.pointer).toBe("/components/responses/Bad");
  expect(requestBody).toMatchObject({ required: true, content: [{ mediaType: "text/plain" }] });
});

test.each([
  { own: undefined, whole: undefined, want: [] },
  { own: undefined, whole: [{ key: [] }], want: [[{ scheme: "key", scopes: [] }]] },
  { own: [], whole: [{ key: [] }], want: [] },
  {
    own: [{ key: ["a"], other: [] }, {}],
    whole: [{ key: [] }],
    want: [
      [
        { scheme: "key", scopes: ["a"] },
        { scheme: "other", scopes: [] },
      ],
      [],
    ],
  },
])("security $own under $whole", async ({ own, whole, want }) => {
  const { security } = await buildOne(
    own === undefined ? {} : { security: own },
    whole === undefined ? {} : { security: whole },
  );
  expect(security).toEqual(want);
});

test("security schemes", async () => {
  const securitySchemes = {
    a: { type: "http", scheme: "Bearer" },
    b: { type: "apiKey", in: "header", name: "X-Key", deprecated: true, description: "Old." },
    c: { type: "oauth2", flows: {} },
    d: { $ref: "#/components/securitySchemes/b" },
    "e/f": { type: "strange" },
  };
  const { securitySchemes: built } = await describe(
    withMembers({ components: { securitySchemes } }),
  );
  const plain = { description: undefined, deprecated: false };
  const old = { description: "Old.", deprecated: true };
  expect(built.map(({ pointer: _pointer, ...scheme }) => scheme)).toEqual([
    { ...plain, kind: "http", name: "a", scheme: "bearer" },
    { ...old, kind: "apiKey", name: "b", in: "header", parameter: "X-Key" },
    { ...plain, kind: "oauth2", name: "c" },
    { ...old, kind: "apiKey", name: "d", in: "header", parameter: "X-Key" },
    { ...plain, kind: "unknown", name: "e/f" },
  ]);
  expect(built.at(-1)?.pointer).toBe("/components/securitySchemes/e~1f");
});

test("servers: the operation's, else the path item's, else the description's", async () => {
  const url = (host: string) => [{ url: `https://${host}` }];
  const hosts = async (operation: JsonObject, pathItem: JsonObject, members: JsonObject) =>
    (await buildOne(operation, members, pathItem)).servers.map((server) => server.url);
  const whole = { servers: url("whole") };
  expect(await hosts({ servers: url("own") }, { servers: url("item") }, whole)).toEqual([
    "https://own",
  ]);
  expect(await hosts({}, { servers: url("item") }, whole)).toEqual(["https://item"]);
  expect(await hosts({ servers: [] }, {}, whole)).toEqual(["https://whole"]);
  expect(await hosts({}, {}, {})).toEqual(["/"]);
});

test("server variables", async () => {
  const variables = { region: { default: "eu", enum: ["eu", "us"] }, base: { enum: ["v1"] } };
  const { servers } = await describe(
    withMembers({ servers: [{ url: "https://{region}/{base}", variables }] }),
  );
  expect(servers[0]?.variables).toEqual([
    { name: "region", default: "eu", values: ["eu", "us"] },
    { name: "base", default: "v1", values: ["v1"] },
  ]);
});

test("every method is an operation, those of OpenAPI 3.2 among them", async () => {
  const pathItem = {
    summary: "s",
    get: answers,
    query: answers,
    GET: answers,
    additionalOperations: { LINK: answers, get: answers },
  };
  const { operations } = await describe(
    withMembers({ openapi: "3.2.0", paths: { "/a": pathItem, "x-b": pathItem } }),
  );
  expect(operations.map(({ label, method, summary }) => [label, method, summary])).toEqual([
    ["GET /a", "get", "s"],
    ["QUERY /a", "query", "s"],
    ["LINK /a", "LINK", "s"],
  ]);
});

test("__proto__ is a name like any other", async () => {
  const components = JSON.parse(
    '{"schemas": {"__proto__": {"type": "string"}, "constructor": true}}',
  );
  const { schemas } = await describe(withMembers({ components }));
  expect(schemas).toEqual([
    { name: "__proto__", pointer: "/components/schemas/__proto__" },
    { name: "constructor", pointer: "/components/schemas/constructor" },
  ]);
});

test("faults cost their place only", async () => {
  const paths = {
    "/a": { get: null, put: { parameters: [7, { name: 1 }], responses: [] }, post: answers },
    "/b": 7,
  };
  const { operations } = await describe(
    withMembers({ paths, servers: [{}], components: { schemas: { A: 7 } } }),
  );
  expect(operations.map(({ label }) => label)).toEqual(["PUT /a", "POST /a"]);
});

test("webhooks are operations under their names", async () => {
  const { webhooks, operations } = await describe(
    withMembers({
      servers: [{ url: "https://a.b" }],
      webhooks: {
        newPet: { post: { operationId: "petAdded", requestBody: { content: {} }, ...answers } },
        gone: { $ref: "#/components/pathItems/Gone" },
        odd: 7,
      },
      components: { pathItems: { Gone: { delete: answers } } },
    }),
  );
  expect(operations).toEqual([]);
  expect(
    webhooks.map(({ label, name, pointer, servers }) => [label, name, pointer, servers]),
  ).toEqual([
    ["POST newPet", "petAdded", "/webhooks/newPet/post", []],
    ["DELETE gone", "deleteGone", "/components/pathItems/Gone/delete", []],
  ]);
});

test("callbacks are operations under their expressions, and end where they lead in a ring", async () => {
  const expression = "{$request.body#/url}";
  const done = { [expression]: { post: { ...answers, callbacks: { again: { $ref: "#/x" } } } } };
  const { callbacks } = await buildOne(
    { callbacks: { done: { $ref: "#/components/callbacks/Done" }, lost: { $ref: "#/x/y" } } },
    { components: { callbacks: { Done: { ...done, "x-a": { get: answers } } } } },
  );
  expect(callbacks.map(({ name, pointer }) => [name, pointer])).toEqual([
    ["done", "/components/callbacks/Done"],
  ]);
  expect(
    callbacks[0]?.operations.map(({ label, path, callbacks }) => [label, path, callbacks]),
  ).toEqual([[`POST ${expression}`, expression, []]]);
});

test("links say which operation comes next, and with what", async () => {
  const links = {
    owner: {
      operationId: "findOwner",
      parameters: { "path.id": "$response.body#/owner", __proto: 1 },
      requestBody: { a: 1 },
    },
    shared: { $ref: "#/components/links/Next" },
  };
  const { responses } = await buildOne(
    { responses: { 200: { description: "", links } } },
    { components: { links: { Next: { operationRef: "#/paths/~1a", description: "next" } } } },
  );
  expect(responses[0]?.links).toEqual([
    {
      name: "owner",
      pointer: "/paths/~1a~1{id}/get/responses/200/links/owner",
      description: undefined,
      operationId: "findOwner",
      operationRef: undefined,
      parameters: [
        { name: "path.id", value: "$response.body#/owner" },
        { name: "__proto", value: 1 },
      ],
      requestBody: { a: 1 },
    },
    {
      name: "shared",
      pointer: "/components/links/Next",
      description: "next",
      operationId: undefined,
      operationRef: "#/paths/~1a",
      parameters: [],
      requestBody: undefined,
    },
  ]);
});

test("what OpenAPI 3.2 adds reaches the model", async () => {
  const items = { itemSchema: { type: "object" } };
  const filter = { name: "filter", in: "querystring", content: { "application/jsonpath": {} } };
  const { parameters, requestBody, responses } = await buildOne(
    {
      parameters: [filter],
      requestBody: {
        content: {
          "multipart/mixed": { prefixEncoding: [{ contentType: "a/b" }, {}], itemEncoding: {} },
          "multipart/form-data": {
            encoding: { f: { style: "pipeDelimited" }, g: { explode: true } },
          },
        },
      },
      responses: {
        200: { content: { "application/jsonl": { $ref: "#/components/mediaTypes/Lines" } } },
      },
    },
    { openapi: "3.2.0", components: { mediaTypes: { Lines: items } } },
  );
  expect(parameters).toMatchObject([{ in: "querystring", mediaType: "application/jsonpath" }]);
  expect(responses[0]?.content).toMatchObject([
    {
      mediaType: "application/jsonl",
      schemaPointer: undefined,
      itemSchemaPointer: "/components/mediaTypes/Lines/itemSchema",
    },
  ]);
  const encodings = requestBody?.content.map((media) =>
    media.encodings.map(({ part, contentType, style, explode }) => [
      part,
      contentType,
      style,
      explode,
    ]),
  );
  expect(encodings).toEqual([
    [
      [{ kind: "prefix", index: 0 }, "a/b", undefined, undefined],
      [{ kind: "prefix", index: 1 }, undefined, undefined, undefined],
      [{ kind: "items" }, undefined, undefined, undefined],
    ],
    [
      [{ kind: "named", name: "f" }, undefined, "pipeDelimited", false],
      [{ kind: "named", name: "g" }, undefined, "form", true],
    ],
  ]);
});

test("reserved characters and headers of parts reach the model", async () => {
  const reserved = { allowReserved: true };
  const headers = { "X-Sum": {}, "content-Type": {} };
  const { parameters, requestBody } = await buildOne({
    parameters: [
      { name: "a", in: "query", ...reserved },
      { name: "b", in: "query" },
    ],
    requestBody: {
      content: { "multipart/form-data": { encoding: { f: { headers }, g: reserved } } },
    },
  });
  expect(parameters.map(({ allowReserved }) => allowReserved)).toEqual([true, false]);
  expect(requestBody?.content[0]?.encodings).toMatchObject([
    { headers: ["X-Sum"], allowReserved: false, style: undefined },
    { headers: [], allowReserved: true, style: "form", explode: true },
  ]);
});

test("parts of parts reach the model", async () => {
  const encoding = { a: { contentType: "a/b" } };
  const itemEncoding = { contentType: "multipart/form-data", encoding };
  const content = { "multipart/mixed": { prefixEncoding: [{ itemEncoding }] } };
  const { requestBody } = await buildOne({ requestBody: { content } }, { openapi: "3.2.0" });
  expect(requestBody?.content[0]?.encodings[0]?.encodings).toMatchObject([
    {
      part: { kind: "items" },
      pointer: expect.stringMatching(/prefixEncoding\/0\/itemEncoding$/),
      contentType: "multipart/form-data",
      encodings: [{ part: { kind: "named", name: "a" }, contentType: "a/b", encodings: [] }],
    },
  ]);
});

test.each([1, 2, 3, 7, 1000])("a chain of %i references, and a ring of them", async (length) => {
  const refTo = (name: string) => ({ $ref: `#/components/responses/${name}` });
  const links = Array.from({ length }, (_, index) => [`A${index}`, refTo(`A${index + 1}`)]);
  const rings = Array.from({ length }, (_, index) => [`R${index}`, refTo(`R${index + 1}`)]);
  const responses = {
    ...Object.fromEntries(links),
    [`A${length}`]: { description: "end" },
    ...Object.fromEntries(rings),
    [`R${length}`]: refTo("R1"),
  };
  const found = await buildOne(
    { responses: { 200: refTo("A0"), 400: refTo("R0") } },
    { components: { responses } },
  );
  expect(found.responses.map(({ status, description }) => [status, description])).toEqual([
    ["200", "end"],
  ]);
});
