/**
 * The formats of draft 2020-12, Validation section 7.3, and those of the OpenAPI Initiative's format
 * registry, https://spec.openapis.org/registry/format/, as far as they assert something.
 */
import { dateTimeFormats } from "./date-time.ts";
import type { Format, NumberFormat } from "./format.ts";
import { internetFormats } from "./internet.ts";
import { numberFormats } from "./numbers.ts";
import { refinements } from "./refinements.ts";
import { registryFormats } from "./registry.ts";
import { uriFormats } from "./uri.ts";

const pointer = "(?:/[^]*)?";
const unescaped = "(?![^]*~(?![01]))";

const formats: ReadonlyMap<string, Format> = byName<Format>([
  ...[...dateTimeFormats, ...internetFormats, ...uriFormats, ...registryFormats],
  { name: "uuid", pattern: "^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$" },
  { name: "json-pointer", pattern: `^${unescaped}${pointer}$` },
  { name: "relative-json-pointer", pattern: `^${unescaped}(?:0|[1-9][0-9]*)(?:#|${pointer})$` },
  { name: "regex", pattern: "^[^]*$", refinement: "isUnicodePattern" },
]);
const formatsOfNumbers: ReadonlyMap<string, NumberFormat> = byName(numberFormats);

function byName<T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((format) => [format.name, format]));
}

/** The format of this name for strings; undefined for one that says nothing of them. */
export function findFormat(name: string): Format | undefined {
  return formats.get(name);
}

/** The format of this name for numbers; undefined for one that says nothing of them. */
export function findNumberFormat(name: string): NumberFormat | undefined {
  return formatsOfNumbers.get(name);
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
  const { limit = Infinity, refinement } = format;
  const refine = refinement === undefined ? () => true : refinements[refinement];
  return (text) => text.length <= limit && pattern.test(text) && refine(text);
}

/** Has a number the format? */
export function isOfNumberFormat(format: NumberFormat, value: number): boolean {
  const { isInteger, minimum, maximum } = format;
  return value >= minimum && value <= maximum && (!isInteger || Number.isInteger(value));
}
