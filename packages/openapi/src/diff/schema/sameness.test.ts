import type { JsonObject } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { createSameness } from "./sameness.ts";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function describe(leaf: string): JsonObject {
  const schemas = {
    Leaf: { type: leaf },
    One: { items: to("Leaf") },
    Other: { properties: { a: to("Leaf") } },
    Above: { anyOf: [to("One"), { type: "null" }] },
    Ring: { properties: { next: to("Ring"), leaf: to("Other") } },
    Apart: { items: to("Apart") },
  };
  return { components: { schemas }, all: Object.keys(schemas).map(to) };
}

test.each([
  ["Leaf", false],
  ["One", false],
  ["Other", false],
  ["Above", false],
  ["Ring", false],
  ["Apart", true],
])("where a leaf changes, %s means the same: %j", (name, want) => {
  const isSame = createSameness({ before: describe("string"), after: describe("integer") });
  expect(isSame({ type: "array", items: to(name) }, { type: "array", items: to(name) })).toBe(want);
});
