import type { JsonValue } from "@truespec/json-schema";
import { countWrittenKeys, createJsonLocator, findRepeatedKeys } from "./json-locator.ts";
import { findJsonFault } from "./json-syntax.ts";
import { maxDepth, measureNesting } from "./nesting.ts";
import type { ParsedText, TextFault } from "./parsed-text.ts";

/**
 * Parses JSON. The text is read a second time only for what is rarely asked: where a node stands,
 * which key is repeated, where a broken text breaks.
 */
export function parseJson(text: string): ParsedText {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    const { offset, why } = findJsonFault(text) ?? { offset: 0, why: "it could not be parsed" };
    return { value: undefined, faults: [{ code: "json-syntax", params: { why }, offset }] };
  }
  const nesting = measureNesting(value);
  if (nesting.depth > maxDepth) {
    return {
      value: undefined,
      faults: [{ code: "too-deep", params: { limit: maxDepth }, offset: 0 }],
    };
  }
  const faults = findRepetitions(text, nesting.keys);
  return { value, faults, locate: createJsonLocator(text, faults.length) };
}

function findRepetitions(text: string, keys: number): readonly TextFault[] {
  // Counting is many times cheaper than comparing keys, and nearly every text passes it
  if (countWrittenKeys(text) === keys) return [];
  return findRepeatedKeys(text).map(({ key, offset }) => ({
    code: "duplicate-key",
    params: { key },
    offset,
  }));
}
