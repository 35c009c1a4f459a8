import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { hideSpecials } from "./placeholder.ts";
import { fromMembers, isObject, members, own } from "./pointer.ts";
import { type Preparation, stringItems } from "./preparation.ts";
import { anything } from "./presence.ts";
import { isComposed } from "./type.ts";
import { isHidden } from "./visible.ts";

type Prepare = (schema: JsonValue | undefined) => JsonObject;

/** The keywords of objects, as openapi-typescript prints them. */
export function prepareObject(
  preparation: Preparation,
  schema: JsonObject,
  prepare: Prepare,
): JsonObject {
  const isVisible = (name: string) => !isHidden(preparation, schema, name);
  const declared = members(own(schema, "properties"));
  const written = declared.filter(([name]) => isVisible(name));
  const required = stringItems(own(schema, "required")).filter(isVisible);
  const properties = [
    ...written.map(([name, value]) => [name, prepare(value)] as const),
    ...prepareUndeclared(schema, required, prepare),
  ];
  const index = prepareIndex(schema, properties.length + declared.length > 0, prepare);
  return {
    type: "object",
    ...(properties.length > 0 ? { properties: hideNames(properties) } : {}),
    ...(required.length > 0 ? { required: required.map(hideSpecials) } : {}),
    ...(index === undefined ? {} : { additionalProperties: index }),
  };
}

/** Whether a prepared object says no more than that it is one: beside a composition it would hide the others' fields. */
export function isNothing(prepared: JsonObject): boolean {
  return (
    prepared["type"] === "object" &&
    !Object.hasOwn(prepared, "properties") &&
    (!Object.hasOwn(prepared, "additionalProperties") || prepared["additionalProperties"] === true)
  );
}

function hideNames(properties: readonly (readonly [string, JsonObject])[]): JsonObject {
  return fromMembers(properties.map(([name, value]) => [hideSpecials(name), value]));
}

/** The names that must be there and are described nowhere; beside a composition they may be described by that. */
function prepareUndeclared(
  schema: JsonObject,
  required: readonly string[],
  prepare: Prepare,
): readonly (readonly [string, JsonObject])[] {
  const declared = own(schema, "properties");
  const additional = own(schema, "additionalProperties");
  const patterns = members(own(schema, "patternProperties"));
  const undeclared = [...new Set(required)].filter(
    (name) => !(isObject(declared) && Object.hasOwn(declared, name)),
  );
  if (isComposed(schema)) {
    return [];
  }
  const isTyped = Object.hasOwn(schema, "type");
  const value = patterns.length === 0 && isTyped ? prepare(additional) : anything;
  return undeclared.map((name) => [name, value] as const);
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
  if (additional === false && patterns.length === 0) {
    return hasProperties || isComposed(schema) ? undefined : prepare(false);
  }
  if (!isObject(additional) && additional !== true && patterns.length === 0) {
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
