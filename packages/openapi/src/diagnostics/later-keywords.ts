import { quote } from "./entry.ts";

/** How OpenAPI 3.0 says what 3.1 has a keyword for. */
const earlier: ReadonlyMap<string, string> = new Map([
  ["const", "an `enum` of one value"],
  ["contentEncoding", "`format: byte`"],
  ["contentMediaType", "`format: binary`"],
  ["examples", "`example`"],
  ["exclusiveMaximum", "`maximum` beside `exclusiveMaximum: true`"],
  ["exclusiveMinimum", "`minimum` beside `exclusiveMinimum: true`"],
  ["patternProperties", "`additionalProperties`"],
  ["type", "`nullable: true` for null, `anyOf` for several types"],
]);

/** Names what is said in the words of OpenAPI 3.1. */
export function sayLater(keyword: string): string {
  if (keyword === "type") return "list of types and no type null";
  return keyword.startsWith("exclusive")
    ? `number as ${quote(keyword)}`
    : `keyword ${quote(keyword)}`;
}

/** The other way out, as the end of a clause; `""` where there is none. */
export function hintEarlier(keyword: string): string {
  const said = earlier.get(keyword);
  return said === undefined ? "" : `, or write ${said}`;
}
