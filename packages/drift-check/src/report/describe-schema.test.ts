import type { JsonObject } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { describeSchema } from "./describe-schema.ts";

const list = (items: JsonObject): JsonObject => ({ type: "array", items });

test.each<[JsonObject, string]>([
  [{}, "nothing but null was seen"],
  [{ type: ["number", "null"] }, "number or null"],
  [{ type: "array" }, "array"],
  [list({ type: "string" }), "array of string"],
  [list(list(list(list(list({ type: "string" }))))), "array of array of array of array of …"],
  [{ type: "object" }, "object"],
  [{ type: "object", additionalProperties: true }, "object"],
  [{ type: "object", additionalProperties: { type: ["number", "null"] } }, "map of number or null"],
  [{ type: "object", properties: { arena: {}, elo: {} } }, "object {arena, elo}"],
  [
    { type: "object", properties: { a: {}, b: {}, c: {}, d: {}, e: {}, f: {} } },
    "object {a, b, c, d, 2 more}",
  ],
  [{ type: "string", format: "date" }, "string (date)"],
  [{ type: "string", "x-extensible-enum": ["a", "b"] }, "string (a, b)"],
])("%j", (schema, want) => {
  expect(describeSchema(schema)).toBe(want);
});
