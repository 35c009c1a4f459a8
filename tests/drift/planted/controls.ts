import { answer, arrayOf, bodies, exchange, object, ref, type Scenario } from "./scenario.ts";

const model = object({ id: { type: "string" }, size: { type: "integer" } }, { required: ["id"] });
const everyday = {
  ...{ date: "x", server: "x", etag: "x", vary: "x", via: "x", age: "1", connection: "close" },
  ...{ "cache-control": "no-store", "content-length": "2", "x-request-id": "1", "cf-ray": "1" },
  ...{ "access-control-allow-origin": "*", "strict-transport-security": "x", "alt-svc": "x" },
  ...{ "set-cookie": "a=b", traceparent: "x", "server-timing": "x", "x-amz-cf-id": "x" },
  ...{ "cf-cache-status": "x", nel: "x", "report-to": "x", "x-frame-options": "x" },
  ...{
    "x-github-request-id": "x",
    priority: "u=1",
    "x-cache-status": "HIT",
    "x-edge-location": "x",
  },
};

const silent: readonly Omit<Scenario, "want">[] = [
  {
    name: "keys in another order",
    schema: model,
    exchanges: [exchange('{"size":1,"id":"a"}'), exchange('{"id":"a","size":1}')],
  },
  {
    name: "a charset, and a media type in capitals",
    schema: model,
    exchanges: ["application/json; charset=utf-8", "Application/JSON"].map((mediaType) =>
      exchange({ id: "a" }, { mediaType }),
    ),
  },
  { name: "optional fields left out", schema: model, exchanges: bodies({ id: "a" }) },
  { name: "1.0 is an integer", schema: model, exchanges: [exchange('{"id":"a","size":1.0}')] },
  { name: "so is 1e3", schema: model, exchanges: [exchange('{"id":"a","size":1e3}')] },
  {
    name: "an integer beyond a double",
    schema: model,
    exchanges: [exchange('{"id":"a","size":12345678901234567890}')],
  },
  { name: "an empty list", schema: arrayOf(model), exchanges: bodies([]) },
  {
    name: "a free map",
    schema: object({ id: {} }, { additionalProperties: true }),
    exchanges: bodies({ a: 1, b: { c: [] } }),
  },
  {
    name: "a map with a schema, beside properties",
    schema: object({ id: {} }, { additionalProperties: { type: "integer" } }),
    exchanges: bodies({ id: "x", a: 1, b: 2 }),
  },
  {
    name: "unevaluatedProperties with a schema",
    schema: { allOf: [object({ id: {} })], unevaluatedProperties: { type: "integer" } },
    exchanges: bodies({ id: "x", a: 1 }),
  },
  {
    name: "a name that a pattern documents",
    schema: object({ id: {} }, { patternProperties: { "^x-": {} } }),
    exchanges: bodies({ "x-a": 1 }),
  },
  {
    name: "an object of which only the type is told",
    schema: object({ meta: { type: "object" } }),
    exchanges: bodies({ meta: { a: { b: 1 } } }),
  },
  { name: "no schema at all", schema: {}, exchanges: bodies({ a: 1 }, [1], "null") },
  { name: "the schema true", schema: true, exchanges: bodies({ a: 1 }) },
  {
    name: "fields that dependentSchemas documents",
    schema: { ...object({ card: {} }), dependentSchemas: { card: object({ address: {} }) } },
    exchanges: bodies({ card: 1, address: "x" }),
  },
  {
    name: "fields of both branches of a condition",
    schema: {
      ...object({ kind: {} }),
      if: object({ kind: { const: "x" } }),
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: object({ a: {} }),
      else: object({ b: {} }),
    },
    exchanges: bodies({ kind: "x", a: 1 }, { kind: "y", b: 1 }),
  },
  {
    name: "fields of both branches of anyOf at once",
    schema: { anyOf: [object({ a: {} }), object({ b: {} })] },
    exchanges: bodies({ a: 1, b: 2 }),
  },
  {
    name: "fields beside a reference",
    schema: { ...ref("Base"), properties: { more: {} } },
    schemas: { Base: object({ id: {} }) },
    exchanges: bodies({ id: 1, more: 2 }),
  },
  {
    name: "a tree of its own kind",
    schema: ref("Tree"),
    schemas: { Tree: object({ children: arrayOf(ref("Tree")), name: {} }) },
    exchanges: bodies({ children: [{ children: [{ name: "x" }] }, { children: [] }] }),
  },
  {
    name: "headers of every day",
    schema: model,
    exchanges: [exchange({ id: "a" }, { headers: everyday })],
  },
  {
    name: "a documented header, in other capitals",
    operation: {
      responses: {
        "200": answer(model, { headers: { "X-Total": { schema: { type: "integer" } } } }),
      },
    },
    exchanges: [exchange({ id: "a" }, { headers: { "x-total": "5" } })],
  },
  {
    name: "a documented 4XX",
    operation: { responses: { "200": answer(model), "4XX": answer(object({ error: {} })) } },
    exchanges: [exchange({ error: "x" }, { status: 404 })],
  },
  {
    name: "ranges of media types",
    operation: {
      responses: { "200": { description: "x", content: { "*/*": { schema: model } } } },
    },
    exchanges: [exchange({ id: "a" }), exchange("a,b", { mediaType: "text/csv" })],
  },
  {
    name: "204 and HEAD without a body",
    operation: { responses: { "200": answer(model), "204": { description: "x" } } },
    paths: {
      "/heads": { head: { responses: { "200": answer(model) } } },
    },
    exchanges: [
      exchange(undefined, { status: 204, mediaType: null }),
      exchange(undefined, { method: "HEAD", path: "/heads" }),
    ],
  },
  {
    name: "an answer that does not tell its media type",
    schema: model,
    exchanges: [exchange({ id: "a" }, { mediaType: null })],
  },
  {
    name: "a format that nobody knows, and a format of a number",
    schema: object({ a: { type: "string", format: "colour" }, b: { format: "date" } }),
    exchanges: bodies({ a: "x", b: 5 }),
  },
  {
    name: "int32 and double",
    schema: object({
      a: { type: "integer", format: "int32" },
      b: { type: "number", format: "double" },
    }),
    exchanges: bodies({ a: 5, b: 5 }),
  },
  {
    name: "a path with parameters, encoded",
    paths: {
      "/things/{author}/{slug}": {
        get: {
          parameters: ["author", "slug"].map((name) => ({
            ...{ name, in: "path", required: true },
            schema: { type: "string" },
          })),
          responses: { "200": answer(model) },
        },
      },
    },
    exchanges: [exchange({ id: "a" }, { path: "/things/a%2Fb/c%20d" })],
  },
  {
    name: "parameters as lists, as an object, and with brackets",
    operation: {
      parameters: [
        { name: "tags", in: "query", schema: arrayOf({ enum: ["a", "b"] }), explode: false },
        { name: "ids", in: "query", schema: arrayOf({ type: "integer" }) },
        { name: "filter", in: "query", style: "deepObject", schema: object({ size: {} }) },
      ],
      responses: { "200": answer(model) },
    },
    exchanges: [exchange({ id: "a" }, { path: "/things?tags=a,b&ids=1&ids=2&filter[size]=3" })],
  },
  {
    name: "a byte order mark before the body",
    schema: model,
    exchanges: [exchange('\ufeff{"id":"a"}')],
  },
  {
    name: "a value that two branches of anyOf allow",
    schema: object({ a: { anyOf: [{ type: "integer" }, { type: "number" }] } }),
    exchanges: bodies({ a: 1 }),
  },
];

/** What must stay silent. */
export const controls: readonly Scenario[] = silent.map((scenario) => ({ ...scenario, want: [] }));
