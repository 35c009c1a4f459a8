import type { JsonObject, JsonValue } from "@truespec/json-schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyOverlay } from "./apply-overlay.ts";
import type { OverlayAction } from "./overlay.ts";
import { parseOverlay } from "./parse-overlay.ts";
import { printOverlay } from "./print-overlay.ts";
import { writeOverlay } from "./write-overlay.ts";

interface Row {
  readonly name: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly want: readonly OverlayAction[];
  /** Default: 1.0.0. */
  readonly version?: string;
}

const rows: readonly Row[] = [
  {
    name: "primitive values are merged at the object that holds them",
    before: { info: { title: "a", version: "1" } },
    after: { info: { title: "b", version: "1", x: null } },
    want: [{ target: "$['info']", update: { title: "b", x: null } }],
  },
  {
    name: "an array is removed, then merged at the object that holds it",
    before: { a: { tags: ["x"] } },
    after: { a: { tags: ["x", "y"] } },
    want: [
      { target: "$['a']['tags']", remove: true },
      { target: "$['a']", update: { tags: ["x", "y"] } },
    ],
  },
  {
    name: "so is a value of another kind; 1.0 knows no primitive target",
    before: { a: 1, b: {} },
    after: { a: {}, b: 1 },
    want: [
      { target: "$['a']", remove: true },
      { target: "$['b']", remove: true },
      { target: "$", update: { a: {}, b: 1 } },
    ],
    version: "1.1.0",
  },
  {
    name: "items are gone into while none comes or goes",
    before: { p: [{ name: "a" }, { name: "b", x: { y: 1 } }] },
    after: { p: [{ name: "a" }, { name: "b", x: { y: 2 } }] },
    want: [{ target: "$['p'][1]['x']", update: { y: 2 } }],
  },
  {
    name: "a new list does not grow when the overlay is applied again",
    before: { a: {} },
    after: { a: { s: { enum: ["x"] } } },
    want: [
      { target: "$['a']", update: { s: {} } },
      { target: "$['a']['s']", remove: true },
      { target: "$['a']", update: { s: { enum: ["x"] } } },
    ],
  },
  {
    name: "any name can be a target",
    before: { "it's \\ \n": { a: 1 } },
    after: { "it's \\ \n": {} },
    want: [{ target: "$['it\\'s \\\\ \\u000a']['a']", remove: true }],
    version: "1.1.0",
  },
];

test.each(rows)("$name", ({ before, after, want, version = "1.0.0" }) => {
  const overlay = writeOverlay(before, after, { title: "t" });
  expect(overlay?.actions).toEqual(want);
  expect(overlay?.overlay).toBe(version);
});

test("no difference, no overlay", () => {
  expect(writeOverlay({ a: [1] }, { a: [1] }, { title: "t" })).toBeUndefined();
});

const key = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    "c",
    "__proto__",
    "constructor",
    "$ref",
    "x-y",
    "'",
    '"',
    "\\",
    "\n",
    "1",
    "",
  ),
  fc.string({ unit: "grapheme", maxLength: 3 }),
);
const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<JsonValue>(null, true, 0, 1, "", "x"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map((all) => Object.fromEntries(all)),
  ),
})).value;
const object = fc
  .array(fc.tuple(key, json), { maxLength: 5 })
  .map((all): JsonObject => Object.fromEntries(all));

test("what is written applies to exactly the change, also when printed, also twice", () => {
  fc.assert(
    fc.property(object, object, (before, after) => {
      const overlay = writeOverlay(before, after, { title: "t" });
      if (overlay === undefined) {
        expect(before).toEqual(after);
        return;
      }
      const once = applyOverlay(before, overlay);
      expect(once.diagnostics).toEqual([]);
      expect(once.document).toEqual(after);
      expect(applyOverlay(once.document, overlay).document).toEqual(after);
      const printed = parseOverlay(printOverlay(overlay), "o.yaml");
      expect(printed.diagnostics).toEqual([]);
      expect(printed.overlay && applyOverlay(before, printed.overlay).document).toEqual(after);
    }),
    { numRuns: 1000 },
  );
});
