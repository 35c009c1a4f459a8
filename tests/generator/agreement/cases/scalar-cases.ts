import { number, object, text } from "./components.ts";
import type { SchemaCase } from "./schema-case.ts";

/** Values without parts. */
export const scalarCases: readonly SchemaCase[] = [
  { name: "true", schema: true, accepted: [null, 1, "a", [], {}], violations: [] },
  {
    name: "false",
    schema: { properties: { a: false }, type: "object" },
    accepted: [{}],
    violations: [{ a: 1 }, { a: null }],
  },
  { name: "a string", schema: text, accepted: ["", "a"], violations: [1, null, [], {}, true] },
  { name: "a number", schema: number, accepted: [0, -1.5], violations: ["1", null] },
  {
    name: "an integer",
    schema: { type: "integer" },
    accepted: [1, 2.0],
    violations: ["1"],
    refused: [1.5],
  },
  {
    name: "a boolean",
    schema: { type: "boolean" },
    accepted: [true, false],
    violations: [0, "true", null],
  },
  { name: "null", schema: { type: "null" }, accepted: [null], violations: [0, "", {}] },
  {
    name: "several types",
    schema: { type: ["string", "integer", "null"] },
    accepted: ["a", 1, null],
    violations: [true, []],
  },
  {
    name: "number and integer",
    schema: { type: ["number", "integer"] },
    accepted: [1, 1.5],
    violations: ["1"],
  },
  {
    name: "an enum",
    schema: { type: "string", enum: ["a", "b"] },
    accepted: ["a", "b"],
    violations: ["c", null, 1],
  },
  {
    name: "an enum of many types",
    schema: { enum: ["a", 1, null, true] },
    accepted: ["a", 1, null, true],
    violations: ["b", 2, false],
  },
  {
    name: "an enum with null",
    schema: { type: ["string", "null"], enum: ["a", null] },
    accepted: ["a", null],
    violations: ["b"],
  },
  {
    name: "an enum that leaves out null",
    schema: { type: ["string", "null"], enum: ["a"] },
    accepted: ["a"],
    violations: [null],
  },
  {
    name: "an enum that is wider than its type",
    schema: { type: "string", enum: ["a", 1] },
    accepted: ["a"],
    violations: [1],
  },
  {
    name: "an enum of arrays and objects",
    schema: { enum: [[1, 2], { a: 1 }] },
    accepted: [[1, 2], { a: 1 }],
    violations: [[1], { a: 2 }, [2, 1]],
  },
  {
    name: "an empty enum",
    schema: object({ a: { enum: [] } }),
    accepted: [{}],
    violations: [{ a: 1 }],
    ajv: "errs",
  },
  { name: "a constant text", schema: { const: "a" }, accepted: ["a"], violations: ["b", null] },
  { name: "a constant null", schema: { const: null }, accepted: [null], violations: [0, "null"] },
  { name: "a constant false", schema: { const: false }, accepted: [false], violations: [true, 0] },
  { name: "a constant zero", schema: { const: 0 }, accepted: [0], violations: [1, false] },
  {
    name: "a constant object",
    schema: { const: { a: [1] } },
    accepted: [{ a: [1] }],
    violations: [{ a: [2] }, {}],
  },
  {
    name: "hostile texts",
    schema: { enum: ['"', "\\", "*/", "\u2028", "`", "\n"] },
    accepted: ['"', "\\", "*/", "\u2028", "`", "\n"],
    violations: ["", "a"],
  },
];
