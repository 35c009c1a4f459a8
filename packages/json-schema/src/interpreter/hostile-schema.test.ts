/**
 * Schemas that nobody writes by hand, and the largest instances: every face answers, the same, in
 * time that grows with their size.
 */
import { expect, test } from "vitest";
import { nest, open } from "../../test/faces.ts";
import { compileModule, createValidator, type JsonValue, openSchemas } from "../index.ts";

const words = Array.from({ length: 100_000 }, (_, index) => `word${index}`);
const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, tag: [id % 7] }));
const allOf = (inner: JsonValue): JsonValue => ({ allOf: [inner] });
const not = (inner: JsonValue): JsonValue => ({ not: inner });
const ofItems = (inner: JsonValue): JsonValue => ({ items: inner });
const ofMember = (inner: JsonValue): JsonValue => ({ properties: { a: inner } });
const text: JsonValue = { type: "string" };

test.each<[string, JsonValue, unknown, readonly string[]]>([
  ["100,000 strings allowed", { enum: words }, "word99999", []],
  ["none of 100,000 strings", { enum: words }, "word100000", ["enum"]],
  ["20,000 objects allowed", { enum: rows }, { tag: [6], id: 19_983 }, ["enum"]],
  ["the last of 20,000 objects", { enum: rows }, { tag: [19_999 % 7], id: 19_999 }, []],
  ["100,000 names required", { required: words }, Object.fromEntries(words.map((w) => [w, 1])), []],
  [
    "1,000 branches",
    { anyOf: words.slice(0, 1_000).map((word) => ({ const: word })) },
    "word999",
    [],
  ],
  ["5,000 levels of allOf", nest(5_000, allOf, text), 1, ["depth"]],
  ["5,000 levels of not", nest(5_000, not, text), 1, ["depth"]],
  ["200 levels of allOf", nest(200, allOf, text), 1, ["type"]],
  ["201 levels of not", nest(201, not, text), "a", ["not"]],
  ["5,000 levels of items", nest(5_000, ofItems, text), nest<unknown>(200, (v) => [v], 1), []],
  ["2,000 levels of properties", nest(2_000, ofMember, text), { a: { a: 1 } }, []],
])(
  "%s",
  async (_, schema, instance, want) => {
    const ask = await open(schema);
    expect(ask(instance)).toEqual(want);
  },
  120_000,
);

test("a value of a schema that is too deep is passed over, with a diagnostic", async () => {
  const deep = nest<JsonValue>(100_000, (inner) => [inner], 1);
  const schema = { const: deep, enum: [deep], default: deep, examples: [deep], "x-more": deep };
  const ask = await open(schema);
  expect(ask(deep)).toEqual([]);
  const { diagnostics } = compileModule(openSchemas(schema), [{ name: "X", pointer: "" }]);
  const keywords = ["const", "default", "enum", "examples"];
  expect(diagnostics.map(({ keyword }) => keyword).sort()).toEqual(keywords);
  const most = nest<JsonValue>(512, (inner) => [inner], 1);
  const askMost = await open({ const: most, enum: [most] });
  expect([askMost(most), askMost([most])]).toEqual([[], ["const", "enum"]]);
});

test("a million objects that differ, and one that does not", async () => {
  const items: unknown[] = Array.from({ length: 1_000_000 }, (_, id) => ({ id }));
  const document = openSchemas({ uniqueItems: true });
  const validate = createValidator(document, "");
  const { code } = compileModule(document, [{ name: "X", pointer: "" }]);
  const { isX, validateX } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
  );
  expect([validate(items).valid, isX(items), validateX(items).valid]).toEqual([true, true, true]);
  items.push({ id: 999_999 });
  expect(isX(items)).toBe(false);
}, 300_000);
