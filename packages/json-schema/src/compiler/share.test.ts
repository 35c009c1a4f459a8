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

test("a long cycle is not told apart for ever", () => {
  const length = 2000;
  const names = Array.from({ length }, (_, index) => `n${index}`);
  const units = new Map(
    names.map((name, index) => [
      name,
      unit(index === 0 ? "y" : "x", names[(index + 1) % length] ?? ""),
    ]),
  );
  expect(new Set(findSame(units).values()).size).toBe(length);
});
