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

/** The type of the component schema `X`, its white space and comments taken together. */
async function printType(schema: JsonValue): Promise<string | undefined> {
  const document = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {},
    components: { schemas: { X: schema, Other: {} } },
  };
  const description = await loadParts(document);
  const names = nameDescription(description);
  const { files } = await emitTypes({
    description,
    names,
    banner: "",
    types: defaultTypesOptions,
  });
  const text = files.map((file) => file.text).join("");
  return /^ {4}X: ([\s\S]*?);\n {4}Other: /m.exec(text)?.[1]?.replace(/\s+/g, " ");
}
