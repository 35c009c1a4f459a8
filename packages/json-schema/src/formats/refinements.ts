import { isLeapSecondFit } from "./date-time.ts";
import type { Refinement } from "./format.ts";
import { isHostname, isIdnHostname } from "./idna.ts";
import { isInt64, isUint64 } from "./numbers.ts";
import { isBase64, isBase64url, isSfBinary } from "./registry.ts";

/** ECMA-262 in its Unicode mode, which alone refuses escapes that mean nothing, such as `\a`. */
function isUnicodePattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** The refinements of formats, by name; compiled modules have functions of the same names. */
export const refinements: Readonly<Record<Refinement, (text: string) => boolean>> = {
  ...{ isLeapSecondFit, isUnicodePattern },
  ...{ isHostname, isIdnHostname },
  ...{ isInt64, isUint64, isBase64, isBase64url, isSfBinary },
};
