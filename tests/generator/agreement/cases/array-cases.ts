import { number, text } from "./components.ts";
import type { SchemaCase } from "./schema-case.ts";

/** Arrays, and what bounds a value. */
export const arrayCases: readonly SchemaCase[] = [
  {
    name: "an array",
    schema: { type: "array", items: text },
    accepted: [[], ["a"]],
    violations: [[1], {}, "a"],
  },
  {
    name: "an array of anything",
    schema: { type: "array" },
    accepted: [[], [1, "a", null]],
    violations: [{}, null],
  },
  {
    name: "arrays in arrays",
    schema: { type: "array", items: { type: "array", items: number } },
    accepted: [[], [[1], []]],
    violations: [[1], [["1"]]],
  },
  {
    name: "a tuple",
    schema: { type: "array", prefixItems: [text, number], minItems: 2, items: false },
    accepted: [["a", 1]],
    violations: [["a"], [1, "a"], ["a", 1, 2], []],
  },
  {
    name: "a tuple with optional items",
    schema: { type: "array", prefixItems: [text, number], items: false },
    accepted: [[], ["a"], ["a", 1]],
    violations: [[1], ["a", 1, 1]],
  },
  {
    name: "a tuple with a rest",
    schema: { type: "array", prefixItems: [text], minItems: 1, items: number },
    accepted: [["a"], ["a", 1, 2]],
    violations: [[], ["a", "b"], [1]],
  },
  {
    name: "an open tuple",
    schema: { type: "array", prefixItems: [text], minItems: 1 },
    accepted: [["a"], ["a", {}, 1]],
    violations: [[], [1]],
  },
  {
    name: "a short tuple",
    schema: { type: "array", prefixItems: [text, text], maxItems: 1 },
    accepted: [[], ["a"]],
    violations: [[1]],
    refused: [["a", "b"]],
  },
  {
    name: "bounds",
    schema: { type: "number", minimum: 1, exclusiveMaximum: 3, multipleOf: 0.5 },
    accepted: [1, 2.5],
    violations: ["1"],
    refused: [0, 3, 1.2],
  },
  {
    name: "lengths",
    schema: { type: "string", minLength: 1, maxLength: 2, pattern: "^[a💥]*$" },
    accepted: ["a", "💥💥"],
    violations: [1],
    refused: ["", "aaa", "b"],
  },
  {
    name: "counts",
    schema: { type: "array", items: number, minItems: 1, maxItems: 2, uniqueItems: true },
    accepted: [[1], [1, 2]],
    violations: [["1"]],
    refused: [[], [1, 1], [1, 2, 3]],
  },
  {
    name: "counts of properties",
    schema: { type: "object", minProperties: 1, additionalProperties: number },
    accepted: [{ a: 1 }],
    violations: [{ a: "" }],
    refused: [{}],
  },
  {
    name: "what an array contains",
    schema: { type: "array", contains: { const: 1 }, maxContains: 1 },
    accepted: [[1, "a"]],
    violations: [{}],
    refused: [[], ["a"], [1, 1]],
  },
];
