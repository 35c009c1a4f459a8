import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { hideSpecials } from "./placeholder.ts";
import { fromMembers, isObject, members, own } from "./pointer.ts";
import { stringItems } from "./preparation.ts";

type Prepare = (schema: JsonValue | undefined) => JsonObject;

/** The keywords of objects, as openapi-typescript prints them. */
export function prepareObject(schema: JsonObject, prepare: Prepare): JsonObject {
  const properties = members(own(schema, "properties")).map(
    ([name, value]) => [hideSpecials(name), prepare(value)] as const,
  );
  const required = stringItems(own(schema, "required")).map(hideSpecials);
  const index = prepareIndex(schema, properties.length > 0, prepare);
  return {
    type: "object",
    ...(properties.length > 0 ? { properties: fromMembers(properties) } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...(index === undefined ? {} : { additionalProperties: index }),
  };
}

/**
 * The type of names that are not listed. Beside listed ones it is `unknown`: an index signature of
 * TypeScript speaks of the listed names too, and a narrower one would contradict them.
 */
function prepareIndex(
  schema: JsonObject,
  hasProperties: boolean,
  prepare: Prepare,
): JsonObject | true | undefined {
  const additional = own(schema, "additionalProperties");
  const patterns = members(own(schema, "patternProperties")).map(([, value]) => value);
  const isOpen = isObject(additional) || additional === true || patterns.length > 0;
  if (!isOpen) {
    return undefined;
  }
  if (hasProperties) {
    return true;
  }
  if (patterns.length === 0) {
    return isObject(additional) ? prepare(additional) : true;
  }
  const closed = isObject(additional) || additional === false;
  return closed
    ? unionOf([...patterns, ...(isObject(additional) ? [additional] : [])], prepare)
    : true;
}

function unionOf(schemas: readonly JsonValue[], prepare: Prepare): JsonObject {
  const [only, ...others] = schemas.map(prepare);
  return others.length === 0 && only !== undefined ? only : { anyOf: schemas.map(prepare) };
}
