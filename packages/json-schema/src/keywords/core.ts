/**
 * The core keywords that only name things. The document reads them; here what cannot be a name
 * becomes a diagnostic.
 */
import { isObject } from "../instance.ts";
import type { Keyword } from "./keyword.ts";

function defineName(name: string): Keyword {
  return {
    ...{ name, vocabulary: "core", target: "any", expects: "a string" },
    accepts: (value) => typeof value === "string",
  };
}

/** `$schema`, Core section 8.1.1. */
export const dialect: Keyword = defineName("$schema");

/** `$id`, Core section 8.2.1. */
export const id: Keyword = defineName("$id");

/** `$anchor`, Core section 8.2.2. */
export const anchor: Keyword = defineName("$anchor");

/** `$dynamicAnchor`, Core section 8.2.2. */
export const dynamicAnchor: Keyword = defineName("$dynamicAnchor");

/** `$defs`, Core section 8.2.4. */
export const definitions: Keyword = {
  ...{ name: "$defs", vocabulary: "core", target: "any", expects: "an object of schemas" },
  accepts: isObject,
};
