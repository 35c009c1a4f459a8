import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { isBinary } from "./binary.ts";
import { isObject, own } from "./pointer.ts";
import { stringItems } from "./preparation.ts";

const known = new Set(["null", "boolean", "object", "array", "number", "string", "integer"]);

/** The types that a schema allows; none where it allows all. */
export function findTypes(schema: JsonObject): readonly string[] {
  const written = own(schema, "type");
  if (typeof written === "string" && known.has(written)) {
    return [written];
  }
  const types = typeof written === "string" ? [written] : stringItems(written);
  const distinct = [...new Set(types)].filter((type) => known.has(type));
  return distinct.length > 0 ? distinct : inferTypes(schema);
}

/**
 * Where `type` is left out, the keywords of one type mean that type, as authors read them. To JSON
 * Schema they say nothing of other types, so a validator admits more than the type does.
 */
function inferTypes(schema: JsonObject): readonly string[] {
  const has = (...keywords: readonly string[]) =>
    keywords.some((keyword) => Object.hasOwn(schema, keyword));
  const additional = own(schema, "additionalProperties");
  if (has("properties", "patternProperties", "required") || isObject(additional)) {
    return ["object"];
  }
  // Beside alternatives, `items: {}` is what a generator of descriptions writes out for nothing.
  const isIdle = isComposed(schema) && isEmpty(own(schema, "items"));
  if (has("prefixItems") || (has("items") && !isIdle)) {
    return ["array"];
  }
  return isBinary(schema) ? ["string"] : [];
}

function isEmpty(schema: JsonValue | undefined): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}

const compositions = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf"];

/** Whether a schema says something by other schemas. */
export function isComposed(schema: JsonObject): boolean {
  return compositions.some((keyword) => Object.hasOwn(schema, keyword));
}
