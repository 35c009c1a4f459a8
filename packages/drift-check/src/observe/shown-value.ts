import type { JsonValue } from "@truespec/json-schema";
import type { HashText } from "../profile/hash-text.ts";
import { isTokenLike } from "../profile/sketch.ts";
import { isSecretLike } from "../read/secrets.ts";

/** A value outside a vocabulary: its key within the family, and what a report may show of it. */
export interface ShownValue {
  readonly key: string;
  readonly shown: JsonValue;
}

/** Which values reach a report: those that read as a name (`classes`: the others as a class in words), or all short ones that are no secret (`shown`). */
export type ValueDisplay = "classes" | "shown";

const longestShown = 200;

/** How values are kept. */
export interface ValueKeeping {
  readonly display: ValueDisplay;
  readonly hash: HashText;
}

/**
 * How an enum value is kept: itself when it may be shown, else its class in words, so that neither texts nor secrets
 * reach a report. Its key does not depend on what is shown: a finding has the same fingerprint either way.
 */
export function shownValue(value: JsonValue, { display, hash }: ValueKeeping): ShownValue {
  if (typeof value === "string" && !isTokenLike(value)) {
    const isShown = display === "shown" && isShort(value);
    return { key: hash(value), shown: isShown ? value : `(string of ${value.length} characters)` };
  }
  if (typeof value === "object" && value !== null) {
    return {
      key: hash(JSON.stringify(value)),
      shown: `(${Array.isArray(value) ? "array" : "object"})`,
    };
  }
  return { key: JSON.stringify(value), shown: value };
}

/** Short, and no word of it reads as a key. */
function isShort(value: string): boolean {
  return value.length <= longestShown && !value.split(/[\s"'=:,;]+/).some(isSecretLike);
}
