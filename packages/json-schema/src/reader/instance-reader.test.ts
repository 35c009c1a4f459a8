import { describe, expect, test } from "vitest";
import type { JsonValue } from "../index.ts";
import { createInstanceReader, openSchemas } from "../index.ts";

const description: JsonValue = {
  components: {
    schemas: {
      Model: {
        type: "object",
        required: ["id"],
        allOf: [{ $ref: "#/components/schemas/Named" }],
        properties: { id: { type: "string" }, size: { minimum: 1 } },
        patternProperties: { "^x-": true },
      },
      Named: { properties: { name: { type: ["string", "null"] } } },
      Price: {
        oneOf: [
          { properties: { kind: { const: "flat" }, amount: { type: "string" } } },
          { properties: { kind: { const: "tier" }, steps: { type: "array" } } },
        ],
      },
      Nullable: { anyOf: [{ type: "null" }, { $ref: "#/components/schemas/Named" }] },
      Closed: {
        $ref: "#/components/schemas/Named",
        unevaluatedProperties: false,
        properties: { gone: false },
      },
      Map: { additionalProperties: { type: "number" } },
      Pair: { prefixItems: [{ type: "string" }], items: { type: "number" } },
      Loose: {
        anyOf: [
          {
            properties: {
              kind: { const: "x" },
              a: { type: "string" },
              b: { type: "string" },
              c: { type: "string" },
            },
          },
          { properties: { d: { type: "string" } } },
        ],
      },
      Rest: {
        required: ["name"],
        anyOf: [
          { properties: { kind: { const: "a" } }, required: ["a"] },
          {
            properties: { kind: { const: "b" } },
            allOf: [{ properties: { size: true } }],
            required: ["b"],
          },
        ],
      },
      Twice: { oneOf: [{ minimum: 1 }, { minimum: 2 }] },
    },
  },
};
const reader = createInstanceReader(openSchemas(description));

function apply(name: string, instance: JsonValue) {
  return reader.applicable(reader.start(`/components/schemas/${name}`), instance);
}

function pointers(nodes: readonly { readonly pointer: string }[]): readonly string[] {
  return nodes.map(({ pointer }) => pointer.replace("/components/schemas/", ""));
}

describe("applicable", () => {
  test.each<[string, JsonValue, readonly string[]]>([
    ["Model", {}, ["Model", "Model/allOf/0", "Named"]],
    ["Price", { kind: "tier", steps: 1 }, ["Price", "Price/oneOf/1"]],
    ["Price", { kind: "flat", amount: 1 }, ["Price", "Price/oneOf/0"]],
    // What the other members are made for decides where the `const` is of no branch.
    ["Price", { kind: "new", steps: [] }, ["Price", "Price/oneOf/1"]],
    ["Price", { kind: null, amount: "1" }, ["Price", "Price/oneOf/0"]],
    // A branch that takes anything takes also what was made for another, but for little.
    ["Loose", { a: 1, b: "b", c: "c" }, ["Loose", "Loose/anyOf/0", "Loose/anyOf/1"]],
    ["Loose", { a: 1, b: "b" }, ["Loose", "Loose/anyOf/0", "Loose/anyOf/1"]],
    ["Loose", { a: 1 }, ["Loose", "Loose/anyOf/1"]],
    ["Loose", { a: 1, b: 2 }, ["Loose", "Loose/anyOf/1"]],
    ["Loose", { a: 1, b: "b", d: "d" }, ["Loose", "Loose/anyOf/1"]],
    ["Loose", { kind: "z", a: "a", b: "b", c: "c" }, ["Loose", "Loose/anyOf/1"]],
    ["Rest", { kind: "b", size: 1 }, ["Rest", "Rest/anyOf/1", "Rest/anyOf/1/allOf/0"]],
    ["Nullable", null, ["Nullable", "Nullable/anyOf/0", "Nullable/anyOf/1", "Named"]],
    ["Nullable", { name: 1 }, ["Nullable", "Nullable/anyOf/1", "Named"]],
  ])("%s beside %j", (name, instance, want) => {
    expect(pointers(apply(name, instance))).toEqual(want);
  });

  test("the same place is the same node", () => {
    expect(apply("Model", {})[2]).toBe(apply("Nullable", {})[2]);
  });

  test("an unknown pointer starts nowhere", () => {
    expect(reader.start("/components/schemas/None")).toEqual([]);
  });
});

describe("property", () => {
  test.each<[string, JsonValue, string, readonly string[]]>([
    ["Model", {}, "id", ["Model/properties/id"]],
    ["Model", {}, "name", ["Named/properties/name"]],
    ["Model", {}, "x-note", ["Model/patternProperties/^x-"]],
    ["Model", {}, "unknown", []],
    ["Model", {}, "constructor", []],
    ["Model", {}, "__proto__", []],
    ["Map", {}, "any", ["Map/additionalProperties"]],
    ["Closed", {}, "gone", []],
    ["Closed", {}, "other", []],
    ["Price", { kind: "tier", steps: 1 }, "steps", ["Price/oneOf/1/properties/steps"]],
  ])("%s beside %j: %s", (name, instance, property, want) => {
    expect(pointers(reader.property(apply(name, instance), property))).toEqual(want);
  });
});

describe("item", () => {
  test.each<[number, readonly string[]]>([
    [0, ["Pair/prefixItems/0"]],
    [1, ["Pair/items"]],
  ])("%i", (index, want) => {
    expect(pointers(reader.item(apply("Pair", []), index))).toEqual(want);
  });
});

describe("errors", () => {
  test.each<[string, JsonValue, readonly (readonly [string, string])[]]>([
    ["Model", { size: 0 }, [["required", ""]]],
    ["Model", 1, [["type", ""]]],
    ["Model", { id: 1 }, []],
    ["Price", { kind: "tier", steps: 1 }, []],
    [
      "Closed",
      { name: 1, gone: 1, more: 2 },
      [
        ["false", "/gone"],
        ["unevaluatedProperties", ""],
      ],
    ],
    ["Twice", 3, [["oneOf", ""]]],
    ["Twice", 1, []],
  ])("%s beside %j", (name, instance, want) => {
    const errors = reader.errors(apply(name, instance), instance);
    expect(errors.map((error) => [error.keyword, error.instanceLocation])).toEqual(want);
  });
});
