import type { JsonObject } from "@truespec/json-schema";
import { localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";
import { findString } from "../json/json-value.ts";

/**
 * Answers of a pointer whether the references that begin there lead round in a ring. Each place is
 * walked once, however often it is asked for.
 */
export function createRingFinder(document: JsonObject): (pointer: string) => boolean {
  const known = new Map<string, boolean>();
  return (pointer) => {
    const way = new Set<string>();
    let at: string | undefined = pointer;
    while (at !== undefined && !known.has(at) && !way.has(at)) {
      way.add(at);
      const ref: string | undefined = findString(resolvePointer(document, at), "$ref");
      at = ref === undefined ? undefined : localPointer(ref);
    }
    const isRing = at !== undefined && (known.get(at) ?? true);
    for (const walked of way) known.set(walked, isRing);
    return isRing;
  };
}
