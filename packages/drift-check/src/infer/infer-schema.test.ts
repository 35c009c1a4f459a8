import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { createHashText } from "../profile/hash-text.ts";
import { addShapes } from "../profile/shape.ts";
import { shapeOf } from "../tally/shape-tally.ts";
import { inferSchema } from "./infer-schema.ts";

function infer(values: readonly JsonValue[]): JsonObject {
  return inferSchema(values.map((value) => shapeOf(value, createHashText(""))).reduce(addShapes));
}

const times = (count: number, value: (index: number) => JsonValue) =>
  Array.from({ length: count }, (_, index) => value(index));

test.each<[string, readonly JsonValue[], JsonObject]>([
  ["a number without fraction", [1.0], { type: "integer" }],
  ["integer and number are number", [1, 1.5], { type: "number" }],
  ["null stands last", [null, "x"], { type: ["string", "null"] }],
  ["null alone says nothing", [null], {}],
  ["several types", [true, "x"], { type: ["boolean", "string"] }],
  ["an empty array says nothing of its items", [[]], { type: "array" }],
  [
    "items of several arrays",
    [[1], ["x"]],
    { type: "array", items: { type: ["integer", "string"] } },
  ],
  ["an empty object", [{}], { type: "object" }],
  [
    "fields, never required",
    [{ a: 1 }, { b: 1 }],
    { type: "object", properties: { a: { type: "integer" }, b: { type: "integer" } } },
  ],
])("%s", (_name, values, want) => {
  expect(infer(values)).toEqual(want);
});

describe("strings", () => {
  test.each<[string, readonly JsonValue[], JsonObject]>([
    ["19 dates are too few", times(19, (i) => `2026-01-${String(i + 10)}`), { type: "string" }],
    [
      "20 dates are dates",
      times(20, (i) => `2026-01-${String(i + 10)}`),
      { type: "string", format: "date" },
    ],
    [
      "one that is no date",
      [...times(20, (i) => `2026-01-${String(i + 10)}`), "later"],
      { type: "string" },
    ],
    [
      "20 times are times",
      times(20, (i) => `2026-01-01T00:00:${i + 10}.25+01:00`),
      { type: "string", format: "date-time" },
    ],
    [
      "20 UUIDs are UUIDs",
      times(20, (i) => `123e4567-e89b-12d3-a456-4266141740${i + 10}`),
      { type: "string", format: "uuid" },
    ],
    [
      "20 URLs are URIs",
      times(20, (i) => `http${i % 2 ? "s" : ""}://a.example/${i}`),
      { type: "string", format: "uri" },
    ],
    [
      "20 addresses of mail",
      times(20, (i) => `a${i}@b.example`),
      { type: "string", format: "email" },
    ],
    [
      "20 addresses of machines",
      times(20, (i) => `10.0.0.${i * 12}`),
      { type: "string", format: "ipv4" },
    ],
    [
      "decimals are a pattern",
      times(20, (i) => `${i % 2 ? "-" : ""}${i}.5`),
      { type: "string", pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$" },
    ],
    [
      "a vocabulary is open",
      times(40, (i) => ["low", "high"][i % 2] ?? ""),
      { type: "string", "x-extensible-enum": ["high", "low"] },
    ],
    [
      "a value seen once is no vocabulary yet",
      [...times(40, () => "low"), "high"],
      { type: "string" },
    ],
    [
      "29 are too few for a vocabulary",
      times(29, (i) => ["low", "high"][i % 2] ?? ""),
      { type: "string" },
    ],
    ["one value is no vocabulary", times(40, () => "low"), { type: "string" }],
    ["51 values are too many", times(204, (i) => `v${i % 51}`), { type: "string" }],
    [
      "a few dates are no vocabulary",
      times(40, (i) => `2026-01-0${(i % 2) + 1}`),
      { type: "string" },
    ],
    [
      "texts are no vocabulary",
      times(40, (i) => ["a b c d", "e f g h"][i % 2] ?? ""),
      { type: "string" },
    ],
  ])("%s", (_name, values, want) => {
    expect(infer(values)).toEqual(want);
  });
});

describe("map or record", () => {
  test.each<[string, readonly JsonValue[], string]>([
    ["few keys are fields", [{ a: 1 }, { b: 1 }], "properties"],
    [
      "keys that come again are fields",
      times(4, () => Object.fromEntries([..."abcdefgh"].map((k) => [k, 1]))),
      "properties",
    ],
    [
      "keys of one sight each are data",
      times(4, (i) => Object.fromEntries([..."abc"].map((k) => [`${k}${i}`, 1]))),
      "additionalProperties",
    ],
    [
      "numbers are data",
      times(3, () =>
        Object.fromEntries(times(9, (i) => String(i + 100)).map((k) => [String(k), 1])),
      ),
      "additionalProperties",
    ],
    [
      "values of several types are fields",
      times(4, (i) =>
        Object.fromEntries([..."abc"].map((k, at) => [`${k}${i}`, at === 0 ? 1 : "x"])),
      ),
      "properties",
    ],
  ])("%s", (_name, values, keyword) => {
    expect(Object.keys(infer(values))).toEqual(["type", keyword]);
  });
});

const keysOf = (count: number, value: (index: number) => JsonValue) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value(index)]));

/** Five objects with so many keys, of which some stand in one object alone. */
const objectsOf = (keys: number, once: number) =>
  times(5, (at) =>
    Object.fromEntries(
      Object.entries(keysOf(keys, () => 1)).filter((_, key) => key >= once || at === 0),
    ),
  );

test.each<[string, readonly JsonValue[], JsonValue | undefined]>([
  ["two of ten keys were seen once", objectsOf(10, 2), undefined],
  ["two of nine keys were seen once", objectsOf(9, 2), true],
  ["seven of nine keys were seen once", objectsOf(9, 7), { type: "integer" }],
  ["more keys than are kept, of one type", [keysOf(301, () => 1)], { type: "integer" }],
  ["more keys than are kept, of two types", [keysOf(301, (i) => (i % 2 ? 1 : "x"))], true],
])("%s", (_name, values, want) => {
  expect(infer(values)["additionalProperties"]).toEqual(want);
});

test("hostile names stay names", () => {
  const schema = infer([JSON.parse('{"__proto__": {"constructor": 1}}')]);
  expect(JSON.stringify(schema)).toBe(
    '{"type":"object","properties":{"__proto__":{"type":"object","properties":{"constructor":{"type":"integer"}}}}}',
  );
});
