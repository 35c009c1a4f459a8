/**
 * Schemas of many parts, which would run out of time if they took the square of it.
 */
import { expect, test } from "vitest";
import { compileModule, type JsonObject, type JsonValue, openSchemas } from "../index.ts";

/** What `isX` says. */
async function decide(schema: JsonValue, instances: readonly unknown[]): Promise<unknown> {
  const { code } = compileModule(openSchemas(schema), [{ name: "X", pointer: "" }]);
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const { isX } = await import(url);
  return instances.map((instance) => isX(instance));
}

const list = <Part>(count: number, make: (index: number) => Part) =>
  Array.from({ length: count }, (_, index) => make(index));
const texts = list(15_000, (index) => `text ${index}`);
const lists = list(20_000, (index): JsonValue => ({ a: index, b: [`item ${index}`] }));
const branches = list(2000, (index): JsonValue => {
  return { type: "object", required: ["tag"], properties: { tag: { const: `tag ${index}` } } };
});
const properties = Object.fromEntries(texts.map((name) => [name, { type: "integer" }]));
const all = Object.fromEntries(texts.map((name) => [name, 1]));
test.each<[string, JsonValue, readonly unknown[], readonly boolean[]]>([
  [
    "required properties",
    { type: "object", properties, required: texts },
    [all, { ...all, "text 14999": undefined }],
    [true, false],
  ],
  ["texts", { enum: texts }, [...texts.slice(-2000), "text x"], [...list(2000, () => true), false]],
  [
    "objects",
    { enum: lists },
    [...lists.slice(0, 2000), { a: 1, b: ["item 2"] }],
    [...list(2000, () => true), false],
  ],
  [
    "tagged branches",
    { oneOf: branches },
    [...list(1000, (index) => ({ tag: `tag ${index * 2}` })), { tag: "tag" }],
    [...list(1000, () => true), false],
  ],
  [
    "constants",
    { oneOf: texts.slice(0, 5000).map((text) => ({ const: text })) },
    ["text 9", 9],
    [true, false],
  ],
])("%s", async (_, schema, instances, want) => {
  expect(await decide(schema, instances)).toEqual(want);
});

test("schemas inside one another, with all that they evaluate", async () => {
  let schema: JsonObject = { properties: { b: true } };
  for (let level = 0; level < 6000; level += 1) {
    schema = { allOf: [schema, { properties: { a: true } }] };
  }
  const closed = { ...schema, unevaluatedProperties: false };
  expect(await decide(closed, [{ a: 1, b: 1 }, { c: 1 }])).toEqual([true, false]);
});
