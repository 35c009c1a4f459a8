import type { JsonObject } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { loadFiles, withMembers } from "../../test/folder.ts";

const ok = { responses: { 200: { description: "" } } };

const rows: readonly { readonly given: JsonObject; readonly want: readonly string[] }[] = [
  { given: withMembers({}), want: [] },
  { given: { openapi: "3.1.0", info: { title: "T", version: "1" } }, want: ["no-containers "] },
  { given: withMembers({ info: { title: 7, version: 1 } }), want: ["wrong-type /info/version"] },
  { given: withMembers({ info: {} }), want: ["missing-field /info", "missing-field /info"] },
  { given: withMembers({ info: 7 }), want: ["wrong-type /info"] },
  {
    given: withMembers({
      components: {
        parameters: {
          P: { name: "p", in: "query", schema: {} },
          Q: { $ref: "#/components/parameters/P", description: "q", required: true, "x-a": 1 },
        },
        responses: {
          R: { description: "" },
          S: { $ref: "#/components/responses/R", headers: {}, content: {} },
          T: { $ref: "#/components/responses/R", headers: {} },
        },
        schemas: { U: {}, V: { $ref: "#/components/schemas/U", nullable: true } },
      },
    }),
    want: [
      "ref-siblings /components/parameters/Q/required",
      "ref-siblings /components/responses/S/headers",
      "ref-siblings /components/responses/S/content",
      "nullable-in-3-1 /components/schemas/V",
    ],
  },
  { given: withMembers({ tags: {} }), want: ["wrong-type /tags"] },
  { given: withMembers({ Paths: {}, "x-paths": {} }), want: ["unknown-field /Paths"] },
  {
    given: withMembers({ paths: { a: {}, "/b": { fetch: {} } } }),
    want: ["bad-value /paths/a", "unknown-field /paths/~1b/fetch"],
  },
  {
    given: withMembers({ paths: { "/a": { get: { deprecated: "yes", tags: [1], ...ok } } } }),
    want: ["wrong-type /paths/~1a/get/deprecated", "wrong-type /paths/~1a/get/tags"],
  },
  {
    given: withMembers({
      components: { schemas: { A: 7, B: true, C: { anything: 1, items: [] } } },
    }),
    want: ["wrong-type /components/schemas/A"],
  },
  {
    given: withMembers({
      paths: { "/a": { get: { ...ok, operationId: "x" }, put: { ...ok, operationId: "x" } } },
    }),
    want: ["duplicate-operation-id /paths/~1a/put/operationId"],
  },
  {
    given: withMembers({
      paths: {
        "/a": Object.fromEntries(
          ["get", "head", "delete", "post"].map((method) => [
            method,
            { ...ok, requestBody: { content: {} } },
          ]),
        ),
      },
    }),
    want: ["body-not-sent /paths/~1a/get/requestBody", "body-not-sent /paths/~1a/head/requestBody"],
  },
  {
    given: withMembers({ paths: { "/a/{b}": { get: ok } } }),
    want: ["path-parameter-missing /paths/~1a~1{b}/get"],
  },
  {
    given: withMembers({
      paths: { "/a": { get: { ...ok, parameters: [{ name: "b", in: "path" }] } } },
    }),
    want: ["path-parameter-unused /paths/~1a/get/parameters/0"],
  },
  {
    given: withMembers({
      paths: { "/a?b={b}&c=1#{d}": { get: { ...ok, parameters: [{ name: "b", in: "path" }] } } },
    }),
    want: ["path-query /paths/~1a?b={b}&c=1#{d}/get"],
  },
  { given: withMembers({ paths: { "/a?b=1#c": { get: ok } } }), want: [] },
  { given: withMembers({ paths: { "/a/{b}": {}, "/a/{c}": {} } }), want: [] },
  {
    given: withMembers({
      paths: Object.fromEntries(
        ["b", "c"].map((name) => [
          `/a/{${name}}`,
          { get: { ...ok, parameters: [{ name, in: "path" }] } },
        ]),
      ),
    }),
    want: ["path-conflict /paths/~1a~1{c}"],
  },
  {
    given: withMembers({ security: [{ key: [] }], paths: { "/a": { get: ok, put: ok } } }),
    want: ["security-scheme-missing /security"],
  },
  {
    given: withMembers({
      paths: { "/a": { get: { ...ok, security: [{ kee: [] }, {}] } } },
      components: { securitySchemes: { key: { type: "mutualTLS" } } },
    }),
    want: ["security-scheme-missing /paths/~1a/get/security"],
  },
  {
    given: withMembers({
      paths: {
        "/a": {
          get: { operationId: "listA", responses: { 200: { $ref: "#/components/responses/R" } } },
        },
        "/b": { get: { responses: { 200: { $ref: "#/components/responses/R" } } } },
      },
      components: {
        responses: {
          R: {
            description: "",
            links: {
              a: { operationId: "listA" },
              b: { operationId: "listB" },
              c: { operationId: "listA", operationRef: "#/paths/~1b/get" },
            },
          },
        },
      },
    }),
    want: [
      "bad-value /components/responses/R/links/c/operationRef",
      "bad-value /components/responses/R/links/b/operationId",
    ],
  },
  {
    given: withMembers({
      paths: {
        "/a": {
          get: {
            ...ok,
            parameters: [
              { name: "q", in: "query" },
              { name: "q", in: "query" },
            ],
          },
        },
      },
    }),
    want: ["duplicate-parameter /paths/~1a/get/parameters/1"],
  },
];

test.each(rows)("$want", async ({ given, want }) => {
  const result = await loadFiles({ "openapi.yaml": JSON.stringify(given) });
  expect(result.ok).toBe(true);
  expect(result.diagnostics.map(({ code, location }) => `${code} ${location?.pointer}`)).toEqual(
    want,
  );
});

test("a security scheme that is misspelt is named", async () => {
  const given = withMembers({
    paths: { "/a": { get: { ...ok, security: [{ kee: [] }] } } },
    components: { securitySchemes: { key: { type: "mutualTLS" } } },
  });
  const { diagnostics } = await loadFiles({ "openapi.yaml": JSON.stringify(given) });
  expect(diagnostics[0]?.hint).toBe('Did you mean "key"?');
});

const schema = {};
const styles = "form simple matrix label spaceDelimited pipeDelimited deepObject cookie".split(" ");
const text = { "text/plain": {} };

const values: readonly {
  readonly given: JsonObject;
  readonly want: readonly string[];
  readonly version?: string;
}[] = [
  {
    given: { examples: { a: { value: 1, externalValue: "u" } } },
    want: ["examples/a/externalValue"],
  },
  { given: { examples: { a: { value: 1, dataValue: 1 } } }, want: ["examples/a/dataValue"] },
  {
    given: { examples: { a: { serializedValue: "1", externalValue: "u" } } },
    want: ["examples/a/externalValue"],
  },
  { given: { examples: { a: { dataValue: 1, serializedValue: "1" } } }, want: [] },
  {
    given: { parameters: { a: { name: "a", in: "query", schema, content: text } } },
    want: ["parameters/a/content"],
  },
  {
    given: { headers: { a: { schema, example: 1, examples: {} } } },
    want: ["headers/a/examples"],
  },
  {
    given: { mediaTypes: { a: { encoding: {}, prefixEncoding: [], itemEncoding: {} } } },
    want: ["mediaTypes/a/prefixEncoding", "mediaTypes/a/itemEncoding"],
  },
  {
    given: { schemas: { a: { xml: { nodeType: "element", wrapped: true } } } },
    want: ["schemas/a/xml/wrapped"],
  },
  {
    given: { parameters: { a: { name: "a b", in: "header", schema } } },
    want: ["parameters/a/name"],
  },
  {
    given: { parameters: { a: { name: "{a}", in: "path", schema } } },
    want: ["parameters/a/name"],
  },
  { given: { parameters: { a: { name: "a[b]", in: "query", schema } } }, want: [] },
  {
    given: { responses: { a: { description: "", headers: { "a b": { schema } } } } },
    want: ["responses/a/headers/a b"],
  },
  {
    given: { parameters: { a: { name: "a", in: "body", schema, style: "from" } } },
    want: ["parameters/a/in", "parameters/a/style"],
  },
  {
    given: { securitySchemes: { a: { type: "bearer" }, b: { type: "apiKey", in: "body" } } },
    want: ["securitySchemes/a/type", "securitySchemes/b/in", "securitySchemes/b/type"],
  },
  {
    given: { securitySchemes: { a: { type: "http", scheme: "x" }, b: { type: "mutualTLS" } } },
    want: [],
  },
  {
    given: { parameters: { a: { name: "a", in: "querystring", schema, style: "form" } } },
    want: ["parameters/a/schema", "parameters/a/style"],
  },
  {
    given: {
      responses: {
        a: {
          content: Object.fromEntries(
            ["application/json", "application/json-seq", "a/b+json; v=1", "text/event-stream"].map(
              (mediaType) => [mediaType, { itemSchema: schema }],
            ),
          ),
        },
      },
    },
    want: ["application~1json", "a~1b+json; v=1"].map(
      (mediaType) => `responses/a/content/${mediaType}/itemSchema`,
    ),
  },
  {
    given: {
      pathItems: { a: { additionalOperations: { POST: ok, Query: ok, "A B": ok, COPY: ok } } },
    },
    want: ["POST", "Query", "A B"].map((method) => `pathItems/a/additionalOperations/${method}`),
  },
  ...[
    { in: "path", allowed: ["matrix", "label", "simple"] },
    { in: "query", allowed: ["form", "spaceDelimited", "pipeDelimited", "deepObject"] },
    { in: "header", allowed: ["simple"] },
    { in: "cookie", allowed: ["form", "cookie"] },
  ].map(({ in: place, allowed }) => ({
    given: {
      parameters: Object.fromEntries(
        styles.map((style) => [style, { name: "a", in: place, schema, style }]),
      ),
    },
    want: styles
      .filter((style) => !allowed.includes(style))
      .map((style) => `parameters/${style}/style`),
  })),
  {
    given: {
      headers: { a: { schema, style: "form" }, b: { content: { ...text, "text/html": {} } } },
    },
    want: ["headers/a/style", "headers/b/content"],
  },
  ...[
    { in: "query", versions: ["3.1.0", "3.2.0"] },
    { in: "path", versions: ["3.2.0"] },
    { in: "cookie", versions: ["3.2.0"] },
    { in: "header", versions: [] },
  ].flatMap(({ in: place, versions }) =>
    ["3.1.0", "3.2.0"].map((version) => ({
      version,
      given: { parameters: { a: { name: "a", in: place, schema, allowReserved: true } } },
      want: versions.includes(version) ? [] : ["parameters/a/allowReserved"],
    })),
  ),
  ...[true, false].map((allowReserved) => ({
    version: "3.0.3",
    given: { parameters: { a: { name: "a", in: "header", schema, allowReserved } } },
    want: allowReserved ? ["parameters/a/allowReserved"] : [],
  })),
  {
    given: {
      parameters: { q: { name: "q", in: "querystring", content: text } },
      pathItems: {
        a: { parameters: [{ $ref: "#/components/parameters/q" }, { name: "b", in: "query" }] },
        b: { parameters: [{ $ref: "#/components/parameters/q" }] },
      },
    },
    want: ["pathItems/a/parameters"],
  },
];

test.each(values)("$given in $version", async ({ given, want, version = "3.2.0" }) => {
  const document = withMembers({ openapi: version, components: given });
  const result = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  expect(result.diagnostics.map(({ code, location }) => `${code} ${location?.pointer}`)).toEqual(
    want.map((at) => `bad-value /components/${at}`),
  );
});

test.each([
  { dialect: "https://spec.openapis.org/oas/3.1/dialect/base", want: 0 },
  { dialect: "https://spec.openapis.org/oas/3.2/dialect/2025-09-17", want: 0 },
  { dialect: "https://json-schema.org/draft/2020-12/schema", want: 0 },
  { dialect: "http://json-schema.org/draft-07/schema#", want: 1 },
  { dialect: "https://json-schema.org/draft/2019-09/schema", want: 1 },
  { dialect: "https://example.com/dialect", want: 1 },
])("the dialect $dialect", async ({ dialect, want }) => {
  const document = withMembers({ jsonSchemaDialect: dialect });
  const { diagnostics } = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  expect(diagnostics.map(({ location }) => location?.pointer)).toEqual(
    Array(want).fill("/jsonSchemaDialect"),
  );
});

const variable = (more: JsonObject): JsonObject => ({
  url: "/{v}",
  variables: { v: { default: "a", ...more } },
});

test.each<{ server: JsonObject; want: readonly string[] }>([
  { server: variable({ enum: [] }), want: ["variables/v/enum"] },
  { server: variable({ enum: ["b"] }), want: ["variables/v/default"] },
  { server: variable({ enum: ["b", "a"] }), want: [] },
  { server: variable({}), want: [] },
  { server: { ...variable({}), url: "https://{host}/{v}/{host}" }, want: ["url"] },
  { server: { url: "https://a.example.com?b" }, want: ["url"] },
])("the server $server", async ({ server, want }) => {
  const document = withMembers({ servers: [server] });
  const { diagnostics } = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  expect(diagnostics.map(({ location }) => location?.pointer)).toEqual(
    want.map((at) => `/servers/0/${at}`),
  );
});

test.each<{ members: JsonObject; want: readonly string[] }>([
  { members: { tags: [{ name: "a" }, { name: "b", parent: "a" }] }, want: [] },
  {
    members: { tags: [{ name: "a" }, {}, { name: "a" }, { name: "a" }] },
    want: ["2/name", "3/name"],
  },
  { members: { tags: [{ name: "a", parent: "b" }] }, want: ["0/parent"] },
  { members: { tags: [{ name: "a", parent: "a" }] }, want: ["0/parent"] },
  {
    members: {
      tags: [
        { name: "into the ring", parent: "b" },
        { name: "a", parent: "b" },
        { name: "b", parent: "c" },
        { name: "c", parent: "a" },
        { name: "__proto__", parent: "__proto__" },
      ],
    },
    want: ["2/parent", "4/parent"],
  },
])("the tags of $members", async ({ members, want }) => {
  const document = withMembers({ openapi: "3.2.0", ...members });
  const { diagnostics } = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  const found = diagnostics.map(({ code, location }) => `${code} ${location?.pointer}`);
  const missing = JSON.stringify(members).includes("{}") ? ["missing-field /tags/1"] : [];
  expect(found.sort()).toEqual([...want.map((at) => `bad-value /tags/${at}`), ...missing]);
});

test("the names of servers are told apart where they stand side by side", async () => {
  const servers = ["a", "b", "a"].map((name) => ({ url: `https://${name}.example.com`, name }));
  const item = { servers, get: { ...ok, servers }, put: { ...ok, servers: servers.slice(1) } };
  const document = withMembers({ openapi: "3.2.0", servers, paths: { "/a": item } });
  const { diagnostics } = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  expect(diagnostics.map(({ location }) => location?.pointer)).toEqual(
    ["", "/paths/~1a", "/paths/~1a/get"].map((at) => `${at}/servers/2/name`),
  );
});

const hints: readonly { readonly given: JsonObject; readonly want: string }[] = [
  { given: { tag: [] }, want: 'Did you mean "tags"?' },
  { given: { tag: [], tags: [] }, want: "Check the spelling and the indentation" },
  { given: { paths: { a: {} } }, want: 'Write "/a".' },
  { given: { info: { title: "T", version: "1", description: null } }, want: "YAML needs quotes" },
  ...[
    { given: { parameters: { a: { name: "a", in: "body" } } }, want: "by the `requestBody`" },
    { given: { parameters: { a: { name: "a", in: "quiry" } } }, want: 'Did you mean "query"?' },
    { given: { parameters: { a: { name: "a", in: "url" } } }, want: "Write one of them." },
    { given: { securitySchemes: { a: { type: "bearer" } } }, want: "and `scheme: bearer`." },
    { given: { schemas: { a: { type: "strng" } } }, want: 'Did you mean "string"?' },
    { given: { schemas: { a: { type: "int" } } }, want: "Write one of null, boolean" },
    { given: { schemas: { a: { required: true } } }, want: "of the schema that it belongs to" },
    { given: { schemas: { a: { minlength: 1 } } }, want: 'Did you mean "minLength"' },
    { given: { schemas: { a: { $ref: "b" }, b: {} } }, want: '"#/components/schemas/b"' },
    { given: { schemas: { a: { $ref: "components/schemas/b" }, b: {} } }, want: "Did you mean" },
    { given: { schemas: { a: { $ref: "c" }, b: {} } }, want: "Check the file name" },
  ].map(({ given, want }) => ({ given: { components: given }, want })),
];

test.each(hints)("$given: $want", async ({ given, want }) => {
  const { diagnostics } = await loadFiles({ "openapi.yaml": JSON.stringify(withMembers(given)) });
  expect(diagnostics[0]?.hint).toContain(want);
});
