import { expect, test } from "vitest";
import { matchesGlob } from "./glob.ts";

test.each([
  ["x-a", "x-a", true],
  ["x-a", "x-ab", false],
  ["x-*", "x-", true],
  ["x-*", "y-x-a", false],
  ["*-id", "x-request-id", true],
  ["*-id", "x-id-x", false],
  ["x-*-id", "x-a-id", true],
  ["x-*-id", "x-id", false],
  ["a*b*c", "a-b-b-c", true],
  ["a*b*c", "a-c-b", false],
  ["ab*ba", "aba", false],
  ["*", "", true],
])("%j matches %j: %j", (pattern, name, want) => {
  expect(matchesGlob(pattern, name)).toBe(want);
});
