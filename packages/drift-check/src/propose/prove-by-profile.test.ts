import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { type Answer, answers, documentOf } from "../../test/api.ts";
import { propose, proposeFromProfile } from "../../test/propose.ts";
import { isDeviation } from "../compare/deviation-kinds.ts";

const fields = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const long = (index: number): string =>
  `A text of some length, number ${index}, that no profile keeps.`;

const proved: readonly [string, JsonObject, readonly JsonValue[], Answer?][] = [
  ["a field", fields({ a: {} }), [{ b: { c: [1, "x"], d: null } }]],
  ["a field of texts", fields({ a: {} }), [{ b: long(1) }, { b: long(2) }]],
  [
    "a field of dates",
    fields({ a: {} }),
    Array.from({ length: 25 }, (_, day) => ({ b: `2026-01-${String(day + 1).padStart(2, "0")}` })),
  ],
  ["a value of an enum", { enum: ["a"] }, ["b", "c"]],
  ["an open set", { enum: ["a"] }, Array.from({ length: 12 }, (_, index) => `v${index}`)],
  ["null", { type: "string" }, [null, "x"]],
  ["null beside a list of values", { type: "string", enum: ["a"] }, [null]],
  ["another type", { type: "string" }, [1, "x"]],
  ["a fraction beside a bound that holds", { type: "integer", minimum: 0 }, [1.5, 2]],
  ["a name beside a length that holds", { type: "integer", maxLength: 5 }, ["abc", 1]],
  ["a format", { type: "string", format: "date" }, ["later"]],
  ["a limit", { type: "integer", maximum: 3 }, [4]],
  [
    "a branch of anyOf",
    fields({ a: { anyOf: [{ type: "string" }, { type: "null" }] } }),
    [{ a: 1 }],
  ],
  ["a status", {}, [{ e: 1 }, { e: 2 }], { status: 404 }],
  ["a media type", {}, [{ e: 1 }, { e: 2 }], { mediaType: "application/hal+json" }],
];

describe("a profile proves what the exchanges prove", () => {
  test.each(proved)("%s", async (_name, schema, bodies, answer = {}) => {
    const document = documentOf(schema);
    const collected = answers(bodies, answer);
    const live = await propose(document, collected);
    const kept = await proposeFromProfile(document, collected);
    expect(kept.proposal.refused).toEqual([]);
    expect(kept.proposal.addressed.length).toBeGreaterThan(0);
    expect(kept.proposal.text).toBe(live.proposal.text);
    expect(kept.after.filter(isDeviation)).toEqual([]);
  });
});

const untold = (keyword: string): string =>
  `the profile does not hold the values that \`${keyword}\` would be held against: check the exchanges themselves`;

describe("what would need the values themselves is refused, and says so", () => {
  test.each<[string, JsonObject, readonly JsonValue[], string]>([
    ["texts beside a pattern", { type: "integer", pattern: "^A" }, [long(1)], untold("pattern")],
    ["objects beside fields", { type: "string", required: ["a"] }, [{ a: 1 }], untold("required")],
    ["lists beside items", { type: "string", items: {} }, [[1]], untold("items")],
    ["numbers beside multipleOf", { type: "string", multipleOf: 2 }, [3], untold("multipleOf")],
    [
      "a bound that does not hold",
      { type: "string", maximum: 3 },
      [7],
      "the overlay was tried, and does not fit what the profile remembers",
    ],
    [
      "a field that another part forbids",
      { allOf: [fields({ a: {} }), { ...fields({ b: {} }), additionalProperties: false }] },
      [{ c: 1 }],
      "another part of the schema forbids the field",
    ],
    [
      "more names than a profile keeps",
      fields({ a: {} }),
      Array.from({ length: 210 }, (_, index) => ({ [`k${index}`]: index })),
      "the profile did not keep all of what was seen there",
    ],
    [
      "more fields in a field than a profile keeps",
      fields({ a: {} }),
      [{ b: Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`k${index}`, 1])) }],
      "the profile did not keep all of what was seen there",
    ],
  ])("%s", async (_name, schema, bodies, reason) => {
    const { proposal } = await proposeFromProfile(documentOf(schema), answers(bodies));
    expect(proposal.addressed).toEqual([]);
    expect(new Set(proposal.refused.map((one) => one.reason))).toEqual(new Set([reason]));
  });
});

test("what cannot be proved does not keep the rest from being proposed", async () => {
  const document = documentOf(fields({ a: { type: "integer", pattern: "^A" }, b: {} }));
  const { proposal } = await proposeFromProfile(document, answers([{ a: long(1), c: 1 }]));
  expect(proposal.addressed).toHaveLength(1);
  expect(proposal.refused).toMatchObject([{ reason: untold("pattern") }]);
  expect(proposal.text).toContain("c:");
});
