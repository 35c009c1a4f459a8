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

test.each([
  ["a ring", (index: number) => [index + 1]],
  ["rings across each other", (index: number) => [index + 1, index * 7 + 3]],
])("%s, told apart from one place", (_, namesOf) => {
  const length = 20_000;
  const names = Array.from({ length }, (_, index) => `n${index}`);
  const units = new Map(
    names.map((name, index) => [
      name,
      unit(index === 0 ? "y" : "x", ...namesOf(index).map((named) => `n${named % length}`)),
    ]),
  );
  expect(new Set(findSame(units).values()).size).toBe(length);
});

test("two rings are one, whatever their length", () => {
  const length = 5000;
  const ring = (start: number, count: number) =>
    Array.from({ length: count }, (_, index): [string, ReturnType<typeof unit>] => [
      `n${start + index}`,
      unit(index % 5 === 0 ? "y" : "x", `n${start + ((index + 1) % count)}`),
    ]);
  const units = new Map([...ring(0, length), ...ring(length, 3 * length)]);
  expect(new Set(findSame(units).values()).size).toBe(5);
});
