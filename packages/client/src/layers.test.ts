import { expect, test } from "vitest";
import { applyLayers, type Layer } from "./layers.ts";

interface Policy {
  readonly a: number;
  readonly b: number;
}
const ground = { on: { a: 1, b: 2 }, off: { a: 0, b: 0 } };

test.each<{ layers: readonly Layer<Policy>[]; want: Policy }>([
  { layers: [], want: { a: 1, b: 2 } },
  { layers: [undefined, { a: 3 }], want: { a: 3, b: 2 } },
  { layers: [{ a: 3, b: 4 }, { a: 5 }], want: { a: 5, b: 4 } },
  { layers: [{ a: 3 }, { a: undefined }], want: { a: 3, b: 2 } },
  { layers: [{ a: 3 }, "off"], want: { a: 0, b: 0 } },
  { layers: ["off", { b: 6 }], want: { a: 0, b: 6 } },
])("$layers: $want", ({ layers, want }) => {
  expect(applyLayers<Policy>(ground, ...layers)).toEqual(want);
});
