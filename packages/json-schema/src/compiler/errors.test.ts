import { describe, expect, test } from "vitest";
import {
  compileModule,
  createValidator,
  type JsonValue,
  openSchemas,
  type ValidationError,
} from "../index.ts";

const model: JsonValue = {
  type: "object",
  required: ["id", "kind"],
  properties: {
    id: { type: "string", minLength: 2, pattern: "^[a-z]" },
    kind: { enum: ["chat", "image"] },
    "a/b~c": { const: { deep: [1] } },
    prices: {
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: { type: "number", minimum: 0 },
    },
    map: { additionalProperties: { type: "integer", multipleOf: 2 } },
    pair: { prefixItems: [{ type: "string" }, { type: "number" }], items: false },
    any: { anyOf: [{ type: "string" }, { type: "object", properties: { n: { maximum: 1 } } }] },
    one: { oneOf: [{ type: "number" }, { type: "integer" }, { type: "null" }] },
    not: { not: { type: "null" } },
    some: { contains: { const: 1 }, maxContains: 1 },
    // biome-ignore lint/suspicious/noThenProperty: a keyword
    when: { if: { type: "string" }, then: { maxLength: 3 }, else: { type: "boolean" } },
    names: {
      propertyNames: { maxLength: 2 },
      maxProperties: 2,
      patternProperties: { "^x": false },
    },
    next: { $ref: "#" },
    depends: {
      dependentRequired: { a: ["b"] },
      dependentSchemas: { c: { required: ["d"] } },
    },
  },
  additionalProperties: false,
};

const sound = { id: "ab", kind: "chat" };

const { code } = compileModule(openSchemas(model), [{ name: "X", pointer: "" }]);
const { isX, validateX } = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
);
const interpret = createValidator(openSchemas(model), "");

describe("errors are the interpreter's", () => {
  test.each<[string, unknown, readonly (readonly [string, string])[]]>([
    ["a wrong type", [], [["/type", ""]]],
    ["nothing at all", undefined, [["/type", ""]]],
    [
      "missing properties",
      {},
      [
        ["/required", ""],
        ["/required", ""],
      ],
    ],
    [
      "two at one place",
      { ...sound, id: "9" },
      [
        ["/properties/id/minLength", "/id"],
        ["/properties/id/pattern", "/id"],
      ],
    ],
    ["an enum", { ...sound, kind: "x" }, [["/properties/kind/enum", "/kind"]]],
    [
      "an escaped name",
      { ...sound, "a/b~c": { deep: [2] } },
      [["/properties/a~1b~0c/const", "/a~1b~0c"]],
    ],
    [
      "items",
      { ...sound, prices: [1, -1, 1, "a"] },
      [
        ["/properties/prices/uniqueItems", "/prices"],
        ["/properties/prices/items/minimum", "/prices/1"],
        ["/properties/prices/items/type", "/prices/3"],
      ],
    ],
    [
      "a map",
      { ...sound, map: { "x/y": 3 } },
      [["/properties/map/additionalProperties/multipleOf", "/map/x~1y"]],
    ],
    [
      "a tuple",
      { ...sound, pair: ["a", "b", 1] },
      [
        ["/properties/pair/prefixItems/1/type", "/pair/1"],
        ["/properties/pair/items", "/pair/2"],
      ],
    ],
    [
      "the nearest branch",
      { ...sound, any: { n: 2 } },
      [
        ["/properties/any/anyOf/1/properties/n/maximum", "/any/n"],
        ["/properties/any/anyOf", "/any"],
      ],
    ],
    ["too many branches", { ...sound, one: 1 }, [["/properties/one/oneOf", "/one"]]],
    [
      "no branch",
      { ...sound, one: "" },
      [
        ["/properties/one/oneOf/0/type", "/one"],
        ["/properties/one/oneOf", "/one"],
      ],
    ],
    ["not", { ...sound, not: null }, [["/properties/not/not", "/not"]]],
    ["contains", { ...sound, some: [] }, [["/properties/some/contains", "/some"]]],
    ["maxContains", { ...sound, some: [1, 1] }, [["/properties/some/maxContains", "/some"]]],
    ["then", { ...sound, when: "abcd" }, [["/properties/when/then/maxLength", "/when"]]],
    ["else", { ...sound, when: 1 }, [["/properties/when/else/type", "/when"]]],
    [
      "names",
      { ...sound, names: { abc: 1, x: 1, y: 1 } },
      [
        ["/properties/names/maxProperties", "/names"],
        ["/properties/names/propertyNames", "/names"],
        ["/properties/names/patternProperties/^x", "/names/x"],
      ],
    ],
    [
      "a recursion",
      { ...sound, next: { ...sound, next: { id: "ab" } } },
      [["/required", "/next/next"]],
    ],
    [
      "dependents",
      { ...sound, depends: { a: 1, c: 1 } },
      [
        ["/properties/depends/dependentRequired", "/depends"],
        ["/properties/depends/dependentSchemas/c/required", "/depends"],
      ],
    ],
    [
      "more",
      { ...sound, more: 1, less: 1 },
      [
        ["/additionalProperties", ""],
        ["/additionalProperties", ""],
      ],
    ],
    ["nothing wrong", { ...sound, next: sound, any: "", when: true, more: undefined }, []],
  ])("%s", (_, instance, want) => {
    const interpreted = interpret(instance);
    expect(validateX(instance)).toEqual(interpreted);
    expect(isX(instance)).toBe(want.length === 0);
    const errors: readonly ValidationError[] = interpreted.valid ? [] : interpreted.errors;
    expect(errors.map((error) => [error.keywordLocation, error.instanceLocation])).toEqual(want);
  });
});
