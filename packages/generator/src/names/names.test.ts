import { expect, test } from "vitest";
import { loadParts } from "../../../../tests/harness/load-parts.ts";
import { nameDescription } from "./names.ts";
import { keyParameters } from "./parameters.ts";

test.each([
  { name: "identifiers stay", schemas: ["Model", "_x", "$y", "日本"] },
  {
    name: "others are made of their parts",
    schemas: ["foo-bar", "a.b.c", "1st", "x y"],
    want: ["FooBar", "ABC", "_1st", "XY"],
  },
  {
    name: "an identifier keeps its name, whoever comes first",
    schemas: ["foo-bar", "FooBar", "foo_bar", "Foo-Bar"],
    want: ["FooBar2", "FooBar", "foo_bar", "FooBar3"],
  },
  {
    name: "names with a meaning elsewhere stay",
    schemas: ["Error", "Date", "Promise", "Object", "Client", "types", "type", "of", "then"],
  },
  {
    name: "reserved words, and what the types themselves use",
    schemas: ["class", "any", "undefined", "Blob", "Record", "paths", "_Recursive1"],
    want: [
      "classSchema",
      "anySchema",
      "undefinedSchema",
      "BlobSchema",
      "RecordSchema",
      "pathsSchema",
      "_Recursive1Schema",
    ],
  },
  {
    name: "names that nothing is left of",
    schemas: ["💥", "-", "Schema"],
    want: ["Schema2", "Schema3", "Schema"],
  },
  {
    name: "exports of validators",
    schemas: ["Pet", "isPet", "validatePet", "PetJsonSchema"],
    want: ["Pet", "isPet2", "validatePet2", "PetJsonSchema2"],
  },
  {
    name: "members of Object.prototype",
    schemas: ["__proto__", "constructor", "toString"],
    want: ["__proto__Schema", "constructor", "toString"],
  },
])("schemas: $name", async ({ schemas, want = schemas }) => {
  const entries = schemas.map((name) => [name, {}]);
  const names = nameDescription(
    await loadParts({ components: { schemas: Object.fromEntries(entries) } }),
  );
  expect(schemas.map((name) => names.schemas.get(name))).toEqual(want);
});

test("components that are no schemas say what they are, and give way to all others", async () => {
  const response = { description: "" };
  const parameter = { name: "a", in: "query", schema: {} };
  const names = nameDescription(
    await loadParts({
      paths: { "/a": { get: { operationId: "gone", responses: { 200: response } } } },
      components: {
        schemas: { NotFoundResponse: {}, GoneParameters: {} },
        responses: {
          not_found: response,
          NotFound: response,
          goneResponse: response,
          "💥": response,
        },
        parameters: { per_page: parameter, "per-page": parameter, "1st": parameter },
        requestBodies: { constructor: { content: {} } },
        headers: { "X-Rate-Limit": { schema: {} }, toString: { schema: {} } },
      },
    }),
  );
  expect([...names.components].map(([kind, given]) => [kind, Object.fromEntries(given)])).toEqual([
    [
      "responses",
      {
        not_found: "NotFoundResponse2",
        NotFound: "NotFoundResponse3",
        goneResponse: "GoneResponse",
        "💥": "Response",
      },
    ],
    [
      "parameters",
      { per_page: "PerPageParameter", "per-page": "PerPageParameter2", "1st": "_1stParameter" },
    ],
    ["requestBodies", { constructor: "ConstructorRequestBody" }],
    ["headers", { "X-Rate-Limit": "XRateLimitHeader", toString: "ToStringHeader" }],
  ]);
});

test("what a path names and nothing describes is a parameter", async () => {
  const parameters = [
    { name: "id", in: "query" },
    { name: "Other", in: "path", required: true },
  ];
  const get = { parameters, responses: {} };
  const description = await loadParts({ paths: { "/a/{id}/{other}/{id}": { get } } });
  const keyed = description.operations.flatMap(keyParameters);
  expect(keyed.map(({ key, parameter }) => [key, parameter.in, parameter.required])).toEqual([
    ["queryId", "query", false],
    ["id", "path", true],
    ["other", "path", true],
  ]);
});

test("what a query of the path names has the name that it is sent by", async () => {
  const parameters = [
    { name: "APIKEY", in: "path", required: true },
    { name: "query", in: "path", required: true },
    { name: "q", in: "query" },
  ];
  const get = { parameters, responses: {} };
  const path = "/a?key={APIKEY}&q={query}&q={query}&n={n}&fixed=1&{rest}";
  const description = await loadParts({ paths: { [path]: { get } } });
  const keyed = description.operations.flatMap(keyParameters);
  expect(keyed.map(({ key, parameter }) => [key, parameter.in, parameter.required])).toEqual([
    ["key", "query", true],
    ["q", "query", false],
    ["n", "query", false],
    ["rest", "query", false],
  ]);
});

test.each([
  { operationId: "createClient", want: "createClientOperation" },
  { operationId: "runtime", want: "runtimeOperation" },
  { operationId: "delete", want: "deleteOperation" },
  { operationId: "then", want: "thenOperation" },
  { operationId: "input", want: "input" },
])("the operation $operationId", async ({ operationId, want }) => {
  const description = await loadParts({ paths: { "/a": { get: { operationId, responses: {} } } } });
  const [names] = [...nameDescription(description).operations.values()];
  expect(names?.call).toBe(want);
});

const content = { "application/json": {} };
const operation = (operationId: string) => ({ operationId, responses: { 200: { content } } });
const grown = [
  { schemas: { "a-b": {}, Added: {} } },
  { schemas: { "foo.bar": {}, foo_bar2: {} } },
  { schemas: { GetAParameters2: {}, Date: {}, Promise: {} } },
  { paths: { "/b": { get: operation("getB"), post: operation("get-a") } } },
  { paths: { "/b": { get: operation("fooBar"), put: { responses: {} } } } },
  { webhooks: { "foo bar": { post: { requestBody: { content }, responses: {} } } } },
];

test.each(grown)("what is added leaves earlier names as they are: %j", async (added) => {
  const parts = {
    paths: { "/a": { get: operation("getA"), post: operation("post a") } },
    components: { schemas: { "foo-bar": {}, "1st": {}, Model: {} } },
  };
  const before = nameDescription(await loadParts(parts));
  const after = nameDescription(
    await loadParts({
      ...added,
      paths: { ...parts.paths, ...added.paths },
      components: { schemas: { ...parts.components.schemas, ...added.schemas } },
    }),
  );
  for (const [name, given] of before.schemas) expect(after.schemas.get(name)).toBe(given);
  const later = new Map([...after.operations].map(([{ label }, given]) => [label, given]));
  for (const [{ label }, given] of before.operations) expect(later.get(label)).toEqual(given);
});

test("no name of anything is given twice", async () => {
  const schemas = { getA: {}, GetA200: {}, isGetA200: {}, OnEvent: {}, "on-event": {} };
  const event = { post: { requestBody: { content }, responses: { 200: { content } } } };
  const callbacks = { onEvent: { "{$url}": event } };
  const description = await loadParts({
    paths: {
      "/a": { get: { ...operation("getA"), callbacks }, put: operation("get_a") },
      "/b": { $ref: "#/paths/~1a" },
    },
    webhooks: { "on event": event, OnEvent: event, again: { $ref: "#/webhooks/OnEvent" } },
    components: { schemas },
  });
  const { schemas: given, operations, sent } = nameDescription(description);
  const validators = [...operations.values(), ...sent.values()].flatMap((names) =>
    [names.requestBodies, ...names.responses.values()].flatMap((content) => [...content.values()]),
  );
  const names = [
    ...given.values(),
    ...[...operations.values()].flatMap(({ input, result }) => [input, result]),
    ...validators.flatMap(({ type, validator }) => [type, validator, `is${validator}`]),
  ];
  const calls = [...operations.values()].map(({ call }) => call);
  expect(calls[0]).toBe("getA");
  expect(new Set(calls).size).toBe(4);
  expect(sent.size).toBe(4);
  expect(new Set(names).size).toBe(names.length);
});

test("bodies are named by operation, status and media type", async () => {
  const content = { "text/csv": {}, "application/json": {}, "application/rss+xml": {} };
  const description = await loadParts({
    paths: {
      "/models": {
        post: {
          operationId: "getModels",
          requestBody: { content },
          responses: { 200: { content }, "4XX": { content: { "text/html": {} } }, default: {} },
        },
      },
    },
  });
  const [names] = [...nameDescription(description).operations.values()];
  expect(names).toMatchObject({
    call: "getModels",
    data: "$getModels",
    parameters: "GetModelsParameters",
    input: "GetModelsInput",
    result: "GetModelsResult",
  });
  expect([...(names?.requestBodies ?? [])]).toEqual([
    ["text/csv", { type: "GetModelsTextCsvRequestBody", validator: "GetModelsRequestTextCsv" }],
    ["application/json", { type: "GetModelsRequestBody", validator: "GetModelsRequest" }],
    [
      "application/rss+xml",
      {
        type: "GetModelsApplicationRssXmlRequestBody",
        validator: "GetModelsRequestApplicationRssXml",
      },
    ],
  ]);
  expect(names?.responses.get("4XX")?.get("text/html")).toEqual({
    type: "GetModels4XXResponse",
    validator: "GetModels4XX",
  });
  expect(names?.responses.get("default")).toEqual(new Map());
});

test("a schema keeps its name and an operation's types give way", async () => {
  const description = await loadParts({
    paths: { "/a": { get: { operationId: "getA", responses: {} } } },
    components: { schemas: { GetAInput: {}, GetA2Result: {} } },
  });
  const names = nameDescription(description);
  expect(names.schemas.get("GetAInput")).toBe("GetAInput");
  expect([...names.operations.values()]).toMatchObject([
    { call: "getA", input: "GetA3Input", result: "GetA3Result" },
  ]);
});

test.each([
  {
    name: "as written",
    parameters: [
      { name: "id", in: "path" },
      { name: "X-Title", in: "header" },
    ],
    want: ["id", "X-Title"],
  },
  {
    name: "the first of path, query, header, cookie keeps its name",
    parameters: [
      { name: "id", in: "cookie" },
      { name: "id", in: "header" },
      { name: "id", in: "path" },
      { name: "id", in: "query" },
    ],
    want: ["cookieId", "headerId", "id", "queryId"],
  },
  {
    name: "a name that another was led to",
    parameters: [
      { name: "queryId", in: "path" },
      { name: "id", in: "path" },
      { name: "id", in: "query" },
    ],
    want: ["queryId", "id", "queryId2"],
  },
  {
    name: "beside a body",
    requestBody: { content: { "text/plain": {} } },
    parameters: [
      { name: "body", in: "query" },
      { name: "contentType", in: "query" },
    ],
    want: ["queryBody", "queryContentType"],
  },
  { name: "without one", parameters: [{ name: "body", in: "query" }], want: ["body"] },
])("parameters: $name", async ({ name: _, want, ...operation }) => {
  const post = { ...operation, responses: {} };
  const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
  const path = ["/a", ...inPath.map((parameter) => `{${parameter.name}}`)].join("/");
  const description = await loadParts({ paths: { [path]: { post } } });
  const [first] = description.operations;
  if (first === undefined) throw new Error("expected an operation");
  expect(keyParameters(first).map(({ key }) => key)).toEqual(want);
});
