import type { JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { narrowed, type SchemaRow, tellSchemaChange, widened } from "../../test/schema-rows.ts";

const a = { type: "string" };
const one = (name: string, schema: JsonValue, more: object = {}): JsonValue => ({
  type: "object",
  properties: { [name]: schema },
  ...more,
});

const rows: readonly SchemaRow[] = [
  // Types
  widened("type", { type: "integer" }, { type: "number" }),
  narrowed("type", { type: "number" }, { type: "integer" }),
  widened("type", { type: "string" }, { type: ["string", "integer"] }),
  narrowed("type", { type: ["string", "boolean"] }, { type: "string" }),
  widened("type", { type: "string" }, {}),
  narrowed("type", {}, { type: "object" }),
  widened("null-added", { type: "string" }, { type: ["string", "null"] }),
  narrowed("null-removed", { type: ["string", "null"] }, { type: "string" }),
  widened("null-added", one("p", a), one("p", { anyOf: [a, { type: "null" }] }), "/properties/p"),
  {
    name: "another type",
    before: { type: "string" },
    after: { type: "integer" },
    request: ["breaking type"],
    response: ["breaking type"],
  },
  {
    name: "an array instead of a string",
    before: one("p", { type: "string" }),
    after: one("p", { type: "array", items: a }),
    request: ["breaking type /properties/p"],
    response: ["breaking type /properties/p"],
  },
  // Values
  widened("enum-value-added", { enum: ["a"] }, { enum: ["a", "b"] }),
  narrowed("enum-value-removed", { enum: ["a", "b"] }, { enum: ["a"] }),
  widened("enum-value-added", { type: "string", enum: ["a"] }, { type: "string" }),
  narrowed("enum-value-removed", { type: "string" }, { type: "string", enum: ["a"] }),
  widened("enum-value-added", { const: "a" }, { enum: ["a", "b"] }),
  narrowed("enum-value-removed", { type: "boolean" }, { const: true }),
  {
    name: "a value for another",
    before: { enum: ["a"] },
    after: { enum: ["b"] },
    request: ["breaking enum-value-removed", "additive enum-value-added"],
    response: ["breaking enum-value-added", "additive enum-value-removed"],
  },
  ...[
    { "x-extensible-enum": true },
    { "x-speakeasy-unknown-values": "allow" },
    { "x-ms-enum": { name: "X", modelAsString: true } },
  ].map((open) => ({
    name: `a value more in an open enum: ${Object.keys(open)[0]}`,
    before: { type: "string", enum: ["a"], ...open },
    after: { type: "string", enum: ["a", "b"], ...open },
    request: ["additive enum-value-added"],
    response: ["additive enum-value-added"],
  })),
  {
    name: "a value less in an x-extensible-enum that is the list itself",
    before: { type: "string", "x-extensible-enum": ["a", "b"] },
    after: { type: "string", "x-extensible-enum": ["a"] },
    request: ["additive enum-value-removed"],
    response: ["additive enum-value-removed"],
  },
  widened(
    "enum-value-added",
    { type: "string", enum: ["a"] },
    { type: "string", enum: ["a"], "x-extensible-enum": true },
  ),
  widened(
    "enum-value-added",
    { type: "integer", enum: [1, 2] },
    { type: "integer", minimum: 1, maximum: 3 },
  ),
  narrowed(
    "enum-value-removed",
    { type: "integer", minimum: 1, maximum: 3 },
    { type: "integer", enum: [1, 2] },
  ),
  widened(
    "enum-value-added",
    { type: "integer", format: "int32", enum: [0] },
    { type: "integer", format: "int32", enum: [0, 1] },
  ),
  ...[
    { before: { enum: [1, 2] }, after: { type: "integer", minimum: 1, maximum: 2 } },
    { before: { not: { enum: ["a"] } }, after: { not: { const: "a" } } },
    { before: { type: "string", maxLength: 0 }, after: { const: "" } },
  ].map((schemas) => ({ name: "the same values", ...schemas, request: [], response: [] })),
  // Bounds
  widened("upper-bound", { type: "string", maxLength: 5 }, { type: "string", maxLength: 9 }),
  narrowed("upper-bound", { type: "string", maxLength: 9 }, { type: "string", maxLength: 5 }),
  widened("upper-bound", { type: "string", maxLength: 9 }, { type: "string" }),
  narrowed("upper-bound", { type: "string" }, { type: "string", maxLength: 5 }),
  widened("lower-bound", { type: "string", minLength: 2 }, { type: "string", minLength: 1 }),
  narrowed("lower-bound", { type: "string" }, { type: "string", minLength: 1 }),
  widened("upper-bound", { type: "integer", maximum: 5 }, { type: "integer", maximum: 9 }),
  narrowed("lower-bound", { type: "number", minimum: 0 }, { type: "number", exclusiveMinimum: 0 }),
  widened("upper-bound", { type: "number", exclusiveMaximum: 1 }, { type: "number", maximum: 1 }),
  narrowed("upper-bound", { type: "array" }, { type: "array", maxItems: 5 }),
  widened("lower-bound", { type: "array", minItems: 2 }, { type: "array" }),
  narrowed("multiple-of", { type: "integer" }, { type: "integer", multipleOf: 5 }),
  widened("multiple-of", { type: "integer", multipleOf: 4 }, { type: "integer", multipleOf: 2 }),
  narrowed("pattern", { type: "string" }, { type: "string", pattern: "^a" }),
  widened("pattern", { type: "string", pattern: "^a" }, { type: "string" }),
  {
    name: "another pattern",
    before: { type: "string", pattern: "^a" },
    after: { type: "string", pattern: "^b" },
    request: ["undecided pattern"],
    response: ["undecided pattern"],
  },
  narrowed("format", { type: "string" }, { type: "string", format: "uuid" }),
  widened("format", { type: "integer", format: "int32" }, { type: "integer", format: "int64" }),
  {
    name: "another format",
    before: { type: "string", format: "date" },
    after: { type: "string", format: "date-time" },
    request: ["breaking format"],
    response: ["breaking format"],
  },
  narrowed("unique-items", { type: "array" }, { type: "array", uniqueItems: true }),
  widened(
    "content-media-type",
    { type: "string", contentMediaType: "text/html" },
    { type: "string" },
  ),
  widened("enum-value-added", { enum: [1, 2] }, { type: "integer", enum: [1, 2, 3] }),
  narrowed(
    "type",
    { type: "string", contentMediaType: "application/json" },
    {
      ...{ type: "string", contentMediaType: "application/json" },
      contentSchema: { type: "object" },
    },
    "/contentSchema",
  ),
  narrowed("content-encoding", { type: "string" }, { type: "string", contentEncoding: "base64" }),
];

test.each(rows)("$name", async (row) => {
  const { request, response } = row;
  expect(await tellSchemaChange(row)).toEqual({ request, response });
});
