import type { JsonValue } from "@truespec/json-schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { answers, documentOf, loadApi } from "../../test/api.ts";
import { observe } from "../observe/observe.ts";
import { shapeOf } from "../tally/shape-tally.ts";
import { createHashText } from "./hash-text.ts";
import { emptyProfile, mergeProfiles } from "./merge.ts";
import { printProfile } from "./print-profile.ts";
import type { Profile } from "./profile.ts";
import { readProfile } from "./read-profile.ts";
import { addShapes, maxDepth, maxItems, maxNames, type Shape } from "./shape.ts";

const { description } = await loadApi(
  documentOf({
    type: "array",
    items: {
      type: "object",
      required: ["id"],
      properties: {
        id: { type: "integer" },
        tag: { enum: ["a"] },
        free: { type: "object", additionalProperties: { type: "number" } },
        bag: { type: "object", properties: {} },
      },
    },
  }),
);

const text = fc.oneof(
  fc.string(),
  fc.constantFrom("a", "b", "two words, and more", "sk-0123456789abcdef0123456789"),
  fc.nat({ max: 70 }).map((index) => `v${index}`),
);
const name = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "x/y", "~", ""),
  fc.nat({ max: 400 }).map((index) => `f${index}`),
);
const row = fc.record(
  {
    id: fc.oneof(fc.integer(), text, fc.constant(null)),
    tag: text,
    free: fc.dictionary(name, fc.double({ noNaN: true, noDefaultInfinity: true })),
    bag: fc.dictionary(name, fc.jsonValue({ maxDepth: 2 })),
    more: fc.jsonValue({ maxDepth: 3 }),
  },
  { requiredKeys: [] },
);
const body = fc
  .tuple(row, fc.dictionary(name, text, { maxKeys: 60 }))
  .map(([known, unknown]) => [{ ...unknown, ...known }]);
const bodies = fc.array(body, { minLength: 1, maxLength: 8 });

/** One profile of each body, as one exchange each. */
async function observeEach(values: readonly object[]): Promise<readonly Profile[]> {
  return Promise.all(exchangesOf(values).map((item) => observe(description, [item])));
}

function exchangesOf(values: readonly object[]): ReturnType<typeof answers> {
  return answers(JSON.parse(JSON.stringify(values)), { time: "2026-01-01T00:00:00.000Z" });
}

/** Merges in groups: a tree that `cuts` decides. */
function mergeAsTree(parts: readonly Profile[], cuts: readonly number[]): Profile {
  const [cut = 0, ...rest] = cuts;
  if (parts.length < 2) return mergeProfiles(parts);
  const at = 1 + (cut % (parts.length - 1));
  return mergeProfiles([mergeAsTree(parts.slice(0, at), rest), mergeAsTree(parts.slice(at), rest)]);
}

const whole = (parts: readonly Profile[]): string => printProfile(mergeProfiles(parts));

test("any order, any tree, through files or not: the same bytes", async () => {
  const numbers = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(bodies, numbers, numbers, async (values, cuts, order) => {
      const parts = await observeEach(values);
      const shuffled = parts
        .map((part, index) => ({ part, rank: order[index] ?? 0 }))
        .sort((left, right) => left.rank - right.rank)
        .map(({ part }) => part);
      const reread = shuffled.map((part) => readProfile(JSON.parse(printProfile(part))));
      const want = whole(parts);
      expect(whole(shuffled)).toBe(want);
      expect(printProfile(mergeAsTree(shuffled, cuts))).toBe(want);
      expect(printProfile(mergeAsTree(reread, cuts))).toBe(want);
      const exchanges = exchangesOf(values);
      expect(printProfile(await observe(description, exchanges))).toBe(want);
      // Profiles among the exchanges, in the middle of which observing goes on.
      const mixed = exchanges.map((item, index) => {
        const profile = parts[index];
        return index % 2 === 0 && profile !== undefined
          ? { kind: "profile" as const, profile }
          : item;
      });
      expect(printProfile(await observe(description, mixed))).toBe(want);
    }),
    { numRuns: 60 },
  );
});

test("the empty profile changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (values) => {
      const parts = await observeEach(values);
      expect(whole([emptyProfile, ...parts, emptyProfile])).toBe(whole(parts));
    }),
    { numRuns: 20 },
  );
});

test("profiles of more values, fields and names than are kept: still the same bytes, and marked", async () => {
  const wide = Array.from({ length: 500 }, (_, index) => [
    {
      ...{ id: 1, tag: `t${index}`, [`n${index}`]: index },
      a: { [`k${index % 320}`]: `s${index}` },
    },
  ]);
  const parts = await observeEach(wide);
  const want = whole(parts);
  expect(whole([...parts].reverse())).toBe(want);
  expect(printProfile(mergeAsTree(parts, [250, 100, 7, 3, 40]))).toBe(want);
  const families = JSON.parse(want).families as readonly { n: number; truncated: boolean }[];
  expect(families.filter(({ truncated }) => truncated).map(({ n }) => n)).toEqual([1_000, 500]);
});

const hash = createHashText("");

function isTruncated({ truncated, properties, items }: Shape): boolean {
  const below = [...properties.values(), ...(items === undefined ? [] : [items])];
  return truncated || below.some(isTruncated);
}

test.each<[string, number, (size: number) => JsonValue]>([
  ["levels", maxDepth, (size) => JSON.parse(`${"[".repeat(size)}1${"]".repeat(size)}`)],
  ["items", maxItems, (size) => Array(size).fill(1)],
  ["names", maxNames, (size) => JSON.parse(JSON.stringify({ ...Array(size).fill(1) }))],
])("a shape is marked beyond so many %s", (_, limit, build) => {
  const [fit, beyond] = [limit, limit + 1].map((size) => shapeOf(build(size), hash));
  expect([fit, beyond].map((shape) => shape && isTruncated(shape))).toEqual([false, true]);
  expect(fit && beyond && isTruncated(addShapes(beyond, fit))).toBe(true);
});

test("names of several shapes are marked beyond as many as one keeps", () => {
  const named = (from: number) =>
    shapeOf(Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`k${from + at}`, 1])), hash);
  const sum = addShapes(named(0), named(200));
  expect([sum.properties.size, sum.truncated]).toEqual([maxNames, true]);
});

test("a profile that is marked marks every sum", () => {
  const marked = { ...emptyProfile, truncated: true };
  expect(mergeProfiles([marked, emptyProfile]).truncated).toBe(true);
});

test("shapes add up in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 2, maxLength: 6 }), (values) => {
      const shapes = values.map((value) => shapeOf(JSON.parse(JSON.stringify(value)), hash));
      const forwards = shapes.reduce(addShapes);
      const backwards = shapes.reduceRight((sum, shape) => addShapes(sum, shape));
      const sorted = (shape: object): unknown =>
        JSON.parse(
          JSON.stringify(shape, (_key, value) =>
            value instanceof Map ? [...value].sort() : value,
          ),
        );
      expect(sorted(backwards)).toEqual(sorted(forwards));
    }),
  );
});
