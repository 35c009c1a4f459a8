/**
 * What bounds the work and the stack of compiled code, and what it must not change.
 */
import { describe, expect, test } from "vitest";
import { compileModule, createValidator, type JsonValue, openSchemas } from "../index.ts";

/** What the interpreter, `isX` and `validateX` say, which must be the same. */
async function ask(schema: JsonValue, instances: readonly unknown[]): Promise<readonly boolean[]> {
  const document = openSchemas(schema);
  const { code } = compileModule(document, [{ name: "X", pointer: "" }]);
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const { isX, validateX } = await import(url);
  const interpret = createValidator(document, "");
  return instances.map((instance) => {
    const answer = interpret(instance);
    expect(validateX(instance)).toEqual(answer);
    expect(isX(instance)).toBe(answer.valid);
    return answer.valid;
  });
}

function nest(levels: number, wrap: (inner: unknown) => unknown, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

describe("recursive unions", () => {
  const branch = (name: string): JsonValue => ({
    ...{ type: "object", required: ["c"] },
    properties: { c: { $ref: "#" }, [name]: true },
  });
  test.each<[string, JsonValue]>([
    ["anyOf", { anyOf: [branch("a"), branch("b"), { type: "null" }] }],
    [
      "oneOf",
      { oneOf: [{ allOf: [branch("a"), { required: ["a"] }] }, branch("b"), { type: "null" }] },
    ],
    ["unevaluated", { anyOf: [branch("a"), { type: "null" }], unevaluatedProperties: false }],
    [
      "unevaluated behind a reference",
      {
        ...{ $ref: "#/$defs/base", unevaluatedProperties: false },
        $defs: { base: { anyOf: [branch("a"), { type: "null" }] } },
      },
    ],
    // biome-ignore lint/suspicious/noThenProperty: a keyword
    ["if", { if: branch("a"), then: branch("b"), else: { type: "null" } }],
  ])("%s: the time does not double with each level", async (_, schema) => {
    const wrap = (c: unknown) => ({ c });
    expect(await ask(schema, [nest(60, wrap, null), nest(60, wrap, 1)])).toEqual([true, false]);
  });
});

describe("a schema that leads to itself in place", () => {
  test.each<[string, JsonValue]>([
    ["$ref", { $ref: "#" }],
    ["unevaluated", { $ref: "#", unevaluatedProperties: false, unevaluatedItems: false }],
    ["a ring", { allOf: [{ $ref: "#/$defs/a" }], $defs: { a: { anyOf: [{ $ref: "#" }] } } }],
  ])("%s is invalid for every instance", async (_, schema) => {
    expect(await ask(schema, [1, {}, []])).toEqual([false, false, false]);
  });
});

test("equal items are looked for however deep they are", async () => {
  const deep = () => nest(50_000, (inner) => [inner], 1);
  expect(await ask({ uniqueItems: true }, [[deep(), deep()], [deep()]])).toEqual([false, true]);
});

test("a long chain of references is followed", () => {
  const entries = Array.from({ length: 3000 }, (_, index): [string, JsonValue] => [
    `d${index}`,
    { $ref: `#/$defs/d${index + 1}` },
  ]);
  const schema = { $ref: "#/$defs/d0", $defs: { ...Object.fromEntries(entries), d3000: false } };
  const { code } = compileModule(openSchemas(schema), [{ name: "X", pointer: "" }]);
  expect(code).toContain("512");
});

test("a schema nests deep", async () => {
  let schema: JsonValue = {};
  for (let level = 0; level < 3000; level += 1) schema = { type: "array", items: schema };
  const wrap = (inner: unknown) => [inner];
  expect(await ask(schema, [nest(100, wrap, []), nest(100, wrap, 1)])).toEqual([true, false]);
});

describe("an error that lies deep", () => {
  test("is found in a time that grows as the levels do", async () => {
    const levels = 800;
    let reads = 0;
    const wrap = (inner: unknown) => ({
      get a() {
        reads += 1;
        return inner;
      },
    });
    const schema = nest(levels, (a) => ({ type: "object", properties: { a } }), { type: "null" });
    const document = openSchemas(schema as JsonValue);
    const { code } = compileModule(document, [{ name: "X", pointer: "" }]);
    const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
    const { validateX } = await import(url);
    const { errors } = validateX(nest(levels, wrap, 1));
    expect(errors).toMatchObject([{ keyword: "type", instanceLocation: "/a".repeat(levels) }]);
    expect(reads).toBeLessThan(60 * levels);
  });

  const either: JsonValue = { anyOf: [{ required: ["a"] }, { required: ["b"] }] };
  const ring: JsonValue = { properties: { kind: { const: 1 }, either, next: { $ref: "#" } } };
  test.each([100, 511, 512, 513, 600])("%i levels", async (levels) => {
    const value = nest(levels, (next) => ({ kind: 2, either: { b: 1 }, next }), {});
    expect(await ask(ring, [value])).toEqual([false]);
  });
});

test("resources that refer to one another are compiled once each", () => {
  const count = 12;
  const ids = Array.from({ length: count }, (_, index) => `https://example.com/${index}`);
  const properties = Object.fromEntries(ids.map((id) => [id, { $ref: id }]));
  const resources = ids.map((id): [string, JsonValue] => [
    id,
    {
      $id: id,
      properties: { ...properties, top: { $dynamicRef: "#top" } },
      $defs: { t: { $dynamicAnchor: "top" } },
    },
  ]);
  const schema = { $ref: ids[0] ?? "", $defs: Object.fromEntries(resources) };
  const { code } = compileModule(openSchemas(schema), [{ name: "X", pointer: "" }]);
  expect([...code.matchAll(/^function is\d/gm)].length).toBeLessThan(4 * count);
});

test("a dynamic reference goes by the way that led to it", async () => {
  const schema: JsonValue = {
    $id: "https://example.com/root",
    prefixItems: [{ $ref: "texts" }, { $ref: "numbers" }, { $ref: "list" }],
    $defs: {
      list: {
        ...{ $id: "list", items: { $dynamicRef: "#item" } },
        $defs: { any: { $dynamicAnchor: "item" } },
      },
      ...Object.fromEntries(
        [["texts", "string"] as const, ["numbers", "number"] as const].map(([$id, type]) => [
          $id,
          { $id, $ref: "list", $defs: { item: { $dynamicAnchor: "item", type } } },
        ]),
      ),
    },
  };
  const instances = [[["a"], [1], ["a", 1]], [[1]], [[], ["a"]], [["a"], [], [{}]]];
  expect(await ask(schema, instances)).toEqual([true, false, false, true]);
});

test("a dynamic reference to a plain anchor is decided there", async () => {
  const list: JsonValue = {
    ...{ $id: "list", items: { $dynamicRef: "#item" } },
    $defs: { own: { $anchor: "item", type: "number" } },
  };
  const outer = { $dynamicAnchor: "item", type: "string" };
  const schema = { $id: "https://example.com/root", $ref: "list", $defs: { outer, list } };
  expect(await ask(schema, [[1], ["a"]])).toEqual([true, false]);
});

test("what depends on a property says nothing of the items of an array", async () => {
  const schema = { dependentSchemas: { b: {} }, unevaluatedItems: { type: "number" } };
  expect(await ask(schema, [[1], [[]], { b: 1 }])).toEqual([true, false, true]);
});

describe("unevaluated", () => {
  const inner = { required: ["a"], properties: { a: true }, anyOf: [{ properties: { b: true } }] };
  test.each<[string, JsonValue, readonly JsonValue[], readonly boolean[]]>([
    [
      "a branch within a branch that does not apply evaluates nothing",
      { anyOf: [inner, true], unevaluatedProperties: false },
      [{ b: 1 }, { a: 1, b: 1 }, {}],
      [false, true, true],
    ],
    [
      "an item that is contained is evaluated",
      { prefixItems: [true], contains: { type: "string" }, unevaluatedItems: { const: 1 } },
      [
        [0, "a", 1],
        ["a", 2],
        [0, 1],
      ],
      [true, false, false],
    ],
  ])("%s", async (_, schema, instances, want) => {
    expect(await ask(schema, instances)).toEqual(want);
  });
});

test.each<[JsonValue, readonly string[], readonly boolean[]]>([
  [
    { maxLength: 2 },
    ["ab", "abc", "😀😀", "😀😀😀", "😀a😀", "\ud800\ud800"],
    [true, false, true, false, false, true],
  ],
  [
    { minLength: 2 },
    ["a", "ab", "😀", "😀a", "😀😀", "\ud800"],
    [false, true, false, true, true, false],
  ],
  [{ maxLength: 0 }, ["", "a"], [true, false]],
])("%j counts code points", async (schema, texts, want) => {
  expect(await ask(schema, texts)).toEqual(want);
});
