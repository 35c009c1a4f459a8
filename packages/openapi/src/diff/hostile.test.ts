import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { describe as load, withMembers } from "../../test/folder.ts";
import type { Description } from "../model/model.ts";
import { diffDescriptions } from "./diff-descriptions.ts";

const patience = 10_000;

/** A description that answers a schema, among other components. */
function describe(A: JsonValue, schemas: JsonObject = {}) {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/A" } } };
  const get = { responses: { 200: { description: "", content } } };
  return load(
    withMembers({ paths: { "/a": { get } }, components: { schemas: { A, ...schemas } } }),
  );
}

const count = (length: number) => Array.from({ length }, (_, index) => index);

/** Twelve choices, each of two: four thousand branches. */
const choices = (name: string): JsonValue => ({
  allOf: count(12).map((index) => ({
    anyOf: [{ properties: { [`${name}${index}`]: { type: "string" } } }, { required: [name] }],
  })),
});

/** Each schema leads to each other, by unions. */
const tangle = (type: string): JsonObject =>
  Object.fromEntries(
    count(25).map((index) => [
      `N${index}`,
      {
        anyOf: count(25).map((next) => ({
          type: "object",
          properties: {
            v: { type },
            [`p${next % 3}`]: { $ref: `#/components/schemas/N${(index * next + 1) % 25}` },
          },
        })),
      },
    ]),
  );

const nested = (depth: number, leaf: JsonValue): JsonValue =>
  count(depth).reduce<JsonValue>((at) => ({ type: "object", properties: { a: at } }), leaf);

const ring = (leaf: string): JsonObject => ({
  B: { type: "object", properties: { c: { $ref: "#/components/schemas/C" } } },
  C: { allOf: [{ $ref: "#/components/schemas/D" }], properties: { leaf: { type: leaf } } },
  D: { type: "array", items: { $ref: "#/components/schemas/B" } },
});

test.each<[string, () => Promise<readonly [Description, Description]>, readonly string[]]>([
  [
    "too many branches",
    async () => [await describe(choices("a")), await describe(choices("b"))],
    ["undecided"],
  ],
  [
    "a tangle of unions",
    async () => [
      await describe({ $ref: "#/components/schemas/N1" }, tangle("string")),
      await describe({ $ref: "#/components/schemas/N1" }, tangle("integer")),
    ],
    ["breaking"],
  ],
  [
    "a change deep down",
    async () => [
      await describe(nested(200, { type: "string" })),
      await describe(nested(200, { type: "integer" })),
    ],
    ["breaking"],
  ],
  [
    "a pattern that runs for ever",
    async () => [
      await describe({ type: "string", pattern: "^(a+)+$" }),
      await describe({ type: "string", enum: [`${"a".repeat(60)}!`] }),
    ],
    ["undecided", "additive"],
  ],
  [
    "a ring of references",
    async () => [
      await describe({ $ref: "#/components/schemas/B" }, ring("string")),
      await describe({ $ref: "#/components/schemas/B" }, ring("string")),
    ],
    [],
  ],
])("%s: in time", async (_name, make, want) => {
  const [before, after] = await make();
  const started = performance.now();
  const { changes } = diffDescriptions(before, after);
  expect(performance.now() - started).toBeLessThan(patience);
  expect([...new Set(changes.map((change) => change.class))]).toEqual(want);
});

test("a list of more than a call takes as arguments is only a list", async () => {
  const many = (type: string): JsonObject => ({ type, examples: count(150_000) });
  const parameters = (type: string) => [{ name: "q", in: "query", schema: many(type) }];
  const describeGet = (type: string) =>
    load(
      withMembers({
        paths: {
          "/a": { get: { parameters: parameters(type), responses: { 200: { description: "" } } } },
        },
      }),
    );
  const { changes } = diffDescriptions(await describeGet("string"), await describeGet("integer"));
  expect(changes.map((change) => change.class)).toEqual(["breaking"]);
});
