/**
 * Formats of strings from the OpenAPI Initiative's format registry that JSON Schema does not
 * define. `binary`, `password`, `html` and `commonmark` are not here: any string is one.
 */
import { clockPattern, datePattern } from "./date-time.ts";
import type { Format } from "./format.ts";

// RFC 4648 sections 4 and 5; the length is left to the refinement, so that no group repeats.
const base64 = "[A-Za-z0-9+/]*={0,2}";
const base64url = "[A-Za-z0-9_-]*={0,2}";
const fixedPoint = "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)";

const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const day = "(?:0[1-9]|[12][0-9]|3[01])";
const time = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)";
const shortDay = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const longDay = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const imfFixdate = `${shortDay}, ${day} ${month} [0-9]{4} ${time} GMT`;
const rfc850Date = `${longDay}, ${day}-${month}-[0-9]{2} ${time} GMT`;
const asctimeDate = `${shortDay} ${month} (?:${day}| [1-9]) ${time} [0-9]{4}`;

const token = "[!#$%&'*+.^_`|~A-Za-z0-9-]+";
const quoted = '"(?:[\\t !#-\\[\\]-~\\u0080-\\u00FF]|\\\\[\\t -~\\u0080-\\u00FF])*"';
const parameter = `[ \\t]*;[ \\t]*${token}=(?:${token}|${quoted})`;

/** Is a text of base64's letters as long as base64 is? */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0;
}

/** The same where the padding may be left out. */
export function isBase64url(text: string): boolean {
  return text.endsWith("=") ? text.length % 4 === 0 : text.length % 4 !== 1;
}

/** The same between two colons. */
export function isSfBinary(text: string): boolean {
  return text.length % 4 === 2;
}

// Longer texts would run the engine out of memory where a group repeats.
const limit = 1_000_000;

/** What the registry adds, as far as it says something of a string. */
export const registryFormats: readonly Format[] = [
  { name: "byte", pattern: `^${base64}$`, refinement: "isBase64" },
  { name: "base64url", pattern: `^${base64url}$`, refinement: "isBase64url" },
  { name: "char", limit: 2, pattern: "^[^]$" },
  { name: "decimal", pattern: `^${fixedPoint}$` },
  { name: "decimal128", pattern: `^(?:NaN|-?INF|${fixedPoint}(?:[Ee][+-]?[0-9]+)?)$` },
  { name: "int64", limit: 20, pattern: "^(?:0|-?[1-9][0-9]*)$", refinement: "isInt64" },
  { name: "uint64", limit: 20, pattern: "^(?:0|[1-9][0-9]*)$", refinement: "isUint64" },
  { name: "date-time-local", pattern: `^${datePattern}[Tt]${clockPattern}$` },
  { name: "time-local", pattern: `^${clockPattern}$` },
  // RFC 9110 section 5.6.7, and section 12.5.1.
  { name: "http-date", pattern: `^(?:${imfFixdate}|${rfc850Date}|${asctimeDate})$` },
  { name: "imf-fixdate", pattern: `^${imfFixdate}$` },
  { name: "media-range", limit, pattern: `^(?:\\*/\\*|${token}/${token})(?:${parameter})*$` },
  // RFC 8941 section 3.3.
  { name: "sf-binary", pattern: `^:${base64}:$`, refinement: "isSfBinary" },
  { name: "sf-boolean", pattern: "^\\?[01]$" },
  { name: "sf-string", limit, pattern: '^"(?:[ !#-\\[\\]-~]|\\\\["\\\\])*"$' },
  { name: "sf-token", pattern: "^[A-Za-z*][!#$%&'*+.^_`|~:/A-Za-z0-9-]*$" },
];
