/**
 * Formats of the caller's own: compiled code and the interpreter ask the same.
 */
import { describe, expect, test } from "vitest";
import * as library from "../index.ts";
import {
  compileModule,
  createEvaluator,
  createValidator,
  formatFlag,
  type JsonValue,
  openSchemas,
} from "../index.ts";

const isEven = (text: string): boolean => text.length % 2 === 0;
const source = "export const isEven = (text) => text.length % 2 === 0;";
const from = `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`;

const interpreted = {
  ...{ code: { pattern: "^[A-Z]{3}$" }, even: { test: isEven }, ipv4: { pattern: "^v4$" } },
  ["__proto__"]: { pattern: "^p$" },
};
const compiled = { ...interpreted, even: { module: from, export: "isEven" } };

interface Case {
  readonly name: string;
  readonly schema: JsonValue;
  readonly fits: readonly JsonValue[];
  readonly fails: readonly JsonValue[];
}

const cases: readonly Case[] = [
  { name: "a pattern", schema: { format: "code" }, fits: ["ABC", 1, null], fails: ["AB", ""] },
  { name: "a function", schema: { format: "even" }, fits: ["ab", 1], fails: ["a"] },
  { name: "in place of a known one", schema: { format: "ipv4" }, fits: ["v4"], fails: ["1.1.1.1"] },
  { name: "__proto__", schema: { format: "__proto__" }, fits: ["p"], fails: ["q"] },
  { name: "a known one annotates still", schema: { format: "date" }, fits: ["x"], fails: [] },
  { name: "an unknown one", schema: { format: "constructor" }, fits: ["x"], fails: [] },
  {
    name: "below, beside others",
    schema: {
      type: "object",
      properties: { a: { type: "string", format: "code" }, b: { items: { format: "even" } } },
      not: { properties: { c: { format: "even" } }, required: ["c"] },
    },
    fits: [{ a: "ABC", b: ["ab", "cd"] }, { c: "abc" }],
    fails: [{ a: "abc" }, { b: ["ab", "c"] }, { c: "ab" }],
  },
];

describe.each(["compiled", "interpreted"] as const)("%s", (listing) => {
  test.each(cases)("$name", async ({ schema, fits, fails }) => {
    const document = openSchemas(schema);
    const options = { listing, customFormats: compiled };
    const { code } = compileModule(document, [{ name: "X", pointer: "" }], options);
    Object.assign(globalThis, { truespecLibrary: library });
    const text = code.replace(
      /^import (\{.*\}) from "@truespec\/json-schema";/m,
      "const $1 = globalThis.truespecLibrary;",
    );
    const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
    const { isX, validateX } = await import(url);
    const validate = createValidator(document, "", { customFormats: interpreted });
    const evaluate = createEvaluator(document, "", { customFormats: interpreted });
    for (const value of [...fits, ...fails]) {
      const answer = validate(value);
      expect([value, answer.valid]).toEqual([value, fits.includes(value)]);
      expect(isX(value)).toBe(answer.valid);
      expect(validateX(value)).toEqual(answer);
      expect(formatFlag(evaluate(value)).valid).toBe(answer.valid);
    }
  });
});

test("an error names the format", () => {
  const validate = createValidator(openSchemas({ format: "code" }), "", {
    customFormats: interpreted,
  });
  expect(validate("x")).toMatchObject({
    errors: [{ keyword: "format", params: { format: "code", actual: "x" } }],
  });
});

test("one document, other formats", () => {
  const document = openSchemas({ format: "code" });
  const ask = (pattern: string) =>
    createValidator(document, "", { customFormats: { code: { pattern } } })("a").valid;
  expect([ask("a"), ask("b"), createValidator(document, "")("a").valid]).toEqual([
    true,
    false,
    true,
  ]);
});

test.each([
  [{ pattern: "(" }, /"odd": its pattern must be a regular expression/],
  [{ pattern: "^(a+)+$" }, /cannot take exponential time/],
  [{ pattern: "\\a" }, /with the flag u/],
  [{ module: "x", export: "a } from 'y'; import { b" }, /is no identifier/],
])("%j is refused", (odd, message) => {
  const refused = expect.objectContaining({
    code: "invalid-format",
    message: expect.stringMatching(message),
  });
  expect(() => compileModule(openSchemas(true), [], { customFormats: { odd } })).toThrow(refused);
});

test("a module's function is imported once, and only where a schema has the format", () => {
  const write = (schema: JsonValue) =>
    compileModule(openSchemas(schema), [{ name: "X", pointer: "" }], { customFormats: compiled })
      .code;
  expect(write({ items: { format: "even" }, not: { format: "even" } }).split(from)).toHaveLength(2);
  expect(write({ format: "code" })).not.toContain("import");
});
