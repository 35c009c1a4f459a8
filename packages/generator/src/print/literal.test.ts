import type { JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { isIdentifier, printValue, quote, typeKey, valueKey } from "./literal.ts";

const hostile = [
  '"; pwned(); "',
  "'; pwned(); '",
  `\`$\{pwned()}\``,
  "\\",
  '\\"',
  "a\nb\r\nc",
  "\u2028\u2029",
  "*/ pwned() /*",
  "</script>",
  "\0\u001b",
  "\ud800",
  "💥",
  "",
];

test.each(hostile)("quote(%j) is that text in JavaScript, on one line", (text) => {
  const literal = quote(text);
  expect(JSON.parse(literal)).toBe(text);
  expect(literal).not.toMatch(/[\n\r\u2028\u2029]/);
});

test.each<{ value: JsonValue; want: string }>([
  { value: null, want: "null" },
  { value: -0.5, want: "-0.5" },
  { value: 'a"b', want: '"a\\"b"' },
  { value: [], want: "[]" },
  { value: {}, want: "{}" },
  { value: [1, [true]], want: "[1, [true]]" },
  { value: { a: 1, "b-c": [{}] }, want: '{ a: 1, "b-c": [{}] }' },
  { value: JSON.parse('{"__proto__": {"x": 1}}'), want: '{ ["__proto__"]: { x: 1 } }' },
])("printValue($value)", ({ value, want }) => {
  expect(printValue(value)).toBe(want);
});

test.each([
  { text: "a1_$", want: true },
  { text: "日本", want: true },
  { text: "", want: false },
  { text: "1a", want: false },
  { text: "a b", want: false },
  { text: "a\u2028b", want: false },
  { text: "a//", want: false },
])("isIdentifier($text)", ({ text, want }) => {
  expect(isIdentifier(text)).toBe(want);
});

test.each([
  { name: "sort", type: "sort", value: "sort" },
  { name: "X-Title", type: '"X-Title"', value: '"X-Title"' },
  { name: "__proto__", type: "__proto__", value: '["__proto__"]' },
  { name: '"]: pwned(), "', type: '"\\"]: pwned(), \\""', value: '"\\"]: pwned(), \\""' },
])("the key $name", ({ name, type, value }) => {
  expect({ type: typeKey(name), value: valueKey(name) }).toEqual({ type, value });
});
