import { expect, test } from "vitest";
import { compileModule, type JsonObject, openSchemas } from "../index.ts";

const text = { type: "string", minLength: 1 };
const point = { type: "object", properties: { x: { type: "number" }, y: text } };

/** How many functions answer for two schemas, and what was reported of them. */
function compile(a: JsonObject, b: JsonObject) {
  const document = openSchemas({ $defs: { a, b, text } });
  const targets = ["a", "b"].map((name) => ({ name, pointer: `/$defs/${name}` }));
  const { code, diagnostics } = compileModule(document, targets, { enums: "tolerant" });
  const exported = code.match(/\w+(?= as is[ab],)/g) ?? [];
  return {
    functions: new Set(exported).size,
    places: diagnostics.map(({ pointer }) => pointer).sort(),
  };
}

test.each<{ name: string; a: JsonObject; b: JsonObject }>([
  { name: "the same", a: point, b: structuredClone(point) },
  { name: "what describes", a: { ...point, title: "A" }, b: { ...point, "x-b": { type: "null" } } },
  {
    name: "below",
    a: { items: { anyOf: [point, { $ref: "#/$defs/text" }] } },
    b: { items: { description: "b", anyOf: [{ ...point, default: 1 }, { $ref: "#/$defs/text" }] } },
  },
])("has one function: $name", ({ a, b }) => {
  expect(compile(a, b)).toEqual({ functions: 1, places: [] });
});

const nowhere = { items: { $ref: "#/$defs/nowhere" } };

test.each<{ name: string; a: JsonObject; b: JsonObject }>([
  { name: "a value", a: { const: 1 }, b: { const: "1" } },
  { name: "names that run together", a: { required: ["a", "b"] }, b: { required: ["a,b"] } },
  {
    name: "a mark of an open enum",
    a: { enum: ["a"] },
    b: { enum: ["a"], "x-extensible-enum": [] },
  },
  { name: "a base of its own", a: { $id: "urn:a", ...point }, b: { $id: "urn:b", not: point } },
  { name: "what stands beside", a: { contains: text }, b: { contains: text, minContains: 0 } },
])("has two functions: $name", ({ a, b }) => {
  expect(compile(a, b).functions).toBe(2);
});

test.each<{ name: string; a: JsonObject; b: JsonObject; places: readonly string[] }>([
  {
    name: "references that lead nowhere",
    ...{ a: nowhere, b: nowhere },
    places: ["/$defs/a/items/$ref", "/$defs/b/items/$ref"],
  },
  {
    name: "values that mean nothing",
    ...{ a: { minimum: "1" }, b: { minimum: "1", title: 1 } },
    places: ["/$defs/a/minimum", "/$defs/b/minimum", "/$defs/b/title"],
  },
  {
    name: "patterns that are none",
    ...{ a: { patternProperties: { "(": text } }, b: { patternProperties: { "(": text } } },
    places: ["/$defs/a/patternProperties", "/$defs/b/patternProperties"],
  },
  {
    name: "what is no schema",
    ...{ a: { not: { items: 1 } }, b: { not: { items: 1 } } },
    places: ["/$defs/a/not/items", "/$defs/b/not/items"],
  },
])("reports each place: $name", ({ a, b, places }) => {
  expect(compile(a, b).places).toEqual(places);
});
