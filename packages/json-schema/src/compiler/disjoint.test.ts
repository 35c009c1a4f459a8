import { expect, test } from "vitest";
import type { JsonValue } from "../index.ts";
import { openSchemas } from "../index.ts";
import { readConventions } from "../interpreter/conventions.ts";
import { openInterpreter } from "../interpreter/open-interpreter.ts";
import { areDisjoint } from "./disjoint.ts";

const tagged = (kind: JsonValue): JsonValue => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { const: kind } },
});

test.each<[boolean, string, readonly JsonValue[]]>([
  [true, "other types", [{ type: "string" }, { type: ["null", "object"] }, { type: "array" }]],
  [false, "a common type", [{ type: ["string", "null"] }, { type: ["null", "object"] }]],
  [false, "an integer is a number", [{ type: "integer" }, { type: "number" }]],
  [false, "a number may be an integer", [{ type: "number" }, { type: "integer" }]],
  [true, "other values", [{ const: 1 }, { enum: [2, "1", null] }]],
  [false, "a common value", [{ const: 1 }, { enum: [2, 1] }]],
  [false, "values that compare by their members", [{ const: [1] }, { const: [2] }]],
  [true, "other tags", [tagged("a"), tagged("b"), tagged(1)]],
  [false, "the same tag", [tagged("a"), tagged("b"), tagged("a")]],
  [
    false,
    "a tag that is not required",
    [tagged("a"), { type: "object", properties: { kind: { const: "b" } } }],
  ],
  [
    false,
    "tags of what need not be an object",
    ["a", "b"].map((kind) => ({ required: ["kind"], properties: { kind: { const: kind } } })),
  ],
  [true, "tags behind references", [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/b" }]],
  [false, "a schema that says nothing", [true, { type: "null" }]],
  [false, "a malformed type", [{ type: "text" }, { type: "null" }]],
])("%s: %s", (want, _, branches) => {
  const schema = { anyOf: branches, $defs: { a: tagged("a"), b: tagged("b") } };
  const document = openSchemas(schema);
  const nodes = branches.flatMap((_, index) => document.find(`/anyOf/${index}`) ?? []);
  expect(areDisjoint(openInterpreter(document, readConventions({})), nodes)).toBe(want);
});
