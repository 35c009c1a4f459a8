import { named, node, number, object, tagged, text } from "./components.ts";
import type { SchemaCase } from "./schema-case.ts";

/** Schemas that say something by other schemas, and what is said beside a type. */
export const compositionCases: readonly SchemaCase[] = [
  {
    name: "nullable",
    schema: { anyOf: [named, { type: "null" }] },
    accepted: [null, { name: "n" }],
    violations: [1, { name: 1 }],
  },
  {
    name: "any of",
    schema: { anyOf: [text, { type: "array", items: text }] },
    accepted: ["a", ["a"]],
    violations: [1, [1], null],
  },
  {
    name: "one of",
    schema: { oneOf: [tagged("a"), tagged("b")] },
    accepted: [{ kind: "a", a: "" }, { kind: "b" }],
    violations: [{ kind: "c" }, {}, { kind: "a", a: 1 }],
  },
  {
    name: "one of, not both",
    schema: { oneOf: [{ type: "integer" }, { type: "number", minimum: 2 }] },
    accepted: [1, 2.5],
    violations: ["1"],
    refused: [3, 1.5],
  },
  {
    name: "properties beside any of",
    schema: {
      ...object({ id: text }, ["id"]),
      anyOf: [object({ a: number }, ["a"]), object({ b: number }, ["b"])],
    },
    accepted: [
      { id: "", a: 1 },
      { id: "", b: 1 },
    ],
    violations: [{ a: 1 }, { id: "" }, { id: "", a: "1" }],
  },
  {
    name: "all of",
    schema: { allOf: [object({ a: text }, ["a"]), object({ b: number }, ["b"])] },
    accepted: [{ a: "", b: 1 }],
    violations: [{ a: "" }, { b: 1 }, { a: 1, b: 1 }],
  },
  {
    name: "all of enums",
    schema: { allOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
    accepted: ["b"],
    violations: ["a", "c"],
  },
  {
    name: "an object that a nullable one is narrowed to",
    schema: { type: "object", anyOf: [{ type: ["object", "null"], properties: { a: text } }] },
    accepted: [{}, { a: "" }],
    violations: [null, { a: 1 }],
  },
  {
    name: "recursion",
    schema: node,
    accepted: [{ value: 1, next: { value: 2 } }],
    violations: [
      { value: 1, next: {} },
      { value: 1, next: { value: "2" } },
    ],
  },
  {
    name: "recursion through arrays",
    schema: { $ref: "#/components/schemas/List" },
    accepted: [[], [[], [[]]]],
    violations: [[1], [[{}]]],
  },
  {
    name: "a reference into a component",
    schema: { $ref: "#/components/schemas/Node/properties/value" },
    accepted: [1],
    violations: ["1"],
  },
  {
    name: "a reference that is escaped",
    schema: { $ref: "#/components/schemas/a~1b~0c%25d" },
    accepted: ["a"],
    violations: [1],
  },
  {
    name: "definitions of its own",
    schema: {
      $defs: { a: text },
      type: "array",
      items: { $ref: "#/components/schemas/definitions_of_its_own/$defs/a" },
    },
    accepted: [["a"]],
    violations: [[1]],
  },
  {
    name: "a description beside a reference",
    schema: { ...node, description: "one", deprecated: true },
    accepted: [{ value: 1 }],
    violations: [{}],
  },
  {
    name: "bytes in JSON",
    schema: { type: "string", format: "binary" },
    accepted: ["bytes"],
    violations: [1, {}],
  },
  {
    name: "formats annotate",
    schema: { type: "string", format: "date-time" },
    accepted: ["2024-01-01T00:00:00Z", "soon"],
    violations: [1],
  },
  {
    name: "not",
    schema: { type: "string", not: { const: "a" } },
    accepted: ["b"],
    violations: [1],
    refused: ["a"],
  },
  {
    name: "conditions",
    schema: {
      ...object({ a: text, b: number }),
      if: { required: ["a"] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      then: { required: ["b"] },
    },
    accepted: [{}, { a: "", b: 1 }],
    violations: [{ a: 1 }],
    refused: [{ a: "" }],
  },
  {
    name: "names that depend",
    schema: { ...object({ a: text, b: text }), dependentRequired: { a: ["b"] } },
    accepted: [{ b: "" }, { a: "", b: "" }],
    violations: [{ b: 1 }],
    refused: [{ a: "" }],
  },
  {
    name: "names that are listed",
    schema: { type: "object", propertyNames: { enum: ["a"] }, additionalProperties: number },
    accepted: [{ a: 1 }],
    violations: [{ a: "" }],
    refused: [{ b: 1 }],
  },
  {
    name: "what no part evaluates",
    schema: { allOf: [object({ a: text })], unevaluatedProperties: false },
    accepted: [{ a: "" }],
    violations: [{ a: 1 }],
    refused: [{ a: "", b: 1 }],
  },
  {
    name: "a default is no value",
    schema: object({ a: { type: "string", default: "d" } }),
    accepted: [{}, { a: "" }],
    violations: [{ a: 1 }],
  },
  {
    name: "a discriminator changes nothing that is valid",
    schema: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, object({ other: text }, ["other"])],
      discriminator: { propertyName: "kind" },
    },
    accepted: [{ kind: "Cat", meow: "" }, { other: "" }],
    violations: [{}, { kind: "Cat", meow: 1 }],
  },
  {
    name: "an enum that says it is open",
    schema: { enum: ["a"], "x-extensible-enum": ["a"] },
    accepted: ["a", "new"],
    violations: [1, null],
    ajv: "errs",
  },
  {
    name: "keywords without a type",
    schema: { anyOf: [{ properties: { a: text }, required: ["a"] }, { type: "null" }] },
    accepted: [{ a: "" }, null],
    violations: [{ a: 1 }],
  },
];
