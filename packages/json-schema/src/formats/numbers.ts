/**
 * Formats of numbers, from the OpenAPI Initiative's format registry. `double` and `decimal` are not
 * here: every number that JSON text is read into is one.
 */
import type { NumberFormat } from "./format.ts";

function defineIntegers(name: string, minimum: number, maximum: number): NumberFormat {
  return { name, isInteger: true, minimum, maximum };
}

/** The greatest number that single precision does not round to infinity. */
const greatestFloat = 3.4028235677973362e38;

/** `int8` to `int64`, `uint8` to `uint64`, `double-int`, `float`, `sf-integer`, `sf-decimal`. */
export const numberFormats: readonly NumberFormat[] = [
  ...[8, 16, 32].flatMap((bits) => [
    defineIntegers(`int${bits}`, -(2 ** (bits - 1)), 2 ** (bits - 1) - 1),
    defineIntegers(`uint${bits}`, 0, 2 ** bits - 1),
  ]),
  // The greatest doubles below 2 to the power of 63 and of 64.
  defineIntegers("int64", -(2 ** 63), 2 ** 63 - 1024),
  defineIntegers("uint64", 0, 2 ** 64 - 2048),
  defineIntegers("double-int", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  { name: "float", isInteger: false, minimum: -greatestFloat, maximum: greatestFloat },
  // RFC 8941 sections 3.3.1 and 3.3.2.
  defineIntegers("sf-integer", -999_999_999_999_999, 999_999_999_999_999),
  {
    name: "sf-decimal",
    isInteger: false,
    minimum: -999_999_999_999.999,
    maximum: 999_999_999_999.999,
  },
];

/** Is a text that is an integer already within the signed 64-bit ones? */
export function isInt64(text: string): boolean {
  return BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

/** Is a text that is an integer already within the unsigned 64-bit ones? */
export function isUint64(text: string): boolean {
  return BigInt.asUintN(64, BigInt(text)) === BigInt(text);
}
