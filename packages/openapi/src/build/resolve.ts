import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { findString, isJsonObject } from "../json/json-value.ts";
import { findAt, localPointer } from "../pointer/pointer.ts";

const longestChain = 64;

/** A value and where it stands. */
export interface Resolved {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Follows local `$ref`s to the object that they lead to; undefined when there is none. */
export function resolveObject(
  document: JsonObject,
  value: JsonValue | undefined,
  pointer: string,
): Resolved | undefined {
  let at = { value, pointer };
  for (let count = 0; count < longestChain; count++) {
    if (!isJsonObject(at.value)) return undefined;
    const ref = findString(at.value, "$ref");
    if (ref === undefined) return { value: at.value, pointer: at.pointer };
    const target = localPointer(ref);
    if (target === undefined) return undefined;
    at = { value: findAt(document, target), pointer: target };
  }
  return undefined;
}
