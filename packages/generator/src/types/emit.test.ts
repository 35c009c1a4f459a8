import type { JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { loadParts } from "../../../../tests/harness/load-parts.ts";
import { nameDescription } from "../names/names.ts";
import { emitTypes } from "./emit.ts";
import { defaultTypesOptions } from "./options.ts";

test.each<{ schema: JsonValue; want: string }>([
  { schema: true, want: "unknown" },
  { schema: {}, want: "unknown" },
  { schema: false, want: "never" },
  { schema: { type: "integer" }, want: "number" },
  { schema: { type: ["string", "null"] }, want: "string | null" },
  { schema: { type: ["string", "null"], enum: ["a", null, 1] }, want: '"a" | null' },
  { schema: { enum: ["a", 1, null, true] }, want: '"a" | 1 | null | true' },
  { schema: { const: 'a"b\\*/' }, want: '"a\\"b\\\\*/"' },
  { schema: { const: null }, want: "null" },
  { schema: { const: -1 }, want: "-1" },
  { schema: { type: "string", "x-extensible-enum": ["a"] }, want: '"a" | (string & {})' },
  { schema: { type: "array", items: { type: "string" } }, want: "string[]" },
  { schema: { type: "array" }, want: "unknown[]" },
  {
    schema: { type: "array", prefixItems: [{ type: "string" }, {}], minItems: 1, items: false },
    want: "[ string, unknown? ]",
  },
  {
    schema: { type: "array", prefixItems: [{ type: "string" }], items: { type: "number" } },
    want: "[ string?, ...number[] ]",
  },
  { schema: { items: {} }, want: "unknown[]" },
  {
    schema: { items: {}, oneOf: [{ type: "array", items: {} }, { type: "string" }] },
    want: "unknown[] | string",
  },
  { schema: { type: "object" }, want: "Record<string, unknown>" },
  {
    schema: { type: "object", additionalProperties: { type: "number" } },
    want: "{ [key: string]: number; }",
  },
  {
    schema: { properties: { a: { type: "string" }, "b-c": {} }, required: ["a"] },
    want: '{ a: string; "b-c"?: unknown; }',
  },
  {
    schema: { properties: { "*/ pwned()": {}, "100%": {}, "a#b": {}, 'x"': {} } },
    want: '{ "*/ pwned()"?: unknown; "100%"?: unknown; "a#b"?: unknown; "x\\""?: unknown; }',
  },
  {
    schema: { oneOf: [{ type: "string" }, { type: "number" }] },
    want: "string | number",
  },
  {
    schema: {
      allOf: [{ properties: { a: { type: "string" } } }, { properties: { b: {} } }],
      required: ["a"],
    },
    want: "{ a: string; } & { b?: unknown; }",
  },
  { schema: { $ref: "#/components/schemas/Other" }, want: 'components["schemas"]["Other"]' },
  {
    schema: { $ref: "#/components/schemas/Other", properties: { a: {} } },
    want: 'components["schemas"]["Other"] & { a?: unknown; }',
  },
  { schema: { type: "string", format: "binary" }, want: "string" },
  { schema: { enum: ["a", "b"], "x-extensible-enum": true }, want: '"a" | "b" | (string & {})' },
  {
    schema: { enum: ["a", null], "x-speakeasy-unknown-values": "allow" },
    want: '"a" | null | (string & {})',
  },
  {
    schema: { enum: ["a"], "x-ms-enum": { name: "A", modelAsString: true } },
    want: '"a" | (string & {})',
  },
  { schema: { enum: ["a"], "x-ms-enum": { modelAsString: false } }, want: '"a"' },
  { schema: { enum: ["a", 1], "x-extensible-enum": true }, want: '"a" | 1' },
  { schema: { type: "object", additionalProperties: false }, want: "{ [key: string]: never; }" },
  { schema: { type: "object", required: ["a"] }, want: "{ a: unknown; }" },
  {
    schema: { type: "object", required: ["a"], additionalProperties: { type: "number" } },
    want: "{ a: number; } & { [key: string]: unknown; }",
  },
  {
    schema: {
      type: "object",
      properties: { a: { type: "string" }, b: {} },
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    want: "{ a?: string; b?: unknown; } & ({ a: {} | null; } | { b: {} | null; })",
  },
  {
    schema: { $ref: "#/components/schemas/Other", required: ["a"] },
    want: 'components["schemas"]["Other"] & { a: {} | null; }',
  },
  {
    schema: { type: "object", oneOf: [{ type: ["object", "null"], properties: { a: {} } }] },
    want: "object & ({ a?: unknown; } | null)",
  },
])("$schema", async ({ schema, want }) => {
  expect(await printType(schema)).toBe(want);
});

test("what stands beside a reference describes it where it stands", async () => {
  const parts = {
    paths: {
      "/a": {
        get: {
          parameters: [{ $ref: "#/components/parameters/P", description: "P here." }],
          responses: {
            "200": { $ref: "#/components/responses/R", description: "R here." },
            "201": { $ref: "#/components/responses/R" },
          },
        },
        put: { parameters: [{ $ref: "#/components/parameters/P" }], responses: {} },
      },
    },
    components: {
      parameters: { P: { name: "p", in: "query", schema: {}, description: "P." } },
      responses: { R: { description: "R." } },
    },
  };
  const text = await printTypes(parts);
  expect(text).toContain(
    '/** @description R here. */ 200: components["responses"]["R"]; 201: components["responses"]["R"];',
  );
  expect(text).toContain("query?: { /** @description P here. */ p?: unknown;");
  expect(text).toContain("query?: { /** @description P. */ p?: unknown;");
});

test("a value in a query of the path has the name that this query gives it", async () => {
  const get = { parameters: [{ $ref: "#/components/parameters/Key" }], responses: {} };
  const schema = { type: "string" };
  const text = await printTypes({
    paths: { "/a?key={KEY}": { get }, "/b?token={KEY}": { get } },
    components: { parameters: { Key: { name: "KEY", in: "path", required: true, schema } } },
  });
  expect(text).toContain("query: { key: string; };");
  expect(text).toContain("query: { token: string; };");
});

test("JSON is no sequence of items", async () => {
  const content = Object.fromEntries(
    ["application/json", "application/jsonl"].map((one) => [
      one,
      { itemSchema: { type: "string" } },
    ]),
  );
  const get = { responses: { "200": { description: "", content } } };
  const text = await printTypes({ openapi: "3.2.0", paths: { "/a": { get } } });
  expect(text).toContain('"application/json": unknown; "application/jsonl": string;');
});

test("the comment of an enum names the type of its values, where they have one", async () => {
  const text = await printTypes({
    components: { schemas: { A: { enum: [1, 2] }, B: { enum: [1, "a"] } } },
  });
  expect(text).toContain('/** @enum {number} */ A: 1 | 2; /** @enum {unknown} */ B: 1 | "a";');
});

test("operations are called by their ids, where nothing in them means more in a reference", async () => {
  const [get, put, post] = ["%41a", "b#c", "d/e~f"].map((operationId) => ({
    operationId,
    responses: { 200: { description: "" } },
  }));
  const text = await printTypes({ paths: { "/a": { get, put, post } } });
  expect(text).toContain(
    'get: operations["_41a"]; put: operations["bC"]; post: operations["d/e~f"];',
  );
});

/** The type of the component schema `X`, its white space and comments taken together. */
async function printType(schema: JsonValue): Promise<string | undefined> {
  const text = await printTypes({ components: { schemas: { X: schema, Other: {} } } });
  return / X: (.*?); Other: /.exec(text)?.[1];
}

/** The types of a description of which some parts are given, its white space taken together. */
async function printTypes(parts: object): Promise<string> {
  const description = await loadParts(parts);
  const names = nameDescription(description);
  const { files } = await emitTypes({
    description,
    names,
    banner: "",
    types: defaultTypesOptions,
  });
  return files
    .map((file) => file.text)
    .join("")
    .replace(/\s+/g, " ");
}
