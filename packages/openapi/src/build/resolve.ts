import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";
import { findString } from "../json/json-value.ts";

/** A value and where it stands. */
export interface Resolved {
  readonly value: JsonObject;
  readonly pointer: string;
}

/**
 * Follows local `$ref`s to the object that they lead to, however long the chain; undefined when
 * there is none, or when they lead round in a ring. A `summary` or `description` beside a `$ref`
 * stands in place of the object's own.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#reference-object
 */
export function resolveObject(
  document: JsonObject,
  value: JsonValue | undefined,
  pointer: string,
): Resolved | undefined {
  let at = { value, pointer };
  let mark: string | undefined;
  let told: JsonObject = {};
  // The mark moves on at each power of two, so a chain that comes back to it is a ring (Brent)
  for (let count = 1; ; count++) {
    if (!isJsonObject(at.value)) return undefined;
    const ref = findString(at.value, "$ref");
    if (ref === undefined) return { value: tell(at.value, told), pointer: at.pointer };
    const target = localPointer(ref);
    if (target === undefined) return undefined;
    if (target === mark) return undefined;
    if ((count & (count - 1)) === 0) mark = target;
    told = pickTold(at.value, told);
    at = { value: resolvePointer(document, target), pointer: target };
  }
}

const overriding = ["summary", "description"];

/** What references say of the object that they lead to; the first of them wins. */
function pickTold(reference: JsonObject, told: JsonObject): JsonObject {
  let picked = told;
  for (const key of overriding) {
    const text = findString(reference, key);
    if (text !== undefined && !Object.hasOwn(told, key)) picked = { ...picked, [key]: text };
  }
  return picked;
}

function tell(object: JsonObject, told: JsonObject): JsonObject {
  return Object.keys(told).length === 0 ? object : { ...object, ...told };
}
