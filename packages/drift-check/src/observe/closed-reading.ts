import { isJsonObject, type JsonObject, type Schema } from "@truespec/json-schema/json";
import type { Nodes } from "./body-walk.ts";

/**
 * How a description is read for the report alone: as if it named every field, although JSON Schema lets any other
 * pass. Only an applicator that reaches a field documents it.
 */

/** Tells whether a field's name is part of the description, rather than a key of a map. */
export function isProperty(applicable: Nodes, name: string): boolean {
  return applicable.some((node) => {
    const properties = memberOf(node.schema, "properties");
    return properties !== undefined && Object.hasOwn(properties, name);
  });
}

/** Tells whether the schemas name any field: where they do not, nothing can be undocumented. */
export function speaksOfFields(applicable: Nodes): boolean {
  return applicable.some(
    ({ schema }) =>
      hasMembers(schema, "properties") ||
      hasMembers(schema, "patternProperties") ||
      isFalse(schema, "additionalProperties") ||
      isFalse(schema, "unevaluatedProperties"),
  );
}

/** Tells whether the schemas say `type: object, properties: {}`: an object about which nothing is said. */
export function isEmptyOpen(applicable: Nodes): boolean {
  return applicable.some(
    ({ schema }) => memberOf(schema, "properties") !== undefined && !isOpenOnPurpose(schema),
  );
}

/** The schema that names the fields around: where an undocumented one should stand. */
export function findOwner(applicable: Nodes): readonly string[] {
  const naming = applicable.filter(({ schema }) => hasMembers(schema, "properties"));
  const speaking = applicable.filter(({ schema }) => memberOf(schema, "properties") !== undefined);
  const owner = naming[0] ?? speaking[0] ?? applicable[0];
  return owner === undefined ? [] : [owner.pointer];
}

function isOpenOnPurpose(schema: Schema): boolean {
  return (
    isJsonObject(schema) &&
    (Object.hasOwn(schema, "additionalProperties") ||
      Object.hasOwn(schema, "unevaluatedProperties"))
  );
}

function hasMembers(schema: Schema, keyword: string): boolean {
  return Object.keys(memberOf(schema, keyword) ?? {}).length > 0;
}

function isFalse(schema: Schema, keyword: string): boolean {
  return isJsonObject(schema) && Object.hasOwn(schema, keyword) && schema[keyword] === false;
}

function memberOf(schema: Schema, keyword: string): JsonObject | undefined {
  if (!isJsonObject(schema) || !Object.hasOwn(schema, keyword)) return undefined;
  const member = schema[keyword];
  return isJsonObject(member) ? member : undefined;
}
