/**
 * The formats of draft 2020-12, Validation section 7.3.
 */
import { dateTimeFormats, isLeapSecondFit } from "./date-time.ts";
import type { Format } from "./format.ts";
import { internetFormats } from "./internet.ts";
import { uriFormats } from "./uri.ts";

const pointer = "(?:/(?:[^/~]|~[01])*)*";

const formats: ReadonlyMap<string, Format> = new Map(
  [
    ...dateTimeFormats,
    ...internetFormats,
    ...uriFormats,
    { name: "uuid", pattern: "^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$" },
    { name: "json-pointer", pattern: `^${pointer}$` },
    { name: "relative-json-pointer", pattern: `^(?:0|[1-9][0-9]*)(?:#|${pointer})$` },
    { name: "regex", pattern: "^[^]*$", refinement: "regex" } as const,
  ].map((format) => [format.name, format]),
);

/** The format of this name; undefined for one that JSON Schema does not define. */
export function findFormat(name: string): Format | undefined {
  return formats.get(name);
}

/**
 * Makes the check of a format.
 *
 * @example
 * const date = findFormat("date");
 * const isDate = date && compileFormat(date);
 * isDate?.("2026-02-30"); // false
 */
export function compileFormat(format: Format): (text: string) => boolean {
  const pattern = new RegExp(format.pattern, "u");
  const { limit = Infinity } = format;
  const refine = refinements[format.refinement ?? "none"];
  return (text) => text.length <= limit && pattern.test(text) && refine(text);
}

const refinements: Readonly<
  Record<NonNullable<Format["refinement"]> | "none", (text: string) => boolean>
> = {
  none: () => true,
  "leap-second": isLeapSecondFit,
  regex: isUnicodePattern,
};

/** ECMA-262 in its Unicode mode, which alone refuses escapes that mean nothing, such as `\a`. */
function isUnicodePattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
