import fc from "fast-check";
import { expect, test } from "vitest";
import { applyOverlay } from "./apply-overlay.ts";
import type { Overlay, OverlayAction } from "./overlay.ts";
import { parseOverlay } from "./parse-overlay.ts";
import { printOverlay } from "./print-overlay.ts";

const overlay: Overlay = {
  overlay: "1.1.0",
  title: "Correct the description",
  version: "1.0.0",
  extends: "openapi.yaml",
  actions: [
    { target: "$.info", update: { title: "yes", version: "1.0" } },
    { remove: true, description: "gone", target: "$.paths['/a']" },
    { copy: "$.paths['/b']", target: "$.paths['/c']" },
  ],
};

test("the text is in the order of the specification, with comments", () => {
  const actions = new Map([[1, "12 of 12 answers\nlack it"]]);
  expect(printOverlay(overlay, { header: "Made by a check.", actions })).toBe(`# Made by a check.

overlay: 1.1.0
info:
  title: Correct the description
  version: 1.0.0
extends: openapi.yaml
actions:
  - target: $.info
    update:
      title: "yes"
      version: "1.0"

  # 12 of 12 answers
  # lack it
  - target: $.paths['/a']
    description: gone
    remove: true

  - target: $.paths['/c']
    copy: $.paths['/b']
`);
});

test("comments cannot break out of their lines", () => {
  const text = printOverlay(overlay, {
    header: "a\rb\n\nc",
    actions: new Map([[0, "x\u2028y\n- target: $\u0085z"]]),
  });
  expect(parseOverlay(text, "o.yaml").overlay).toEqual(overlay);
});

const key = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "a", "$ref", "<<", "1", "yes", "~", ""),
  fc.string({ unit: "binary" }),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 3 }).map(Object.fromEntries),
  ),
})).value;

const action: fc.Arbitrary<OverlayAction> = fc.oneof(
  fc.record({
    target: fc.constantFrom("$", "$.a", "$.a['b c']"),
    update: fc.dictionary(key, json),
  }),
  fc.record({ target: fc.constantFrom("$.a", "$..b"), remove: fc.constant(true) }),
);
const overlays: fc.Arbitrary<Overlay> = fc.record({
  overlay: fc.constantFrom("1.0.0", "1.1.0"),
  title: fc.string({ unit: "binary" }),
  version: fc.string(),
  actions: fc.uniqueArray(action, {
    minLength: 1,
    maxLength: 4,
    selector: (a) => JSON.stringify(a),
  }),
});

test("what is printed parses to the same overlay, and applies alike", () => {
  fc.assert(
    fc.property(overlays, (given) => {
      const text = printOverlay(given);
      const { overlay: parsed, diagnostics } = parseOverlay(text, "o.yaml");
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(JSON.stringify(parsed)).toBe(
        JSON.stringify(parseOverlay(printOverlay(given), "").overlay),
      );
      expect(parsed?.actions).toEqual(given.actions);
      const document = { a: { "b c": { b: 1 } }, b: [] };
      const applied = parsed && applyOverlay(document, parsed).document;
      expect(applied).toEqual(applyOverlay(document, given).document);
    }),
    { numRuns: 300 },
  );
});

test("a merge is done once and for all: applying an object update again changes nothing", () => {
  const plain = fc.dictionary(
    key,
    fc.oneof(fc.integer(), fc.string(), fc.dictionary(key, fc.integer())),
  );
  fc.assert(
    fc.property(plain, plain, (given, update) => {
      const once = { ...overlay, actions: [{ target: "$", update }] };
      const { document } = applyOverlay(given, once);
      expect(applyOverlay(document, once).document).toEqual(document);
    }),
  );
});
