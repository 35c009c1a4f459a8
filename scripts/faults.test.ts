import { expect, test } from "vitest";
import { faults, findMisfit } from "./faults.mjs";

test("every fault can be planted", () => {
  expect(faults.length).toBeGreaterThanOrEqual(40);
  expect(faults.flatMap((fault) => findMisfit(fault) ?? [])).toEqual([]);
});

test("no fault is planted twice", () => {
  expect(new Set(faults.map(([file, from, to]) => `${file} ${from} ${to}`)).size).toBe(
    faults.length,
  );
});
