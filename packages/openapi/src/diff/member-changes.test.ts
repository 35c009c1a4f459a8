import type { JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { narrowed, type SchemaRow, tellSchemaChange, widened } from "../../test/schema-rows.ts";

const a = { type: "string" };
const one = (name: string, schema: JsonValue, more: object = {}): JsonValue => ({
  type: "object",
  properties: { [name]: schema },
  ...more,
});
const both = (properties: object, more: object = {}): JsonValue => ({
  type: "object",
  properties: properties as JsonValue,
  ...more,
});

const dog = both({ kind: { const: "dog" }, a }, { required: ["kind"] });
const cat = both({ kind: { const: "cat" }, b: a }, { required: ["kind"] });
const cow = both({ kind: { const: "cow" } }, { required: ["kind"] });

const rows: readonly SchemaRow[] = [
  // Properties
  {
    name: "an optional property more",
    before: one("p", a),
    after: both({ p: a, q: a }),
    request: ["additive property-added /properties/q"],
    response: ["additive property-added /properties/q"],
  },
  {
    name: "a required property more",
    before: one("p", a),
    after: both({ p: a, q: a }, { required: ["q"] }),
    request: ["breaking property-added /properties/q"],
    response: ["additive property-added /properties/q"],
  },
  {
    name: "a property more in a closed object",
    before: one("p", a, { additionalProperties: false }),
    after: both({ p: a, q: a }, { additionalProperties: false }),
    request: ["additive property-added /properties/q"],
    response: ["breaking property-added /properties/q"],
  },
  {
    name: "a property less",
    before: both({ p: a, q: a }),
    after: one("p", a),
    request: ["undecided property-removed /properties/q"],
    response: ["breaking property-removed /properties/q"],
  },
  {
    name: "a required property less",
    before: both({ p: a, q: a }, { required: ["q"] }),
    after: one("p", a),
    request: ["undecided property-removed /properties/q"],
    response: ["breaking property-removed /properties/q"],
  },
  {
    name: "a property less in a closed object",
    before: both({ p: a, q: a }, { additionalProperties: false }),
    after: one("p", a, { additionalProperties: false }),
    request: ["breaking property-removed /properties/q"],
    response: ["additive property-removed /properties/q"],
  },
  {
    name: "a property less where any is allowed",
    before: both({ p: a, q: a }),
    after: one("p", a, { additionalProperties: true }),
    request: ["additive property-removed /properties/q"],
    response: ["breaking property-removed /properties/q"],
  },
  narrowed("property-required", one("p", a), one("p", a, { required: ["p"] }), "/properties/p"),
  widened("property-optional", one("p", a, { required: ["p"] }), one("p", a), "/properties/p"),
  narrowed(
    "additional-properties",
    one("p", a, { additionalProperties: true }),
    one("p", a, { additionalProperties: false }),
  ),
  widened(
    "additional-properties",
    one("p", a, { additionalProperties: false }),
    one("p", a, { additionalProperties: a }),
  ),
  {
    name: "an object is closed that nobody added to",
    before: one("p", a),
    after: one("p", a, { additionalProperties: false }),
    request: ["additive additional-properties"],
    response: ["additive additional-properties"],
  },
  widened(
    "type",
    { additionalProperties: a },
    { additionalProperties: {} },
    "/additionalProperties",
  ),
  widened(
    "upper-bound",
    { type: "object", maxProperties: 1 },
    { type: "object", maxProperties: 2 },
  ),
  {
    name: "a read-only property more, required",
    before: one("p", a),
    after: both({ p: a, q: { type: "string", readOnly: true } }, { required: ["q"] }),
    request: [],
    response: ["additive property-added /properties/q"],
  },
  {
    name: "a write-only property more, required",
    before: one("p", a),
    after: both({ p: a, q: { type: "string", writeOnly: true } }, { required: ["q"] }),
    request: ["breaking property-added /properties/q"],
    response: [],
  },
  {
    name: "a property becomes write-only",
    before: one("p", a),
    after: one("p", { type: "string", writeOnly: true }),
    request: [],
    response: ["additive property-removed /properties/p"],
  },
  {
    name: "a property is deprecated",
    before: one("p", a),
    after: one("p", { type: "string", deprecated: true }),
    request: ["informational property-deprecated /properties/p"],
    response: ["informational property-deprecated /properties/p"],
  },
  {
    name: "another default",
    before: one("p", { type: "string", default: "a" }),
    after: one("p", { type: "string", default: "b" }),
    request: ["informational default /properties/p"],
    response: ["informational default /properties/p"],
  },
  {
    name: "__proto__ is a property like any other",
    before: JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}'),
    after: JSON.parse('{"type":"object","properties":{"__proto__":{"type":"integer"}}}'),
    request: ["breaking type /properties/__proto__"],
    response: ["breaking type /properties/__proto__"],
  },
  // Items
  widened(
    "type",
    { type: "array", items: { type: "integer" } },
    { type: "array", items: { type: "number" } },
    "/items",
  ),
  narrowed("type", { type: "array" }, { type: "array", items: a }, "/items"),
  narrowed(
    "enum-value-removed",
    { type: "array", prefixItems: [a, a] },
    { type: "array", prefixItems: [a, { type: "string", enum: ["x"] }] },
    "/prefixItems/1",
  ),
  // Composition
  {
    name: "allOf taken apart",
    before: { allOf: [one("p", a), one("q", a)] },
    after: both({ p: a, q: a }),
    request: [],
    response: [],
  },
  {
    name: "a schema moved into a component",
    before: one("p", { type: "object" }),
    after: one("p", { $ref: "#/components/schemas/B" }),
    request: [],
    response: [],
  },
  narrowed("lower-bound", { allOf: [a] }, { allOf: [a, { minLength: 1 }] }),
  widened("alternative-added", { oneOf: [dog, cat] }, { oneOf: [dog, cat, cow] }, "/oneOf/2"),
  narrowed("alternative-removed", { oneOf: [dog, cat, cow] }, { oneOf: [dog, cat] }, "/oneOf/2"),
  widened("alternative-added", { anyOf: [dog], title: "x" }, { anyOf: [cow, dog] }, "/anyOf/0"),
  {
    name: "alternatives in another order",
    before: { oneOf: [dog, cat, cow] },
    after: { oneOf: [cow, dog, cat] },
    request: [],
    response: [],
  },
  {
    name: "alternatives in another order, a part of each a component now",
    before: { oneOf: [one("c", { type: "object" }), one("d", { type: "object" })] },
    after: {
      oneOf: ["d", "c"].map((name) => one(name, { $ref: "#/components/schemas/B" })),
    },
    request: [],
    response: [],
  },
  ...[
    { oneOf: [{ const: "a", title: "A" }, { const: "b" }] },
    { anyOf: [{ enum: ["b", "a"] }, { const: "a" }] },
    { type: "string", enum: ["a", "b"], format: "password" },
  ].map((after) => ({
    name: `an enum written as ${JSON.stringify(after)}`,
    before: { enum: ["a", "b"] },
    after,
    request: [],
    response: [],
  })),
  {
    name: "whole numbers listed one by one",
    before: { type: "integer", enum: [1, 2] },
    after: { oneOf: [{ const: 1 }, { const: 2 }] },
    request: [],
    response: [],
  },
  {
    name: "bytes in the words of OpenAPI 3.0 and of 3.1",
    before: both({
      p: { type: "string", format: "byte" },
      q: { type: "string", format: "binary" },
    }),
    after: both({
      p: { type: "string", contentEncoding: "base64", format: "byte" },
      q: { type: "string", contentMediaType: "application/octet-stream" },
    }),
    request: [],
    response: [],
  },
  {
    name: "one alternative has a property more",
    before: { oneOf: [dog, cat] },
    after: { oneOf: [dog, both({ kind: { const: "cat" }, b: a, c: a }, { required: ["kind"] })] },
    request: ["additive property-added /oneOf/1/properties/c"],
    response: ["additive property-added /oneOf/1/properties/c"],
  },
  {
    name: "not something else",
    before: { type: "object", not: { required: ["a"] } },
    after: { type: "object", not: { required: ["b"] } },
    request: ["undecided schema"],
    response: ["undecided schema"],
  },
  {
    name: "what is not understood, unchanged",
    before: both({ a }, { propertyNames: { pattern: "^a" }, description: "old" }),
    after: both({ a }, { propertyNames: { pattern: "^a" }, description: "new" }),
    request: [],
    response: [],
  },
  {
    name: "what is not understood, changed",
    before: { type: "object", propertyNames: { pattern: "^a" } },
    after: { type: "object", propertyNames: { pattern: "^b" } },
    request: ["undecided schema"],
    response: ["undecided schema"],
  },
  {
    name: "a tree, deep in it",
    before: both({ next: { $ref: "#/components/schemas/A" }, v: { type: "integer" } }),
    after: both({ next: { $ref: "#/components/schemas/A" }, v: { type: "number" } }),
    request: ["additive type /properties/v"],
    response: ["breaking type /properties/v"],
  },
  {
    name: "prose and examples alone",
    before: one("p", { type: "string", description: "a", title: "a" }, { description: "a" }),
    after: one("p", { type: "string", description: "b", examples: ["b"] }, { description: "b" }),
    request: [],
    response: [],
  },
];

test.each(rows)("$name", async (row) => {
  const { request, response } = row;
  expect(await tellSchemaChange(row)).toEqual({ request, response });
});
