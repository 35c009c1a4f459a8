import { expect, test } from "vitest";
import { formatError, type JsonObject } from "../../index.ts";
import { wordings } from "../../wordings.ts";
import { printFormatError } from "./format-error.ts";

const long = "x".repeat(200);
const code = `${printFormatError(Object.keys(wordings))}\nexport { formatError };`;
const written: { readonly formatError: typeof formatError } = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
);

test.each<[string, JsonObject, string]>([
  [
    "type",
    { expected: ["string", "null"], actual: "integer" },
    "expected string or null, got integer",
  ],
  ["const", { expected: { a: 1 }, actual: "object" }, 'expected {"a":1}, got "object"'],
  ["enum", { expected: ["a", 1], actual: "b" }, 'expected one of "a", 1, got "b"'],
  ["enum", { expected: ["a"], actual: "b" }, 'expected "a", got "b"'],
  ["enum", { expected: [], actual: "b" }, 'expected no value at all, got "b"'],
  [
    "enum",
    { expected: [..."abcdefghijkl"], actual: 1 },
    'expected one of "a", "b", "c", "d", "e", "f", "g", "h", "i", "j" or 2 more, got 1',
  ],
  ["minimum", { limit: 1, actual: 0 }, "expected at least 1, got 0"],
  ["maximum", { limit: 1, actual: 2 }, "expected at most 1, got 2"],
  ["exclusiveMinimum", { limit: 1, actual: 1 }, "expected more than 1, got 1"],
  ["exclusiveMaximum", { limit: 1, actual: 1 }, "expected less than 1, got 1"],
  ["multipleOf", { divisor: 2, actual: 3 }, "expected a multiple of 2, got 3"],
  ["minLength", { limit: 1, actual: 0 }, "expected at least 1 character, got 0"],
  ["maxLength", { limit: 2, actual: 3 }, "expected at most 2 characters, got 3"],
  ["minItems", { limit: 1, actual: 0 }, "expected at least 1 item, got 0"],
  ["maxItems", { limit: 0, actual: 1 }, "expected at most 0 items, got 1"],
  ["minProperties", { limit: 1, actual: 0 }, "expected at least 1 property, got 0"],
  ["maxProperties", { limit: 2, actual: 3 }, "expected at most 2 properties, got 3"],
  ["contains", { limit: 1, actual: 0 }, "expected at least 1 matching item, got 0"],
  ["maxContains", { limit: 2, actual: 3 }, "expected at most 2 matching items, got 3"],
  ["pattern", { pattern: "^a", actual: long }, `expected a match of "^a", got "${"x".repeat(79)}…`],
  ["format", { format: "date", actual: "x" }, 'expected format date, got "x"'],
  ["uniqueItems", { first: 0, second: 2 }, "expected items that differ, got the same at 0 and 2"],
  ["required", { missing: "id" }, 'expected property "id", got none'],
  [
    "dependentRequired",
    { property: "a", missing: "b" },
    'expected property "b" beside "a", got none',
  ],
  ["additionalProperties", { property: "a" }, 'expected no property "a", got one'],
  ["oneOf", { matched: [0, 2] }, "expected a match of exactly one alternative, got more: 0 and 2"],
  ["oneOf", {}, "expected a match of exactly one alternative, got none"],
  ["$ref", { reference: "#/x" }, 'expected a schema at "#/x", got none'],
  ["false", {}, "expected nothing here, got a value"],
  ["unknown", {}, '"unknown" is not met'],
  ["constructor", {}, '"constructor" is not met'],
  ["type", {}, '"type" is not met'],
])("%s with %j", (keyword, params, want) => {
  const error = { keyword, keywordLocation: "", instanceLocation: "", params };
  expect(formatError(error)).toBe(want);
  expect(written.formatError(error)).toBe(want);
});
