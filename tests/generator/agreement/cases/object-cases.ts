import { named, number, object, proto, text } from "./components.ts";
import type { SchemaCase } from "./schema-case.ts";

/** Objects, their properties and names. */
export const objectCases: readonly SchemaCase[] = [
  {
    name: "required and optional",
    schema: object({ a: text, b: number }, ["a"]),
    accepted: [{ a: "" }, { a: "", b: 1 }],
    violations: [{}, { b: 1 }, { a: null }, { a: "", b: "1" }, null, []],
  },
  {
    name: "required, not declared",
    schema: { type: "object", required: ["a"] },
    accepted: [{ a: 1 }, { a: null }],
    violations: [{}, { b: 1 }],
  },
  {
    name: "required beside a reference",
    schema: { ...named, required: ["name"] },
    accepted: [{ name: "n" }],
    violations: [{ id: "i" }, { name: 1 }],
  },
  {
    name: "required of a parent",
    schema: { allOf: [named, object({ extra: number })], required: ["id", "extra"] },
    accepted: [{ id: "i", extra: 1 }],
    violations: [{ id: "i" }, { extra: 1 }, { id: 1, extra: 1 }],
  },
  {
    name: "required of a grandparent",
    schema: { allOf: [{ allOf: [named] }], required: ["id"] },
    accepted: [{ id: "i" }],
    violations: [{ name: "n" }],
  },
  {
    name: "one of two required",
    schema: { ...object({ a: text, b: text }), oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    accepted: [{ a: "" }, { b: "" }],
    violations: [{}, { a: 1 }],
    refused: [{ a: "", b: "" }],
  },
  {
    name: "__proto__",
    schema: object(JSON.parse('{"__proto__": {"type": "string"}}'), ["__proto__"]),
    accepted: [proto("a")],
    violations: [{}, proto(1)],
    ajv: "errs",
  },
  {
    name: "constructor",
    schema: object({ constructor: text }, ["constructor"]),
    accepted: [{ constructor: "a" }],
    violations: [{}, { constructor: 1 }],
  },
  {
    name: "optional constructor",
    schema: object({ constructor: text, a: number }, ["a"]),
    accepted: [{ a: 1, constructor: "c" }],
    inherited: [{ a: 1 }],
    violations: [{ a: 1, constructor: 1 }],
    ajv: "errs",
  },
  {
    name: "toString and valueOf",
    schema: object({ toString: number, valueOf: text, a: number }, ["a"]),
    accepted: [{ a: 1, toString: 1, valueOf: "v" }],
    violations: [{ a: 1, toString: "1" }],
  },
  {
    name: "names that are no identifiers",
    schema: object({ "a b": text, "1": number, "100%": text, "a#b": text, "": text }, ["a b"]),
    accepted: [{ "a b": "", "1": 1, "100%": "", "a#b": "", "": "" }],
    violations: [{}, { "a b": 1 }, { "a b": "", "1": "1" }, { "a b": "", "100%": 1 }],
  },
  {
    name: "an empty object",
    schema: { type: "object" },
    accepted: [{}, { a: 1 }],
    violations: [null, [], "a"],
  },
  {
    name: "a closed empty object",
    schema: { type: "object", additionalProperties: false },
    accepted: [{}],
    violations: [{ a: 1 }],
  },
  {
    name: "a closed object",
    schema: { ...object({ a: text }), additionalProperties: false },
    accepted: [{}, { a: "" }],
    violations: [{ a: 1 }],
    refused: [{ a: "", b: 1 }],
  },
  {
    name: "a map",
    schema: { type: "object", additionalProperties: number },
    accepted: [{}, { a: 1, b: 2 }],
    violations: [{ a: "1" }, { a: null }, []],
  },
  {
    name: "a map of maps",
    schema: {
      type: "object",
      additionalProperties: { type: "object", additionalProperties: text },
    },
    accepted: [{ a: { b: "c" } }],
    violations: [{ a: { b: 1 } }, { a: "b" }],
  },
  {
    name: "a map with listed names",
    schema: { ...object({ a: text }, ["a"]), additionalProperties: number },
    accepted: [{ a: "", b: 1 }],
    violations: [{ b: 1 }, { a: 1 }],
    refused: [{ a: "", b: "1" }],
  },
  {
    name: "an open map",
    schema: { type: "object", additionalProperties: true },
    accepted: [{ a: null }],
    violations: ["a", null],
  },
  {
    name: "patterns of names",
    schema: { type: "object", patternProperties: { "^x-": text }, additionalProperties: false },
    accepted: [{ "x-a": "" }],
    violations: [{ "x-a": 1 }],
    refused: [{ y: "" }],
  },
  {
    name: "patterns beside other names",
    schema: { type: "object", patternProperties: { "^x-": text }, additionalProperties: number },
    accepted: [{ "x-a": "", b: 1 }],
    violations: [{ "x-a": null }],
    refused: [{ "x-a": 1 }],
  },
];
