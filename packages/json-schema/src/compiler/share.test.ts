import { expect, test } from "vitest";
import { findSame } from "./share.ts";

const unit = (text: string, ...names: readonly string[]) => ({
  pieces: [text, ...names.map(() => "")],
  names,
});

test.each<[string, Record<string, readonly string[]>, Record<string, string>]>([
  ["the same text", { a: ["x"], b: ["x"], c: ["y"] }, { a: "a", b: "a", c: "c" }],
  [
    "the same callees",
    { a: ["x", "c"], b: ["x", "d"], c: ["y"], d: ["y"] },
    { a: "a", b: "a", c: "c", d: "c" },
  ],
  [
    "other callees",
    { a: ["x", "c"], b: ["x", "d"], c: ["y"], d: ["z"] },
    { a: "a", b: "b", c: "c", d: "d" },
  ],
  ["recursion", { a: ["x", "a"], b: ["x", "c"], c: ["x", "b"] }, { a: "a", b: "a", c: "a" }],
  [
    "recursion to another end",
    { a: ["x", "a", "d"], b: ["x", "b", "e"], d: ["y"], e: ["z"] },
    { a: "a", b: "b", d: "d", e: "e" },
  ],
  [
    "a name for a name",
    { a: ["x", "b", "c"], d: ["x", "c", "b"], b: ["y"], c: ["z"] },
    { a: "a", d: "d", b: "b", c: "c" },
  ],
])("%s", (_, units, want) => {
  const skeletons = new Map(
    Object.entries(units).map(([name, [text = "", ...names]]) => [name, unit(text, ...names)]),
  );
  expect(Object.fromEntries(findSame(skeletons))).toEqual(want);
});

type Ring = readonly (readonly [string, ReturnType<typeof unit>])[];

/** Units that name one another around, and one of them says something else. */
function ring(prefix: string, length: number, namesOf: (index: number) => readonly number[]): Ring {
  return Array.from({ length }, (_, index) => [
    `${prefix}${index}`,
    unit(index === 0 ? "y" : "x", ...namesOf(index).map((name) => `${prefix}${name % length}`)),
  ]);
}

test.each<[string, (index: number) => readonly number[]]>([
  ["rings", (index) => [index + 1]],
  ["rings across each other", (index) => [index + 1, index * 7 + 3]],
])("long %s are told apart, and shared", (_, namesOf) => {
  const length = 3000;
  const one = findSame(new Map(ring("a", length, namesOf)));
  expect(new Set(one.values()).size).toBe(length);
  const two = findSame(new Map([...ring("a", length, namesOf), ...ring("b", length, namesOf)]));
  expect(new Set(two.values()).size).toBe(length);
  expect(two.get("b7")).toBe("a7");
});

test("rings that say the same are one, whatever their length", () => {
  const around = (prefix: string, length: number): Ring =>
    Array.from({ length }, (_, index) => [
      `${prefix}${index}`,
      unit(index % 5 === 0 ? "y" : "x", `${prefix}${(index + 1) % length}`),
    ]);
  const same = findSame(new Map([...around("a", 500), ...around("b", 1500)]));
  expect(new Set(same.values()).size).toBe(5);
});
