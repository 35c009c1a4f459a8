import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Parameter } from "@truespec/openapi";
import { expect, test } from "vitest";
import { printSample, printSampleBody } from "./sample.ts";

const rows: readonly {
  readonly schema: JsonObject;
  readonly examples?: readonly JsonValue[];
  readonly want: string;
}[] = [
  { schema: { type: "string" }, want: '"…"' },
  { schema: {}, want: '"…"' },
  { schema: { type: "integer" }, want: "1" },
  { schema: { type: ["null", "number"], minimum: 0.5 }, want: "0.5" },
  { schema: { type: "boolean" }, want: "true" },
  { schema: { type: "array", items: { type: "string" } }, want: "[]" },
  { schema: { type: "object" }, want: "{}" },
  { schema: { type: "string", enum: [null, "a", "b"] }, want: '"a"' },
  { schema: { const: 7, enum: [8] }, want: "7" },
  { schema: { type: "string", default: "en" }, want: '"en"' },
  { schema: { $ref: "#/components/schemas/Other" }, want: "3" },
  { schema: { type: "string" }, examples: ["x".repeat(100), "short"], want: '"short"' },
  { schema: { type: "string", default: "x".repeat(100) }, want: '"…"' },
];

test.each(rows)("$schema: $want", ({ schema, examples = [], want }) => {
  const document = {
    components: { schemas: { It: schema, Other: { type: "integer", minimum: 3 } } },
  };
  const parameter: Parameter = {
    ...{ name: "it", in: "query", pointer: "/p", required: true, deprecated: false },
    ...{ style: "form", explode: true, allowReserved: false, description: undefined },
    ...{ schemaPointer: "/components/schemas/It", mediaType: undefined, encodings: [], examples },
  };
  expect(printSample(document, parameter)).toBe(want);
});

const text = { type: "string" };
const deep = (schema: JsonObject): JsonObject => ({
  type: "object",
  required: ["a"],
  properties: { a: schema },
});

test.each<{ schema: JsonObject; want: string | undefined; mediaType?: string }>([
  { schema: { type: "object", properties: { a: text, b: text } }, want: '{ a: "…" }' },
  {
    schema: {
      type: "object",
      required: ["b", "id"],
      properties: { a: text, b: text, id: { readOnly: true } },
    },
    want: '{ b: "…" }',
  },
  { schema: deep({ $ref: "#/components/schemas/Other" }), want: "{ a: 3 }" },
  {
    schema: deep({ type: ["null", "object"], properties: { b: text } }),
    want: '{ a: { b: "…" } }',
  },
  {
    schema: deep({ ...text, enum: ["x"] }),
    want: '{ a: "x" }',
    mediaType: "application/x-www-form-urlencoded",
  },
  { schema: { ...deep(text), required: ["__proto__"] }, want: undefined },
  { schema: deep(deep(deep(text))), want: '{ a: { a: { a: "…" } } }' },
  { schema: deep(deep(deep(deep(text)))), want: undefined },
  { schema: deep({ $ref: "#/components/schemas/It" }), want: undefined },
  { schema: deep({ anyOf: [text] }), want: undefined },
  { schema: { ...deep(text), allOf: [{}] }, want: undefined },
  { schema: deep({ ...text, default: "x".repeat(60) }), want: undefined },
  { schema: { type: "object" }, want: undefined },
  { schema: deep(text), want: undefined, mediaType: "multipart/form-data" },
])("the body of $schema: $want", ({ schema, want, mediaType = "application/json" }) => {
  const document = {
    components: { schemas: { It: schema, Other: { type: "integer", minimum: 3 } } },
  };
  const pointer = "/components/schemas/It";
  const media = { mediaType, pointer, schemaPointer: pointer };
  const body = printSampleBody(document, { ...media, itemSchemaPointer: undefined, encodings: [] });
  expect(body).toBe(want);
});
