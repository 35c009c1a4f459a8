import { expect, test } from "vitest";
import { matchesLocation } from "./policy.ts";

test.each([
  ["", "", true],
  ["", "/a", false],
  ["/a", "/a", true],
  ["/a", "/a/b", false],
  ["/a/b", "/a", false],
  ["/*/id", "/data/id", true],
  ["/*", "", false],
  ["/**", "/a/b", true],
  ["/a/**", "/a", true],
  ["/a/**/**", "/a", true],
  ["/a/**/c", "/a/c", true],
  ["/**/c", "/a/b/c", true],
  ["/**/c", "/c/b", false],
  ["/**/b/c", "/b/b/c", true],
])("%j matches %j: %j", (pattern, location, want) => {
  expect(matchesLocation(pattern, location)).toBe(want);
});
