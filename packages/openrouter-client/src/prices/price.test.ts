import { expect, test } from "vitest";
import { parsePrice } from "./price.ts";

test.each([
  ["0", "0"],
  ["0.0000008", "0.0000008"],
  ["0.0000000833333333333333", "0.0000000833333333333333"],
  ["12.50", "12.5"],
  ["9".repeat(100), "9".repeat(100)],
])("%s is a price, digit by digit", (text, printed) => {
  const price = parsePrice(text);
  expect(typeof price === "object" && price.toFixed()).toBe(printed);
});

test("sums are exact where doubles are not", () => {
  const [a, b] = [parsePrice("0.1"), parsePrice("0.2")];
  expect(typeof a === "object" && typeof b === "object" && a.plus(b).toFixed()).toBe("0.3");
});

test.each(["-1", "-1.0"])("%s means that the price depends on the model chosen", (text) => {
  expect(parsePrice(text)).toBe("depends");
});

test.each([
  "",
  " ",
  "-0.5",
  "-2",
  "0-1",
  "1e-7",
  "free",
  "0x1",
  ".5",
  "5.",
  "1,5",
  "NaN",
  "9".repeat(101),
])("%j is no price", (text) => {
  expect(parsePrice(text)).toBeUndefined();
});
