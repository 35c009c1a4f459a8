import type { JsonObject } from "@truespec/json-schema";
import { hideSpecials } from "./placeholder.ts";
import { asObject, findReferred, fromMembers, isObject, own } from "./pointer.ts";
import type { Preparation } from "./preparation.ts";
import { findTypes, isComposed } from "./type.ts";

/** Any JSON value, which `undefined` is not: `{} | null`. */
export const anything: JsonObject = { type: "object", "x-truespec-print": "anything" };

/**
 * All of `found`, with the properties that `required` names. Where openapi-typescript sees one of them
 * declared it makes it required there; for the others `{ name: {} | null }` is added, which makes
 * them required wherever they are declared.
 */
export function requirePresence(
  preparation: Preparation,
  found: readonly JsonObject[],
  required: readonly string[],
): JsonObject {
  const declares = (name: string) => found.some((one) => isDeclared(preparation, one, name));
  const added = required.filter((name) => !declares(name) && !isPresent(found, name));
  const parts = added.length === 0 ? found : [...found, presence(added)];
  const kept = required.filter(declares).map(hideSpecials);
  const [only] = parts;
  if (only === undefined) {
    return {};
  }
  const isAlone = parts.length === 1 && (kept.length === 0 || Object.hasOwn(only, "type"));
  return isAlone ? only : { allOf: parts, required: kept };
}

function presence(names: readonly string[]): JsonObject {
  const hidden = names.map(hideSpecials);
  return {
    type: "object",
    properties: fromMembers(hidden.map((name) => [name, anything])),
    required: hidden,
  };
}

/** Whether one of `found` declares the property and requires it already. */
function isPresent(found: readonly JsonObject[], name: string): boolean {
  const key = hideSpecials(name);
  return found.some((one) => {
    const required = own(one, "required");
    const properties = own(one, "properties");
    return (
      isObject(properties) &&
      Object.hasOwn(properties, key) &&
      Array.isArray(required) &&
      required.includes(key)
    );
  });
}

/** Whether openapi-typescript finds the property there: in an object that is written out, or right where a reference leads. */
function isDeclared(preparation: Preparation, schema: JsonObject, name: string): boolean {
  const reference = own(schema, "$ref");
  if (typeof reference !== "string") {
    const properties = own(schema, "properties");
    return isObject(properties) && Object.hasOwn(properties, hideSpecials(name));
  }
  const target = asObject(findReferred(preparation.document, reference));
  const properties = target && own(target, "properties");
  return (
    target !== undefined &&
    isObject(properties) &&
    Object.hasOwn(properties, name) &&
    !(name in Object.prototype) &&
    isPlainObject(target)
  );
}

function isPlainObject(schema: JsonObject): boolean {
  const [only, ...others] = findTypes(schema);
  const isListed = ["enum", "const"].some((keyword) => Object.hasOwn(schema, keyword));
  return only === "object" && others.length === 0 && !isComposed(schema) && !isListed;
}
