/**
 * Functions of a module that look at one text.
 */
import type { Format } from "../formats/format.ts";
import { printLiteral } from "./literal.ts";
import type { RuntimeName } from "./runtime/catalogue.ts";

/** So many texts of one length are compared one by one; of more a set is faster, though it hashes each fresh string. */
const mostOfLength = 32;

/**
 * Parameters and body of a function that tells whether a value is one of these strings: a switch on
 * the length. Undefined where a set is faster.
 */
export function printTextSet(texts: readonly string[]): string | undefined {
  const byLength = new Map<number, string[]>();
  for (const text of new Set(texts)) {
    const same = byLength.get(text.length);
    if (same === undefined) byLength.set(text.length, [text]);
    else same.push(text);
  }
  const groups = [...byLength].sort(([a], [b]) => a - b);
  if (groups.some(([, same]) => same.length > mostOfLength)) return undefined;
  const cases = groups.map(([length, same]) => {
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
