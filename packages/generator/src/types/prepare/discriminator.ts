import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { findValues } from "./enum.ts";
import { asObject, fromMembers, members, own, parseFragment } from "./pointer.ts";
import { findComponentRef, type Preparation, resolveNode } from "./preparation.ts";
import { findProperty } from "./property.ts";
import { findTypes } from "./type.ts";

/**
 * The branches of a union, each that a discriminator names with the tags that choose it, so that a
 * `switch` on the tag narrows. Tags are those of the mapping, or else the name of the schema. A branch
 * that lists the values of its tag itself keeps those of them that choose it, and all where none does.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function prepareBranches(
  preparation: Preparation,
  schema: JsonObject,
  branches: readonly JsonValue[],
): readonly JsonValue[] {
  const discriminator = asObject(own(schema, "discriminator"));
  const property = discriminator && own(discriminator, "propertyName");
  if (discriminator === undefined || typeof property !== "string") {
    return branches;
  }
  return branches.map((branch) => {
    const written = asObject(branch);
    const name = written && findComponentRef(preparation, "schemas", written);
    return written === undefined || name === undefined
      ? branch
      : tag(preparation, written, property, listTags(preparation, discriminator, name));
  });
}

/** The values that choose the component `name`. */
function listTags(
  preparation: Preparation,
  discriminator: JsonObject,
  name: string,
): readonly string[] {
  const mapped = members(own(discriminator, "mapping")).filter(
    ([, target]) => typeof target === "string" && isTarget(preparation, target, name),
  );
  return mapped.length > 0 ? mapped.map(([value]) => value) : [name];
}

/** A mapping names a schema by its name or by a reference. */
function isTarget(preparation: Preparation, target: string, name: string): boolean {
  return (
    target === name ||
    (parseFragment(target) !== undefined &&
      findComponentRef(preparation, "schemas", { $ref: target }) === name)
  );
}

/** `schema` whose property has one of these values; unchanged where that would contradict it, or say nothing new. */
function tag(
  preparation: Preparation,
  schema: JsonObject,
  property: string,
  tags: readonly string[],
): JsonObject {
  const declared = findProperty(preparation, schema, property)
    .map((one) => resolveNode(preparation, one))
    .filter((one) => one !== undefined);
  const values = declared.map(findValues).filter((one) => one !== undefined);
  const chosen = tags.filter((value) => values.every((one) => one.includes(value)));
  const isNew = values.every((one) => one.length > chosen.length);
  const isText = declared.every((one) => {
    const types = findTypes(one);
    return types.length === 0 || types.includes("string");
  });
  if (chosen.length === 0 || !isNew || !isText) {
    return schema;
  }
  const properties = fromMembers([[property, { enum: chosen }]]);
  return { allOf: [schema, { type: "object", properties }] };
}
