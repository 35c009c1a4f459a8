import { expect, test } from "vitest";
import type { DocumentEdit } from "./edit.ts";
import { editDocument } from "./edit-document.ts";

interface Row {
  readonly name: string;
  readonly given: string;
  readonly edits: readonly DocumentEdit[];
  readonly want: string;
  /** Codes of the diagnostics; default: none. */
  readonly codes?: readonly string[];
}

const set = (pointer: string, value: Extract<DocumentEdit, { kind: "set" }>["value"]) =>
  ({ kind: "set", pointer, value }) as const;
const insert = (pointer: string, value: Extract<DocumentEdit, { kind: "set" }>["value"]) =>
  ({ kind: "insert", pointer, value }) as const;
const remove = (pointer: string) => ({ kind: "remove", pointer }) as const;

const rows: readonly Row[] = [
  {
    name: "a text of nothing but a space that YAML does not know",
    given: "a: [ x ]\nb: y\n",
    edits: [insert("/a/0", "\u2003"), insert("/a/0", null), set("/b", "\u3000z")],
    want: "a: [ null, \u2003, x ]\nb: \u3000z\n",
  },
  {
    name: "a plain scalar, its comment stays",
    given: "# head\ninfo:\n  title:   Pets # for now\n  version: 1.0.0\n",
    edits: [set("/info/title", "Cats")],
    want: "# head\ninfo:\n  title:   Cats # for now\n  version: 1.0.0\n",
  },
  {
    name: "quotes stay what they are",
    given: "a: 'x'\nb: \"y\"\nc: >-\n  long\n  text\nd: |\n  z\n",
    edits: [set("/a", "it's"), set("/b", "n"), set("/c", "short"), set("/d", "z\nz\n")],
    want: "a: 'it''s'\nb: \"n\"\nc: >-\n  short\nd: |\n  z\n  z\n",
  },
  {
    name: "a new member comes last, before the comment that follows",
    given: "a:\n  b: 1 # b\n  # end of a\n\nc: 2\n",
    edits: [set("/a/x", { z: [1, "yes"] })],
    want: 'a:\n  b: 1 # b\n  x:\n    z:\n      - 1\n      - "yes"\n  # end of a\n\nc: 2\n',
  },
  {
    name: "indentation of four, dashes not indented",
    given: "a:\n    b:\n    - 1\n    - 2\n",
    edits: [insert("/a/b/1", 9), set("/a/c", { d: ["x"] })],
    want: "a:\n    b:\n    - 1\n    - 9\n    - 2\n    c:\n        d:\n        - x\n",
  },
  {
    name: "keys that need quotes",
    given: "a: 1\n",
    edits: ["yes", "<<", "1.0", "2020-01-01", "", "a: b", "- x", "#", "null", "~"].map((key) =>
      set(`/${key.replaceAll("~", "~0")}`, 1),
    ),
    want: 'a: 1\n"yes": 1\n"<<": 1\n"1.0": 1\n"2020-01-01": 1\n"": 1\n"a: b": 1\n"- x": 1\n"#": 1\n"null": 1\n"~": 1\n',
  },
  {
    name: "hostile keys",
    given: "a: 1\n",
    edits: [set("/__proto__", { polluted: true }), set("/constructor", 1), set("/toString", 2)],
    want: "a: 1\n__proto__:\n  polluted: true\nconstructor: 1\ntoString: 2\n",
  },
  {
    name: "an item is removed with its comment, the one above stays",
    given: "a:\n  # first\n  - 1 # one\n  # second\n  - 2 # two\n",
    edits: [remove("/a/0")],
    want: "a:\n  # first\n  # second\n  - 2 # two\n",
  },
  {
    name: "what is left empty",
    given: "a:\n  b: 1\nc:\n  - 1\nd: [x]\n",
    edits: [remove("/a/b"), remove("/c/0"), remove("/d/0")],
    want: "a: {}\nc: []\nd: []\n",
  },
  {
    name: "the first member behind a dash",
    given: "- a: 1\n  b: 2\n- a: 1 # one\n  # two\n  b: 2\n",
    edits: [remove("/0/a"), remove("/1/a")],
    want: "- b: 2\n-  # one\n  # two\n  b: 2\n",
  },
  {
    name: "a scalar becomes a block, a block becomes a scalar",
    given: "a: 1 # one\nb: # two\n  c: 2\nd: 3\n",
    edits: [set("/a", { x: 1 }), set("/b", "z"), set("/d", "l1\nl2\n")],
    want: "a: # one\n  x: 1\nb: z # two\nd: |\n  l1\n  l2\n",
  },
  {
    name: "a value that was never written",
    given: "a:\nb: # none\nc:\n  -\n  - # none\n",
    edits: [set("/a", 1), set("/b", { x: 1 }), set("/c/0", 2), set("/c/1", { z: 1 })],
    want: "a: 1\nb: # none\n  x: 1\nc:\n  - 2\n  - z: 1 # none\n",
  },
  {
    name: "flow collections",
    given: "a: { b: 1, c: [x, y,], d: {} } # flow\n",
    edits: [
      set("/a/b", "yes"),
      insert("/a/c/0", "w"),
      insert("/a/c/-", { k: "v: w" }),
      set("/a/d/e", [1]),
      set("/a/f", null),
    ],
    want: 'a: { b: "yes", c: [w, x, y, {k: "v: w"},], d: {e: [1]}, f: null } # flow\n',
  },
  {
    name: "flow collections over lines",
    given: "tags: [\n  a,\n  b, # last\n  c\n]\n",
    edits: [remove("/tags/2"), insert("/tags/1", "x")],
    want: "tags: [\n  a,\n  x,\n  b, # last\n  \n]\n",
  },
  {
    name: "CRLF",
    given: "a: 1\r\nb:\r\n  - x\r\n",
    edits: [set("/c", { d: 1 }), insert("/b/-", "z"), remove("/a")],
    want: "b:\r\n  - x\r\n  - z\r\nc:\r\n  d: 1\r\n",
  },
  {
    name: "no final newline",
    given: "a: 1",
    edits: [set("/b", "x\n")],
    want: 'a: 1\nb: "x\\n"',
  },
  { name: "an empty document", given: "", edits: [set("", { a: 1 })], want: "a: 1\n" },
  {
    name: "a document of comments alone",
    given: "# c",
    edits: [set("", [1])],
    want: "# c\n- 1\n",
  },
  {
    name: "a document behind a marker",
    given: "%YAML 1.2\n---\na: 1\n...\n",
    edits: [set("/b", 2), set("/a", [1])],
    want: "%YAML 1.2\n---\na:\n  - 1\nb: 2\n...\n",
  },
  {
    name: "a byte order mark",
    given: "\uFEFFa: 1\n",
    edits: [set("/a", 2)],
    want: "\uFEFFa: 2\n",
  },
  {
    name: "JSON with tabs",
    given: '{\n\t"a": 1,\n\t"b": [\n\t\t"x"\n\t],\n\t"c": {}\n}\n',
    edits: [insert("/b/-", { y: 1 }), set("/c/d", [1]), set("/e", "\u2028"), remove("/a")],
    want: '{\n\t"b": [\n\t\t"x",\n\t\t{\n\t\t\t"y": 1\n\t\t}\n\t],\n\t"c": {\n\t\t"d": [\n\t\t\t1\n\t\t]\n\t},\n\t"e": "\u2028"\n}\n',
  },
  {
    name: "JSON in one line",
    given: '{"a":[1,2],"b":{"c":"x"}}',
    edits: [insert("/a/0", { z: [1, 2] }), remove("/b/c"), set("/d", 1)],
    want: '{"a":[{"z":[1,2]},1,2],"b":{},"d":1}',
  },
  {
    name: "JSON with inline objects",
    given: '{\n  "tags": [{ "name": "a" }, { "name": "b" }]\n}',
    edits: [insert("/tags/-", { name: "c" }), set("/tags/0/name", "A"), set("/tags/1/x", true)],
    want: '{\n  "tags": [{ "name": "A" }, { "name": "b", "x": true }, {"name": "c"}]\n}',
  },
  {
    name: "a repeated key: the last one counts, and all go",
    given: "a: 1\na: 2\nb: 1\nc: 1\nb: 2\n",
    edits: [set("/a", 3), remove("/b")],
    want: "a: 1\na: 3\nc: 1\n",
  },
  {
    name: "an alias is written out where it stands, and refused below and behind",
    given: "a: &x { t: 1 }\nb: *x\nc: *x\nd: 1\n",
    edits: [set("/c", { t: 2 }), set("/b/t", 2), set("/a/t", 2), set("/d", 2)],
    want: "a: &x { t: 1 }\nb: *x\nc:\n  t: 2\nd: 2\n",
    codes: ["edit-shared", "edit-shared"],
  },
  {
    name: "an anchor that aliases need stays",
    given: "a: &x 1\nb: *x\n",
    edits: [remove("/a"), set("/a", 2)],
    want: "a: &x 1\nb: *x\n",
    codes: ["edit-not-written", "edit-shared"],
  },
  {
    name: "an anchor that nobody uses",
    given: "a: &x 1\nb: &y\n  c: 1\n",
    edits: [set("/a", 2), set("/b/d", 2)],
    want: "a: &x 2\nb: &y\n  c: 1\n  d: 2\n",
  },
  {
    name: "merge keys: what is merged is overridden, and cannot be removed",
    given: "a: &x { t: 1, u: 2 }\nb:\n  <<: *x\n  v: 3\n",
    edits: [set("/b/t", 5), remove("/b/u"), remove("/b/v")],
    want: "a: &x { t: 1, u: 2 }\nb:\n  <<: *x\n  t: 5\n",
    codes: ["edit-not-written"],
  },
  {
    name: "places that are not there",
    given: "a:\n  - 1\nb: 1\n",
    edits: [
      set("/x/y", 1),
      set("/a/1", 1),
      insert("/a/2", 1),
      insert("/b", 1),
      remove("/c"),
      remove(""),
      set("/b/c", 1),
    ],
    want: "a:\n  - 1\nb: 1\n",
    codes: Array.from({ length: 7 }, () => "edit-not-found"),
  },
  {
    name: "a broken text stays",
    given: "a: [\n",
    edits: [set("/a", 1)],
    want: "a: [\n",
    codes: ["yaml-syntax"],
  },
  {
    name: "several documents in one text: the first one is meant",
    given: "a: 1\n---\nb: 1\n",
    edits: [set("/a", 2), set("/c", [1]), remove("/b")],
    want: "a: 2\nc:\n  - 1\n---\nb: 1\n",
    codes: ["edit-not-found"],
  },
];

test.each(rows)("$name", ({ given, edits, want, codes = [] }) => {
  const { text, diagnostics } = editDocument(given, edits, "a.yaml");
  expect(text).toBe(want);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

test("an array grows by more items than a call takes arguments", () => {
  const a = Array.from({ length: 150_000 }, (_, index) => index);
  const { text, diagnostics } = editDocument('{"a":[0]}', [set("/a", a)], "a.json");
  expect(diagnostics).toEqual([]);
  expect(text).toBe(JSON.stringify({ a }));
});
