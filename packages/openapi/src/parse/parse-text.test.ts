import { expect, test } from "vitest";
import { parseBytes } from "./parse-bytes.ts";
import { parseText } from "./parse-text.ts";

test.each([
  {
    name: "YAML",
    text: "a: 1\nb: [x, 2.5, true, null, ~]",
    want: { a: 1, b: ["x", 2.5, true, null, null] },
  },
  { name: "JSON in a YAML file", text: '{"a": [1]}', want: { a: [1] } },
  { name: "a flow map that is no JSON", text: "{a: 1, b: [c]}", want: { a: 1, b: ["c"] } },
  {
    name: "numbers as keys",
    text: "200: ok\n1.5: x\ntrue: y\nnull: z",
    want: { 200: "ok", "1.5": "x", true: "y", null: "z" },
  },
  {
    name: "what YAML 1.1 took for booleans",
    text: "a: yes\nb: on\nc: NO\nd: 0o10\ne: 1_000",
    want: { a: "yes", b: "on", c: "NO", d: 8, e: "1_000" },
  },
  { name: "dates as text", text: "a: 2024-01-01", want: { a: "2024-01-01" } },
  { name: "anchors", text: "a: &x {b: 1}\nc: *x", want: { a: { b: 1 }, c: { b: 1 } } },
  {
    name: "merge keys",
    text: "a: &x {b: 1, c: 1}\nd:\n  <<: *x\n  c: 2",
    want: { a: { b: 1, c: 1 }, d: { b: 1, c: 2 } },
  },
  {
    name: "a list of merges, the first wins",
    text: "a: &x {k: 1}\nb: &y {k: 2, l: 2}\nc:\n  <<: [*x, *y]",
    want: { a: { k: 1 }, b: { k: 2, l: 2 }, c: { k: 1, l: 2 } },
  },
  { name: "a quoted merge key is a key", text: '"<<": {a: 1}', want: { "<<": { a: 1 } } },
  { name: "block texts", text: "a: |\n  x\n  y\nb: >-\n  x\n  y", want: { a: "x\ny\n", b: "x y" } },
  { name: "the last of repeated keys", text: "a: 1\na: 2", want: { a: 2 } },
  { name: "an empty value", text: "a:\nb: 1", want: { a: null, b: 1 } },
])("reads $name", ({ text, want }) => {
  expect(parseText(text, "a.yaml").document?.value).toEqual(want);
});

test.each([
  { pointer: "/b/c", want: [3, 8] },
  { pointer: "/b", want: [3, 2] },
  { pointer: "/a", want: [1, 2] },
  { pointer: "/d/1", want: [4, 11] },
  { pointer: "/d/0", want: [4, 8] },
  { pointer: "/nowhere", want: [1, 1] },
])("the last of repeated keys stands where it counts: $pointer", ({ pointer, want }) => {
  const text = '{"a": 1,\n "b": {"c": 0},\n "b": {"c": [{}]},\n "d": [0, {"e": 1}]}';
  const location = parseText(text, "a.json").document?.locate(pointer);
  expect([location?.line, location?.column]).toEqual(want);
  const alone = parseText(text.replace('"b": {"c": 0}', '"f": {"c": 0}'), "a.json").document;
  expect(alone?.locate(pointer)).toEqual(location);
});

test.each(["openapi.yaml", "openapi.json"])("__proto__ is a key like any other in %s", (name) => {
  const { document } = parseText('{"__proto__": {"a": 1}, "constructor": 2}', name);
  expect(Object.keys(document?.value ?? {})).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(document?.value)).toBe(Object.prototype);
});

const bomb = `a0: &a0 [${"x, ".repeat(9)}x]\n${Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}*a${index}]\n`).join("")}`;

test.each([
  { name: "b.yaml", text: 'a:\n  b: "no end\n', want: "yaml-syntax error 2:6" },
  { name: "b.yaml", text: "a: 1\n b: 2", want: "yaml-syntax error 1:4" },
  { name: "b.yaml", text: "a: *x", want: "alias-ring error 1:4" },
  { name: "b.yaml", text: "a: &x [*x]", want: "alias-ring error 1:8" },
  { name: "b.yaml", text: bomb, want: "alias-bomb error 7:25" },
  { name: "b.yaml", text: `${"[".repeat(600)}${"]".repeat(600)}`, want: "too-deep error 1:1" },
  { name: "b.yaml", text: "[".repeat(100_000), want: "too-deep error 1:1" },
  { name: "b.json", text: "[".repeat(600) + "]".repeat(600), want: "too-deep error 1:1" },
  { name: "b.yaml", text: "a: 1\nb:\n  c: 1\n  c: 2", want: "duplicate-key warning 4:3" },
  {
    name: "b.json",
    text: '{"a": 1,\n "b": [{"c": 1, "c": 2}]}',
    want: "duplicate-key warning 2:17",
  },
  { name: "b.json", text: '{\n  "a": 1,\n}', want: "json-syntax error 3:1" },
  { name: "b.json", text: '{"a": 1 "b": 2}', want: "json-syntax error 1:9" },
  { name: "b.json", text: "{a: 1}", want: "json-syntax error 1:2" },
  { name: "b.json", text: '{"a": "x\ny"}', want: "json-syntax error 1:7" },
  { name: "b.json", text: '{"a": 01}', want: "json-syntax error 1:8" },
  { name: "b.json", text: '{"a": [1, 2}', want: "json-syntax error 1:12" },
  { name: "b.json", text: '{"a": 1} x', want: "json-syntax error 1:10" },
  { name: "b.json", text: "", want: "json-syntax error 1:1" },
  { name: "b.yaml", text: "? [a]\n: 1\nb: 2", want: "yaml-key warning 1:3" },
  { name: "b.yaml", text: "a: .nan", want: "yaml-key warning 1:4" },
])("$name $want", ({ name, text, want }) => {
  const found = parseText(text, name).diagnostics.map(
    ({ code, severity, location }) => `${code} ${severity} ${location?.line}:${location?.column}`,
  );
  expect(found).toEqual([want]);
});

test("a broken text gives no document, a repeated key gives one", () => {
  expect(parseText("{", "b.json").document).toBeUndefined();
  expect(parseText("a: 1\na: 2", "b.yaml").document).toBeDefined();
});

test.each([
  { bytes: Buffer.from("\ufeffa: 1"), want: { a: 1 } },
  { bytes: Buffer.from("\ufeffa: 1", "utf16le"), want: { a: 1 } },
  { bytes: Buffer.from("\ufeffa: 1", "utf16le").swap16(), want: { a: 1 } },
  { bytes: Buffer.from([0x61, 0x3a, 0x20, 0xff]), want: undefined },
])("bytes $#", async ({ bytes, want }) => {
  const { document, diagnostics } = await parseBytes(bytes, "a.yaml");
  expect(document?.value).toEqual(want);
  expect(diagnostics.map(({ code }) => code)).toEqual(want === undefined ? ["not-text"] : []);
});

const yaml = `a:
  b: &anchor
    - x
    - c: 1
  d: *anchor
  e:
    <<: {f: 1}
    "g/h~i": 2
`;
const json = '{\n  "a": {\n    "b": ["x", {"c": 1}],\n    "g/h~i": {"\\u0065": 2}\n  }\n}';

test.each([
  { text: yaml, name: "a.yaml", pointer: "", want: "1:1" },
  { text: yaml, name: "a.yaml", pointer: "/a", want: "1:1" },
  { text: yaml, name: "a.yaml", pointer: "/a/b/0", want: "3:7" },
  { text: yaml, name: "a.yaml", pointer: "/a/b/1/c", want: "4:7" },
  { text: yaml, name: "a.yaml", pointer: "/a/d/1/c", want: "4:7" },
  { text: yaml, name: "a.yaml", pointer: "/a/e/f", want: "7:10" },
  { text: yaml, name: "a.yaml", pointer: "/a/e/g~1h~0i", want: "8:5" },
  { text: yaml, name: "a.yaml", pointer: "/a/nowhere/x", want: "1:1" },
  { text: json, name: "a.json", pointer: "", want: "1:1" },
  { text: json, name: "a.json", pointer: "/a/b", want: "3:5" },
  { text: json, name: "a.json", pointer: "/a/b/1", want: "3:16" },
  { text: json, name: "a.json", pointer: "/a/b/1/c", want: "3:17" },
  { text: json, name: "a.json", pointer: "/a/g~1h~0i/e", want: "4:15" },
  { text: json, name: "a.json", pointer: "/a/b/7/x", want: "3:5" },
])("$name $pointer stands at $want", ({ text, name, pointer, want }) => {
  const location = parseText(text, name).document?.locate(pointer);
  expect(`${location?.line}:${location?.column}`).toBe(want);
  expect(location?.pointer).toBe(pointer);
});
