import { expect, test } from "vitest";
import { findNested } from "./nest-tables.ts";

type Given = Readonly<Record<string, readonly string[]>>;

const find = (given: Given, same: Readonly<Record<string, string>> = {}): readonly string[] => {
  const units = new Map(
    Object.entries(given).map(([name, names]) => [name, { pieces: [], names }]),
  );
  const firsts = new Map(Object.keys(given).map((name) => [name, same[name] ?? name]));
  return [...findNested({ units, same: firsts }, new Set(["table0"]))].sort();
};

test.each<[string, Given, readonly string[]]>([
  ["named once", { table0: ["table1"], table1: ["is1"], is1: [] }, ["table1"]],
  ["named twice in one", { table0: ["table1", "table1"], table1: [] }, []],
  ["named in two", { table0: ["table1", "table2"], table1: ["table2"], table2: [] }, ["table1"]],
  ["called, and named once", { table0: ["table1"], table1: ["table0"] }, ["table1"]],
  ["a recursion", { table0: ["table1"], table1: ["table2"], table2: ["table1"] }, ["table2"]],
])("%s", (_, given, want) => {
  expect(find(given)).toEqual(want);
});

test("what is the same as another is named where that is", () => {
  const given = {
    table0: ["table1", "table2"],
    table1: ["table3"],
    table2: ["table3"],
    table3: [],
  };
  expect(find(given, { table2: "table1" })).toEqual(["table3"]);
});

test("a long chain is cut", () => {
  const length = 100_000;
  const chain = Object.fromEntries(
    Array.from({ length }, (_, index) => [`table${index}`, [`table${index + 1}`]]),
  );
  const nested = find({ ...chain, [`table${length}`]: [] });
  expect(nested).toContain("table7");
  expect(nested).not.toContain("table8");
  expect(nested).toContain("table9");
});
