/**
 * Functions of a module that look at one text.
 */
import type { Format } from "../formats/format.ts";
import { printLiteral } from "./literal.ts";
import type { RuntimeName } from "./runtime/catalogue.ts";

/**
 * Parameters and body of a function that tells whether a value is one of these strings: a switch on
 * the length, since a set would hash each fresh string.
 */
export function printTextSet(texts: readonly string[]): string {
  const lengths = [...new Set(texts.map((text) => text.length))].sort((a, b) => a - b);
  const cases = lengths.map((length) => {
    const same = [...new Set(texts.filter((text) => text.length === length))];
    const comparisons = same.map((text) => `text === ${printLiteral(text)}`);
    return `    case ${length}:\n      return ${comparisons.join(" || ")};\n`;
  });
  return `(text) {
  if (typeof text !== "string") return false;
  switch (text.length) {
${cases.join("")}    default:
      return false;
  }
}`;
}

/** Parameters and body of a function that tells whether a text has a format. */
export function printFormat(
  format: Format,
  pattern: string,
  use: (name: RuntimeName) => string,
): string {
  const checks = [
    ...(format.limit === undefined ? [] : [`text.length <= ${format.limit}`]),
    `${pattern}.test(text)`,
    ...(format.refinement === undefined ? [] : [`${use(format.refinement)}(text)`]),
  ];
  return `(text) {\n  return ${checks.join(" && ")};\n}`;
}
