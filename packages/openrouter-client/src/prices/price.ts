import Big from "big.js";

/**
 * A price in US dollars for each token, request or unit, exact; or `"depends"`, where it depends on
 * the model that a router chooses.
 */
export type Price = Big | "depends";

const plainDecimal = /^\d+(?:\.\d+)?$/;
const longest = 100;

/**
 * Reads a price as the API writes it: a plain decimal, with up to a hundred digits, or `"-1"`.
 *
 * A double cannot hold each of them: `0.0000000833333333333333` has too many digits. So the answer is
 * a [big.js](https://github.com/MikeMcl/big.js) number, to be multiplied and added without loss.
 *
 * @returns undefined for what is no price, such as another negative number
 * @example
 * ```ts
 * import { parsePrice } from "@truespec/openrouter-client";
 *
 * const price = parsePrice("0.0000000833333333333333");
 * if (price !== undefined && price !== "depends") {
 *   console.log(price.times(1_000_000).toFixed()); // 0.0833333333333333
 * }
 * console.log(parsePrice("-1")); // depends
 * ```
 */
export function parsePrice(text: string): Price | undefined {
  if (/^-1(?:\.0+)?$/.test(text)) return "depends";
  return text.length <= longest && plainDecimal.test(text) ? new Big(text) : undefined;
}
