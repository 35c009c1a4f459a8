import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { findValues } from "./enum.ts";
import {
  asObject,
  findAt,
  fromMembers,
  isObject,
  items,
  members,
  own,
  parseFragment,
} from "./pointer.ts";
import { findComponentRef, type Preparation, resolveNode } from "./preparation.ts";
import { findProperty } from "./property.ts";
import { findTypes } from "./type.ts";
import { isHidden } from "./visible.ts";

/**
 * The branches of a union, each that a discriminator names with the tags that choose it, so that a
 * `switch` on the tag narrows. Tags are what {@link listTags} says. A branch
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
    if (written === undefined || name === undefined) {
      return branch;
    }
    const tags = listTags(preparation, discriminator, name);
    const known = preparation.childTags.get(name)?.get(property);
    const added = tags && findTag(preparation, written, { property, tags, known });
    return added === undefined ? written : { allOf: [written, added] };
  });
}

/**
 * A component schema that has, by `allOf`, a parent with a discriminator, with the tags that choose it.
 * The parent stays as it is: of the children that are still to come it knows no tag.
 */
export function tagChild(preparation: Preparation, name: string, schema: JsonValue): JsonValue {
  const tags = preparation.childTags.get(name);
  if (!isObject(schema) || tags === undefined) {
    return schema;
  }
  const added = [...tags]
    .filter(([property]) => !isHidden(preparation, schema, property))
    .map(([property, values]) => findTag(preparation, schema, { property, tags: values }))
    .filter((one) => one !== undefined);
  return { ...schema, allOf: [...items(own(schema, "allOf")), ...added] };
}

/**
 * The values that choose the component `name`: those of the mapping, or what AutoRest lets it say itself,
 * or its name. None are known of the one that OpenAPI 3.2's `defaultMapping` names, which all others choose.
 */
export function listTags(
  preparation: Preparation,
  discriminator: JsonObject,
  name: string,
): readonly string[] | undefined {
  const isNamed = (target: JsonValue | undefined) =>
    typeof target === "string" && isTarget(preparation, target, name);
  if (isNamed(own(discriminator, "defaultMapping"))) {
    return undefined;
  }
  const mapped = members(own(discriminator, "mapping")).filter(([, target]) => isNamed(target));
  const component = findAt(preparation.document, ["components", "schemas", name]);
  const said = own(asObject(component) ?? {}, "x-ms-discriminator-value");
  return mapped.length > 0
    ? mapped.map(([value]) => value)
    : [typeof said === "string" ? said : name];
}

/** A mapping names a schema by its name or by a reference. */
function isTarget(preparation: Preparation, target: string, name: string): boolean {
  return (
    target === name ||
    (parseFragment(target) !== undefined &&
      findComponentRef(preparation, "schemas", { $ref: target }) === name)
  );
}

/** What a discriminator says of a schema. */
interface Tag {
  readonly property: string;
  readonly tags: readonly string[];
  /** The values that the property has anyway, as far as something else than the schema says so. */
  readonly known?: readonly string[] | undefined;
}

/** A schema that gives the property of `schema` these values; none where that would contradict it, or say nothing new. */
function findTag(
  preparation: Preparation,
  schema: JsonObject,
  { property, tags, known }: Tag,
): JsonObject | undefined {
  const declared = findProperty(preparation, schema, property)
    .map((one) => resolveNode(preparation, one))
    .filter((one) => one !== undefined);
  const values = [known, ...declared.map(findValues)].filter((one) => one !== undefined);
  const chosen = tags.filter((value) => values.every((one) => one.includes(value)));
  const isNew = values.every((one) => one.length > chosen.length);
  const isText = declared.every((one) => {
    const types = findTypes(one);
    return types.length === 0 || types.includes("string");
  });
  return chosen.length === 0 || !isNew || !isText
    ? undefined
    : { type: "object", properties: fromMembers([[property, { enum: chosen }]]) };
}
