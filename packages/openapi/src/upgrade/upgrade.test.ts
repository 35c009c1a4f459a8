import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { loadFiles, summarize, withMembers } from "../../test/folder.ts";

interface Row {
  readonly given: JsonValue;
  readonly want: JsonValue;
  readonly codes?: readonly string[];
  /** How many of its keywords OpenAPI 3.0 does not have. */
  readonly later?: number;
}

async function upgrade(openapi: string, schema: JsonValue) {
  const document = withMembers({ openapi, components: { schemas: { A: schema, B: {} } } });
  const result = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  if (!result.ok) throw new Error(summarize(result).join("\n"));
  const { components, openapi: version } = result.description.document;
  const codes = result.diagnostics.map(({ code }) => code);
  return { schemas: (components as JsonObject)["schemas"], version, codes };
}

const ref = { $ref: "#/components/schemas/B" };

const both: readonly Row[] = [
  { given: { type: "string" }, want: { type: "string" } },
  { given: true, want: true },
  { given: { type: "string", example: "x" }, want: { type: "string", examples: ["x"] } },
  { given: { example: null, examples: [1] }, want: { examples: [null, 1] }, later: 1 },
  { given: { type: "any" }, want: {}, codes: ["type-any"] },
  { given: { type: ["string", "any"] }, want: {}, codes: ["type-any"], later: 1 },
  {
    given: { type: ["string", null] },
    want: { type: ["string", "null"] },
    codes: ["type-null"],
    later: 1,
  },
  { given: { type: null }, want: { type: "null" }, codes: ["type-null"] },
  { given: { type: ["string", "string"] }, want: { type: ["string"] }, later: 1 },
  { given: false, want: false },
  {
    given: { properties: { a: true, b: false }, items: true, not: false },
    want: { properties: { a: true, b: false }, items: true, not: false },
  },
  {
    given: { discriminator: "kind", oneOf: [ref] },
    want: { discriminator: { propertyName: "kind" }, oneOf: [ref] },
    codes: ["discriminator-string"],
  },
  {
    given: { $recursiveAnchor: true, properties: { a: { items: { $recursiveRef: "#" } } } },
    want: { properties: { a: { items: { $ref: "#/components/schemas/A" } } } },
    codes: ["recursive-ref"],
  },
  {
    given: { properties: { a: {} }, required: ["a", "b"] },
    want: { properties: { a: {} }, required: ["a", "b"] },
    codes: ["required-unknown"],
  },
  ...[
    { allOf: [{ required: ["b"] }, { properties: { a: {} }, additionalProperties: false }] },
    { allOf: [{ required: ["b"] }], additionalProperties: false },
    { required: ["b"], allOf: [{ additionalProperties: false }], properties: { b: {} } },
    { required: ["b"], allOf: [{ properties: { b: {} } }], additionalProperties: false },
  ].map((schema) => ({ given: schema, want: schema, codes: ["closed-part"] })),
  ...[
    { allOf: [{ required: ["a"] }, { properties: { a: {} }, additionalProperties: false }] },
    { allOf: [{ properties: { b: {} } }, { additionalProperties: false }] },
  ].map((schema) => ({ given: schema, want: schema })),
  ...[
    { allOf: [{ required: ["b"] }, { patternProperties: { b: {} }, additionalProperties: false }] },
    { allOf: [{ required: ["b"] }], unevaluatedProperties: false },
  ].map((schema) => ({ given: schema, want: schema, later: 1 })),
  ...[
    { type: "array", items: { type: "string" }, enum: ["a"] },
    { type: "string", enum: ["a", 1] },
    { type: "integer", enum: [1, 1.5] },
    { type: "string", enum: ["a", null] },
    { type: "number", enum: [["__proto__"]] },
  ].map((schema) => ({ given: schema, want: schema, codes: ["enum-excluded"] })),
  ...[{ type: ["boolean", "null"], enum: [null, "true"] }].map((schema) => ({
    ...{ given: schema, want: schema, codes: ["enum-excluded"], later: 1 },
  })),
  ...[
    { type: ["object", "null"], enum: [{}, null] },
    { const: { require: 1 } },
    { minimum: 0, exclusiveMinimum: 0 },
    { type: "array", prefixItems: [{}], items: { type: "string" } },
    { if: { minLength: 1 }, else: false },
  ].map((schema) => ({ given: schema, want: schema, later: 1 })),
  ...[
    { type: "integer", enum: [1, 2] },
    { type: "number", enum: [1, 1.5] },
    { type: "array", enum: [["a"]] },
    { enum: ["a", 1, null] },
  ].map((schema) => ({ given: schema, want: schema })),
  ...["additionalProperties", "unevaluatedProperties"].map((key) => {
    const schema = { properties: { a: {} }, required: ["b"], [key]: false };
    const later = key === "unevaluatedProperties" ? 1 : 0;
    return { given: schema, want: schema, codes: ["required-excluded"], later };
  }),
  ...[
    { required: ["b"] },
    { properties: {}, required: ["b"] },
    { properties: { a: {} }, required: ["b"], allOf: [{ properties: { b: {} } }] },
    { allOf: [{ properties: { a: {} }, required: ["b"] }] },
    { properties: { a: {} }, required: ["b"], additionalProperties: { type: "string" } },
  ].map((schema) => ({ given: schema, want: schema })),
  { given: { required: true }, want: {}, codes: ["bad-value"] },
  ...["require", "Required", "requird"].map((key) => {
    const schema = { [key]: ["a"] };
    return { given: schema, want: schema, codes: ["unknown-keyword"] };
  }),
  ...[
    { "x-require": ["a"] },
    { note: "as text", unit: "m", optional: true, __proto__: null },
    { require: ["a"], required: ["a"] },
    { properties: { require: {}, item: {} } },
  ].map((schema) => ({ given: schema, want: schema })),
  { given: { required: ["a"] }, want: { required: ["a"] } },
  { given: { type: "strng" }, want: {}, codes: ["bad-value"] },
  {
    given: { items: [{ type: "null" }], additionalItems: false },
    want: { prefixItems: [{ type: "null" }], items: false },
    later: 1,
  },
  {
    given: { properties: { nullable: { type: "string" }, $ref: { type: "string" } } },
    want: { properties: { nullable: { type: "string" }, $ref: { type: "string" } } },
  },
  {
    given: { enum: [{ nullable: true }], default: { example: 1 } },
    want: { enum: [{ nullable: true }], default: { example: 1 } },
  },
  {
    given: { "x-schema": { nullable: true, type: "string" } },
    want: { "x-schema": { nullable: true, type: "string" } },
  },
];

const old: readonly Row[] = [
  { given: { type: "string", nullable: true }, want: { type: ["string", "null"] } },
  { given: { type: "string", nullable: false }, want: { type: "string" } },
  {
    given: { type: "string", nullable: true, enum: ["a", null] },
    want: { type: ["string", "null"], enum: ["a", null] },
  },
  {
    given: { type: "string", nullable: true, enum: ["a"] },
    want: { type: ["string", "null"], enum: ["a"] },
  },
  { given: { nullable: true }, want: {} },
  {
    given: { nullable: true, allOf: [ref] },
    want: { allOf: [ref] },
    codes: ["nullable-without-type"],
  },
  {
    given: { allOf: [{ properties: { a: { type: "object", nullable: true } } }] },
    want: { allOf: [{ properties: { a: { type: ["object", "null"] } } }] },
  },
  {
    given: { minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
    want: { exclusiveMinimum: 1, maximum: 5 },
  },
  { given: { exclusiveMaximum: true }, want: {} },
  {
    given: { type: "string", format: "binary" },
    want: { type: "string", format: "binary", contentMediaType: "application/octet-stream" },
  },
  {
    given: { type: "string", format: "byte" },
    want: { type: "string", format: "byte", contentEncoding: "base64" },
  },
  { given: { ...ref, description: "x" }, want: ref },
  {
    given: { properties: { a: { ...ref, nullable: true } } },
    want: { properties: { a: ref } },
    codes: ["ref-siblings"],
  },
  {
    given: {
      properties: { a: { ...ref, maxLength: 1, title: "A" }, b: { ...ref, maxLength: 2 } },
      items: { ...ref, nullable: true, "x-b": 1, maxLength: 3 },
    },
    want: { properties: { a: ref, b: ref }, items: ref },
    codes: ["ref-siblings", "ref-siblings"],
  },
];

const recent: readonly Row[] = [
  {
    given: { type: "file" },
    want: { type: "string", format: "binary" },
    codes: ["type-file"],
  },
  {
    given: { $id: "https://a.b/c", items: { $recursiveRef: "#" } },
    want: { $id: "https://a.b/c", items: { $ref: "#" } },
    codes: ["recursive-ref"],
  },
  {
    given: { type: "string", nullable: true, enum: ["a", null] },
    want: { type: ["string", "null"], enum: ["a", null] },
    codes: ["nullable-in-3-1"],
  },
  {
    given: { nullable: true, enum: ["a", null] },
    want: { enum: ["a", null] },
    codes: ["nullable-in-3-1"],
  },
  {
    given: { type: "string", nullable: true, enum: ["a"], description: "x" },
    want: { description: "x", anyOf: [{ type: "string", enum: ["a"] }, { type: "null" }] },
    codes: ["nullable-in-3-1"],
  },
  {
    given: { type: "object", nullable: true, allOf: [ref] },
    want: { anyOf: [{ type: "object", allOf: [ref] }, { type: "null" }] },
    codes: ["nullable-in-3-1"],
  },
  {
    given: { type: "string", nullable: true },
    want: { type: ["string", "null"] },
    codes: ["nullable-in-3-1"],
  },
  {
    given: { type: ["string", "null"], nullable: true },
    want: { type: ["string", "null"] },
    codes: ["nullable-in-3-1"],
  },
  {
    given: { ...ref, nullable: true, description: "x" },
    want: { description: "x", anyOf: [ref, { type: "null" }] },
    codes: ["nullable-in-3-1"],
  },
  {
    given: { minimum: 1, exclusiveMinimum: true },
    want: { exclusiveMinimum: 1 },
    codes: ["exclusive-in-3-1"],
  },
  { given: { ...ref, minLength: 1 }, want: { ...ref, minLength: 1 } },
  { given: { type: "string", format: "binary" }, want: { type: "string", format: "binary" } },
  {
    given: { $defs: { C: { type: "string", example: 1 } } },
    want: { $defs: { C: { type: "string", examples: [1] } } },
  },
];

const rows = [
  ...[...both, ...old].map((row) => ({ openapi: "3.0.3", ...row })),
  ...[...both, ...recent].map((row) => ({ openapi: "3.1.0", ...row })),
].map((row) => ({ name: `${row.openapi} ${JSON.stringify(row.given)}`, ...row }));

test.each(rows)("$name", async ({ openapi, given, want, codes = [], later = 0 }) => {
  const upgraded = await upgrade(openapi, given);
  expect(upgraded).toEqual({
    schemas: { A: want, B: {} },
    version: openapi === "3.0.3" ? "3.1.1" : openapi,
    codes: [...codes, ...Array(openapi === "3.0.3" ? later : 0).fill("keyword-in-3-0")],
  });
});

test("what OpenAPI 3.0 has no word for is said once for each word, with the number", async () => {
  const a = { type: ["string", "null"], const: "a" };
  const C = { exclusiveMaximum: 3, propertyNames: {} };
  const schemas = { A: a, B: { properties: { a } }, C };
  const document = withMembers({ openapi: "3.0.3", components: { schemas } });
  const { diagnostics } = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  const said = diagnostics.map(({ message, hint, location }) => [
    message.replace(/;.*/, ""),
    hint.replace(/;.*/, ""),
    location?.pointer,
  ]);
  expect(said).toEqual([
    [
      'OpenAPI 3.0 has no keyword "const", which stands here 2 times',
      "Say `openapi: 3.1.0`, or write an `enum` of one value",
      "/components/schemas/A/const",
    ],
    [
      "OpenAPI 3.0 has no list of types and no type null, which stands here 2 times",
      "Say `openapi: 3.1.0`, or write `nullable: true` for null, `anyOf` for several types",
      "/components/schemas/A/type",
    ],
    [
      'OpenAPI 3.0 has no keyword "propertyNames", which stands here once',
      "Say `openapi: 3.1.0`",
      "/components/schemas/C/propertyNames",
    ],
    [
      'OpenAPI 3.0 has no number as "exclusiveMaximum", which stands here once',
      "Say `openapi: 3.1.0`, or write `maximum` beside `exclusiveMaximum: true`",
      "/components/schemas/C/exclusiveMaximum",
    ],
  ]);
});

test("a required field that is no property is named, with what is meant", async () => {
  const pet = { properties: { name: {} }, required: ["name", "nmae"] };
  const schemas = { Pet: pet, Cat: { properties: { tail: {} }, required: ["x"] } };
  const document = withMembers({ components: { schemas } });
  const { diagnostics } = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
    [expect.stringMatching(/^"nmae" is required .* in 2 schemas;/), 'Did you mean "name"?'],
  ]);
});

test("references in a ring say nothing, what stands beside them stays", async () => {
  const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const schemas = { A: refTo("B"), B: { ...refTo("A"), minLength: 1 }, C: refTo("C") };
  const document = withMembers({ components: { schemas } });
  const result = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  expect(result.diagnostics.map(({ code }) => code)).toEqual(Array(3).fill("ref-ring"));
  expect(result.ok && result.description.document["components"]).toEqual({
    schemas: { A: {}, B: { minLength: 1 }, C: {} },
  });
});

test("schemas are found wherever the grammar has one, and where only a reference leads", async () => {
  const schema = { type: "string", nullable: true };
  const content = { "text/plain": { schema } };
  const document = withMembers({
    openapi: "3.0.0",
    paths: {
      "/a": {
        parameters: [{ name: "q", in: "query", schema }],
        post: {
          requestBody: { content },
          responses: { 200: { description: "", headers: { h: { schema } }, content } },
          callbacks: { c: { "{$request.body#/url}": { put: { requestBody: { content } } } } },
        },
        get: { responses: { default: { $ref: "#/x-shared/Gone" } } },
      },
    },
    "x-shared": { Gone: { description: "", content }, Unused: { content } },
  });
  const result = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  const text = JSON.stringify(result.ok && result.description.document);
  expect(text.match(/\["string","null"\]/g)).toHaveLength(6);
  expect(text.match(/"nullable"/g)).toHaveLength(1);
});

test.each([
  { openapi: "3.0", codes: [] },
  { openapi: 3, codes: ["wrong-type"] },
  { openapi: 3.1, codes: ["wrong-type"] },
  { openapi: "3.2.0", codes: [] },
  { openapi: "3.9.0", codes: ["version-unknown"] },
  { openapi: "4.0.0", codes: ["version-unknown"] },
  { openapi: "1.2", codes: ["swagger-not-read"] },
])("openapi: $openapi", async ({ openapi, codes }) => {
  const text = JSON.stringify(withMembers({ openapi }));
  const { ok, diagnostics } = await loadFiles({ "openapi.yaml": text });
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  expect(ok).toBe(openapi !== "1.2");
});

test("an upgraded keyword is still found in the file", async () => {
  const text = `openapi: 3.0.3
info: { title: T, version: "1" }
paths: {}
components:
  schemas:
    A:
      type: integer
      example:
        a: 1
      minimum: 2
      exclusiveMinimum: true
`;
  const result = await loadFiles({ "openapi.yaml": text });
  const lineOf = (pointer: string) =>
    result.ok ? result.description.locate(`/components/schemas/A${pointer}`)?.line : undefined;
  expect(
    ["", "/examples", "/examples/0", "/examples/0/a", "/exclusiveMinimum"].map(lineOf),
  ).toEqual([6, 8, 8, 9, 10]);
});
