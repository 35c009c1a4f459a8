import type { JsonValue } from "@truespec/json-schema";
import { typeIndexOf } from "../tally/place-tally.ts";
import type { Stand } from "./cell-book.ts";
import type { KnownFaults } from "./recorder.ts";

/** So many wrong values are remembered at a place, texts up to so many characters. */
const mostValues = 100;
const longestText = 200;

/** What primitives of such a kind were found to violate at a place before. */
export function findKnownFaults(stand: Stand, value: JsonValue): KnownFaults | undefined {
  return stand.typeFaults.get(typeIndexOf(value)) ?? stand.valueFaults.get(value);
}

/** Remembers what a primitive violates: of a wrong type by its type, else by itself, as long as there is room. */
export function keepFaults(stand: Stand, value: JsonValue, faults: KnownFaults): void {
  if (faults.isOfWrongType) stand.typeFaults.set(typeIndexOf(value), faults);
  else if (stand.valueFaults.size < mostValues && !isLong(value))
    stand.valueFaults.set(value, faults);
}

function isLong(value: JsonValue): boolean {
  return typeof value === "string" && value.length > longestText;
}

/** Tells whether what a value violates can be remembered. What is too great for a number (`1e999`) is of no type. */
export function isFinitePrimitive(value: JsonValue): boolean {
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value !== "object" || value === null;
}
