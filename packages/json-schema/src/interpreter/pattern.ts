import { explodes } from "./explosion/explodes.ts";

/** What a pattern must be, in words. */
export const patternExpected = "a regular expression of ECMA-262 that cannot take exponential time";

/**
 * The regular expression of a pattern, Core section 6.4: with Unicode where it can be read so,
 * without where it cannot; undefined for what is no regular expression, and for one that some text
 * would keep busy for ever.
 */
export function compilePattern(source: string): RegExp | undefined {
  const pattern = tryCompile(source, "u") ?? tryCompile(source, "");
  return pattern !== undefined && explodes(source) ? undefined : pattern;
}

function tryCompile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
