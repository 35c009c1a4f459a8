import type { JsonValue } from "@truespec/json-schema";
import { appendKey } from "@truespec/json-schema/json-pointer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Document, type ToStringOptions } from "yaml";
import { parseYaml } from "../yaml.ts";
import { parseSimpleYaml } from "./parse-simple-yaml.ts";

test.each<{ text: string; want: JsonValue }>([
  {
    text: "---\na: 1\nb:\n- x\n-  - y\n   - k: v\n     l: w\n",
    want: { a: 1, b: ["x", ["y", { k: "v", l: "w" }]] },
  },
  { text: "# c\n\na: # c\n  # c\n  b: x # c\n  c: y#z\n", want: { a: { b: "x", c: "y#z" } } },
  {
    text: "a:\nb: ~\nc: TRUE\nd: yes\ne: 1.50\nf: -0x1\ng: +.5e1\n",
    want: { a: null, b: null, c: true, d: "yes", e: 1.5, f: "-0x1", g: 5 },
  },
  {
    text: "200: ok\n/a/{b}: {}\n'it''s': \"\\u00e9\\x41\\/\"\n",
    want: { 200: "ok", "/a/{b}": {}, "it's": "éA/" },
  },
  {
    text: 'a: "\\0\\a\\b\\t\\\t\\n\\v\\f\\r\\e\\ \\"\\/\\\\\\N\\_\\L\\P\\U0001f600"\n',
    want: { a: '\0\x07\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029😀' },
  },
  {
    text: "a: one\n  two\n\n\n  - three\nb: http://c/d\n",
    want: { a: "one two\n\n- three", b: "http://c/d" },
  },
  {
    text: "a: \"one\n  two \\\n  three\n\n  four\"\nb: 'x\n\n  y'\n",
    want: { a: "one two three\nfour", b: "x\ny" },
  },
  {
    text: "a: |\n\n  one\n    two\n  \n\nb: >-\n   one\n   two\n\n   three\n     four\n   five\n",
    want: { a: "\none\n  two\n", b: "one two\nthree\n  four\nfive" },
  },
  { text: "a: |+ # kept\n  x\n\n\nb: |-\n\nc: >\n", want: { a: "x\n\n\n", b: "", c: "" } },
  {
    text: "a: [x y, 'b', {c: 1, \"d\":[]},\n  # c\n  null, http://e,]\nb: { }\n",
    want: { a: ["x y", "b", { c: 1, d: [] }, null, "http://e"], b: {} },
  },
  { text: "a:\r\n  b: |\r\n    x\r\n    y\r\n  c: z\r\n", want: { a: { b: "x\ny\n", c: "z" } } },
  {
    text: "__proto__: {a: 1}\nconstructor: 2",
    want: JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
  },
])("reads $text", ({ text, want }) => {
  const parsed = parseSimpleYaml(text);
  expect(JSON.stringify(parsed?.value)).toBe(JSON.stringify(want));
  expectSame(text);
});

test.each([
  "",
  "# c",
  "a",
  "- a",
  "{a: 1}",
  "a: &x b",
  "a: *x",
  "a: !t b",
  "<<: a",
  "a: {<<: b}",
  "a: 1\na: 2",
  "a: {b: 1, b: 2}",
  "? a\n: b",
  "%YAML 1.2\n---\na: b",
  "a: 1\n---\nb: 2",
  "a: 1\n...\n",
  "a: |2\n   b",
  "a: 0o17",
  "a: .nan",
  "a: 1e999",
  "\ta: b",
  "a:\tb",
  "a: b\tc",
  "a: b\rc: d",
  "\ufeffa: b",
  "a: b: c",
  "a: b\n c: d",
  "a:\n  b: c\n d: e",
  "a: 'b",
  'a: "\\q"',
  "a: 'b' c",
  "a: [b",
  "a: [b: c]",
  "a: {b}",
  "a: [b]]",
  "a: @b",
  `${"k".repeat(1100)}: a`,
])("leaves %j to the parser of all YAML", (text) => {
  expect(parseSimpleYaml(text)).toBeUndefined();
});

test("what nests too deep is not simple, however it is written", () => {
  const blocks = Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
  expect(parseSimpleYaml(blocks)).toBeUndefined();
  expect(parseSimpleYaml(`a: ${"[".repeat(100_000)}`)).toBeUndefined();
  expect(parseSimpleYaml(`a:\n  ${"- ".repeat(100_000)}x`)).toBeUndefined();
});

test("long texts of every style are read in linear time", () => {
  const long = "x ".repeat(1_000_000);
  for (const written of [
    `"${long}"`,
    `'${long}'`,
    `[${long}]`,
    `{${long}: b}`,
    long,
    `>\n  ${long}`,
  ]) {
    expectSame(`a: ${written}\nb: c`);
  }
});

const text = fc.oneof(
  fc.constantFrom(
    "a",
    "b c",
    "x: y",
    "x #y",
    "- q",
    "true",
    "~",
    "1",
    ".5",
    "0x1",
    "<<",
    "---",
    "{y",
  ),
  fc.constantFrom(
    "a\nb",
    "a\n\nb\n",
    "  lead",
    "trail \u00a0",
    "a\n  b\nc",
    "tab\tx",
    "é",
    "😀",
    "'q'",
    '"d"',
    "a\\b",
  ),
  fc.constantFrom(
    "\n",
    "\n\na",
    "a\n ",
    " \n a",
    "a\n\n\n\nb",
    "end\n\n\n",
    "a\r\nb",
    "\u2028",
    "\ufeff",
    "\u3000x",
  ),
  fc.lorem({ maxCount: 20 }),
  fc.string({ unit: "grapheme" }),
);
const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.constantFrom(null, true, 0, -1.5, 1e21),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4 }),
  ),
})).value;
const style: fc.Arbitrary<ToStringOptions> = fc.record({
  indent: fc.integer({ min: 1, max: 4 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom("any", "block", "flow"),
  defaultStringType: fc.constantFrom(
    "PLAIN",
    "QUOTE_DOUBLE",
    "QUOTE_SINGLE",
    "BLOCK_LITERAL",
    "BLOCK_FOLDED",
  ),
  singleQuote: fc.constantFrom(true, false, null),
  doubleQuotedMinMultiLineLength: fc.constantFrom(10, 40),
});

test("what is simple is read as the parser of all YAML reads it, and stands where it stands there", () => {
  let simple = 0;
  fc.assert(
    fc.property(json, style, (value, options) => {
      simple += expectSame(new Document({ k: value }).toString(options)) ? 1 : 0;
    }),
    { numRuns: 400 },
  );
  expect(simple).toBeGreaterThan(200);
});

const piece = fc.constantFrom(
  ...[
    "a: b",
    "- x",
    "- a: 1",
    "  b: 2",
    "k: |",
    "k: >-",
    "    text",
    "  # c",
    "",
    "  ",
    "-",
    "- ",
    "k:",
    "? x",
    ": y",
  ],
  ...[
    "k: 'a",
    "  b'",
    'k: "a',
    "  b\\",
    '  c"',
    "k: a",
    "k: a #c",
    "k: [",
    "]",
    "a,",
    "}",
    "k: {a: 1",
    "---",
    "...",
    "k: |+",
  ],
  ...[
    "k: *a",
    "<<: x",
    "k:\tv",
    "k: a: b",
    "k :v",
    "k: [a: b]",
    "k: ?",
    "k: -",
    "- - y",
    "k: 'a'#c",
    "k: a\u00a0 # b",
    "\r",
  ],
);
const scrap = fc
  .array(fc.tuple(fc.constantFrom("", "", " ", "  ", "    "), piece), { maxLength: 7 })
  .map((lines) => lines.map(([indent, line]) => indent + line).join("\n"));

test("scraps of YAML are read as the parser of all YAML reads them, or left to it", () => {
  fc.assert(
    fc.property(scrap, (written) => {
      expectSame(written);
    }),
    { numRuns: 3000 },
  );
});

/** Whether a text is simple; then its value and all places are those of the parser of all YAML. */
function expectSame(written: string): boolean {
  const simple = parseSimpleYaml(written);
  if (simple?.value === undefined) return false;
  const full = parseYaml(written);
  expect(full.faults).toEqual([]);
  if (full.value === undefined) throw new Error("no value");
  expect(JSON.stringify(simple.value)).toBe(JSON.stringify(full.value));
  for (const pointer of listPointers(simple.value, "")) {
    expect([pointer, simple.locate(pointer)]).toEqual([pointer, full.locate(pointer)]);
  }
  return true;
}

function listPointers(value: JsonValue, pointer: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  const below = Object.entries(value).flatMap(([key, member]) =>
    listPointers(member, appendKey(pointer, key)),
  );
  return [pointer, ...below];
}
