import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { applyOverlay } from "./apply-overlay.ts";
import type { OverlayAction } from "./overlay.ts";

interface Row {
  readonly name: string;
  /** Default: 1.1.0. */
  readonly version?: string;
  readonly given: JsonObject;
  readonly actions: readonly OverlayAction[];
  readonly want: JsonObject;
  /** Codes of the diagnostics. */
  readonly codes?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: "objects merge, member by member",
    given: { info: { title: "a", x: { y: 1 } } },
    actions: [{ target: "$.info", update: { title: "b", x: { z: 2 } } }],
    want: { info: { title: "b", x: { y: 1, z: 2 } } },
  },
  {
    name: "1.1: an array concatenates an array",
    given: { tags: ["a"] },
    actions: [{ target: "$.tags", update: ["b", "c"] }],
    want: { tags: ["a", "b", "c"] },
  },
  {
    name: "1.0: an array takes an array as one entry",
    version: "1.0.0",
    given: { tags: ["a"] },
    actions: [{ target: "$.tags", update: ["b"] }],
    want: { tags: ["a", ["b"]] },
  },
  ...["1.0.0", "1.1.0"].map((version) => ({
    name: `${version}: an array takes an object as one entry`,
    version,
    given: { tags: [{ name: "a" }] },
    actions: [{ target: "$.tags", update: { name: "b" } }],
    want: { tags: [{ name: "a" }, { name: "b" }] },
  })),
  ...["1.0.0", "1.1.0"].map((version) => ({
    name: `${version}: arrays inside of an object concatenate`,
    version,
    given: { op: { tags: ["a"] } },
    actions: [{ target: "$.op", update: { tags: ["b"] } }],
    want: { op: { tags: ["a", "b"] } },
  })),
  {
    name: "1.1: a primitive is replaced",
    given: { a: { b: 1 } },
    actions: [{ target: "$.a.b", update: "x" }],
    want: { a: { b: "x" } },
  },
  {
    name: "1.0: a primitive is replaced too, with a warning",
    version: "1.0.0",
    given: { a: { b: 1 } },
    actions: [{ target: "$.a.b", update: "x" }],
    want: { a: { b: "x" } },
    codes: ["overlay-target-primitive"],
  },
  {
    name: "1.1: an object does not replace a primitive",
    given: { a: { b: 1 } },
    actions: [{ target: "$.a", update: { b: { c: 1 } } }],
    want: { a: { b: 1 } },
    codes: ["overlay-incompatible"],
  },
  {
    name: "1.1: an array does not replace an object",
    given: { a: { b: {} } },
    actions: [{ target: "$.a", update: { b: [1] } }],
    want: { a: { b: {} } },
    codes: ["overlay-incompatible"],
  },
  {
    name: "1.0: the update wins where kinds differ",
    version: "1.0.0",
    given: { a: { b: 1 } },
    actions: [{ target: "$.a", update: { b: { c: 1 } } }],
    want: { a: { b: { c: 1 } } },
  },
  {
    name: "every node that matches",
    given: { paths: { "/a": { get: {} }, "/b": { get: {}, put: {} } } },
    actions: [{ target: "$.paths.*.get", update: { x: 1 } }],
    want: { paths: { "/a": { get: { x: 1 } }, "/b": { get: { x: 1 }, put: {} } } },
  },
  {
    name: "a filter",
    given: {
      p: [
        { name: "a", in: "query" },
        { name: "b", in: "path" },
      ],
    },
    actions: [{ target: "$.p[?@.in == 'query']", update: { required: true } }],
    want: {
      p: [
        { name: "a", in: "query", required: true },
        { name: "b", in: "path" },
      ],
    },
  },
  {
    name: "remove a member",
    given: { a: 1, b: 2 },
    actions: [{ target: "$.a", remove: true }],
    want: { b: 2 },
  },
  {
    name: "remove several items of one array",
    given: { a: [1, 2, 3, 4, 11, 12] },
    actions: [{ target: "$.a[?@ > 1 && @ < 12]", remove: true }],
    want: { a: [1, 12] },
  },
  {
    name: "remove a node and what is in it",
    given: { a: { x: { x: 1 } }, b: [{ x: 1 }, { y: 1 }] },
    actions: [{ target: "$..x", remove: true }],
    want: { a: {}, b: [{}, { y: 1 }] },
  },
  {
    name: "remove an item and what is in it",
    given: { a: [{ x: { k: 1 } }, { x: { k: 2 } }] },
    actions: [{ target: "$..[?@.k == 1 || @.x.k == 1]", remove: true }],
    want: { a: [{ x: { k: 2 } }] },
  },
  {
    name: "remove wins over update",
    given: { a: { b: 1 } },
    actions: [{ target: "$.a", remove: true, update: { c: 1 } }],
    want: {},
  },
  {
    name: "the root is not removed",
    given: { a: 1 },
    actions: [{ target: "$", remove: true }],
    want: { a: 1 },
    codes: ["overlay-root-removed"],
  },
  {
    name: "a target that matches nothing changes nothing",
    given: { info: {} },
    actions: [{ target: "$.inf", update: {} }],
    want: { info: {} },
    codes: ["overlay-target-unmatched"],
  },
  {
    name: "nothing is created on the way",
    given: { info: {} },
    actions: [{ target: "$.info.contact", update: { name: "x" } }],
    want: { info: {} },
    codes: ["overlay-target-unmatched"],
  },
  {
    name: "a broken target",
    given: { a: 1 },
    actions: [
      { target: "$.[", remove: true },
      { target: "$.a", remove: true },
    ],
    want: {},
    codes: ["overlay-target-invalid"],
  },
  {
    name: "mixed kinds are refused",
    given: { a: { x: 1, y: {} } },
    actions: [{ target: "$.a.*", update: {} }],
    want: { a: { x: 1, y: {} } },
    codes: ["overlay-target-mixed"],
  },
  {
    name: "copy takes the value as it is at that moment",
    given: { a: { x: 1 }, b: {} },
    actions: [
      { target: "$.b", copy: "$.a" },
      { target: "$.a", update: { x: 2 } },
    ],
    want: { a: { x: 2 }, b: { x: 1 } },
  },
  {
    name: "copy needs one node",
    given: { a: { x: 1, y: 1 }, b: {} },
    actions: [{ target: "$.b", copy: "$.a.*" }],
    want: { a: { x: 1, y: 1 }, b: {} },
    codes: ["overlay-copy"],
  },
  {
    name: "a broken copy",
    given: { a: { x: 1 }, b: {} },
    actions: [{ target: "$.b", copy: "$.[" }],
    want: { a: { x: 1 }, b: {} },
    codes: ["overlay-target-invalid"],
  },
  {
    name: "each action sees the one before",
    given: { info: {} },
    actions: [
      { target: "$.info", update: { contact: {} } },
      { target: "$.info.contact", update: { name: "x" } },
    ],
    want: { info: { contact: { name: "x" } } },
  },
  {
    name: "hyphens in short names, though RFC 9535 has none",
    given: { a: { "x-b": { y: 1 } }, "x-c": { "x-b": { y: ".x-b" } } },
    actions: [
      { target: "$.a.x-b", update: { z: 1 } },
      { target: "$..x-b[?@ == '.x-b']", remove: true },
    ],
    want: { a: { "x-b": { y: 1, z: 1 } }, "x-c": { "x-b": {} } },
  },
  {
    name: "keys that need quotes",
    given: { paths: { "/a'b/{id}": {} } },
    actions: [{ target: "$.paths['/a\\'b/{id}']", update: { x: 1 } }],
    want: { paths: { "/a'b/{id}": { x: 1 } } },
  },
];

test.each(rows)("$name", ({ version = "1.1.0", given, actions, want, codes = [] }) => {
  const before = structuredClone(given);
  const overlay = { overlay: version, title: "t", version: "1", actions };
  const { document, diagnostics } = applyOverlay(given, overlay);
  expect(document).toEqual(want);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  expect(given).toEqual(before);
});

test("matches are counted for each action", () => {
  const given = { a: [1, 2], b: {} };
  const actions = [
    { target: "$.a[*]", remove: true },
    { target: "$.a[*]", remove: true },
    { target: "$.b", update: { c: 1 } },
  ];
  const overlay = { overlay: "1.1.0", title: "t", version: "1", actions };
  expect(applyOverlay(given, overlay).matches).toEqual([2, 0, 1]);
});

test.each([
  { target: "$.paths['/pet'].get", want: "\"$.paths['/pets'].get\"" },
  { target: "$.inof.title", want: '"$.info.title"' },
])("an unmatched $target names what is near", ({ target, want }) => {
  const given = { info: { title: "x" }, paths: { "/pets": { get: {} } } };
  const overlay = { overlay: "1.1.0", title: "t", version: "1", actions: [{ target, update: {} }] };
  expect(applyOverlay(given, overlay).diagnostics[0]?.hint).toBe(`Did you mean ${want}?`);
});

test.each([
  { copy: "$.paths['/pet']", said: "matches 0.", hint: "Did you mean \"$.paths['/pets']\"?" },
  {
    copy: "$.paths['/pets'].get",
    said: "matches 0: $.paths['/pets'] is a reference to \"#/shared\".",
    hint: 'Did you mean "$.shared.get"?',
  },
  {
    copy: "$.paths['/pets'].put",
    said: "matches 0: $.paths['/pets'] is a reference to \"#/shared\".",
    hint: "Name exactly one node.",
  },
  { copy: "$.paths.*.post", said: "matches 0.", hint: "Name exactly one node." },
  { copy: "$.*", said: "matches 2.", hint: "Name exactly one node." },
])("a copy of $copy says why it is none", ({ copy, said, hint }) => {
  const given = { shared: { get: {} }, paths: { "/pets": { $ref: "#/shared" } } };
  const actions = [{ target: "$.paths", copy }];
  const overlay = { overlay: "1.1.0", title: "t", version: "1", actions };
  const [diagnostic] = applyOverlay(given, overlay).diagnostics;
  expect(diagnostic?.message.endsWith(said)).toBe(true);
  expect(diagnostic?.hint).toBe(hint);
});

test("an update's __proto__ is a key like any other", () => {
  const update: JsonValue = JSON.parse('{"__proto__": {"polluted": true}}');
  const overlay = {
    overlay: "1.1.0",
    title: "t",
    version: "1",
    actions: [{ target: "$", update }],
  };
  const { document } = applyOverlay({ a: 1 }, overlay);
  expect(Object.keys(document)).toEqual(["a", "__proto__"]);
  expect(Object.getOwnPropertyDescriptor(Object.prototype, "polluted")).toBeUndefined();
});
