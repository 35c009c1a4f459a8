import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { pick, type Random } from "./random.ts";
import { numbers, sampleNumber, sampleString } from "./scalars.ts";
import { asObject, componentName, follow, items, listTypes, member, members } from "./schema.ts";
import { listInherited, listTags } from "./tags.ts";

/** How instances are made. */
export interface Sampling {
  readonly document: JsonObject;
  readonly random: Random;
  /** The part of the optional properties that are there, from 0 to 1. */
  readonly fullness: number;
}

/** Below this depth nothing is made that need not be there. */
const comfortable = 4;
const deepest = 16;

/**
 * An instance that fits the schema, as far as types, lists of values and counts go; patterns and
 * conditions are left to luck. Undefined where there seems to be none.
 */
export function sample(sampling: Sampling, schema: JsonValue, depth = 0): JsonValue | undefined {
  const parts = depth > deepest ? undefined : flatten(sampling, schema, depth);
  if (parts === undefined) return undefined;
  const listed = listValues(parts);
  if (listed !== undefined) return pick(sampling.random, listed);
  const type = pick(sampling.random, findTypes(parts, depth));
  switch (type) {
    case undefined:
      return undefined;
    case "object":
      return sampleObject(sampling, parts, depth);
    case "array":
      return sampleArray(sampling, parts, depth);
    case "string":
      return sampleString(sampling.random, parts);
    case "boolean":
      return sampling.random() < 0.5;
    case "null":
      return null;
    default:
      return sampleNumber(parts, type);
  }
}

/** The schemas that an instance must fit all at once, one branch chosen of each union. */
function flatten(
  sampling: Sampling,
  schema: JsonValue,
  depth: number,
): readonly JsonObject[] | undefined {
  const found: JsonObject[] = [];
  const seen = new Set<JsonValue>();
  const queue: JsonValue[] = [schema];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const written = asObject(next);
    if (next === false) return undefined;
    if (written !== undefined && !seen.has(next)) {
      seen.add(next);
      found.push(written);
      queue.push(...expand(sampling, written, depth));
    }
  }
  return found;
}

function expand(sampling: Sampling, schema: JsonObject, depth: number): readonly JsonValue[] {
  const reference = member(schema, "$ref");
  const target = typeof reference === "string" ? follow(sampling.document, reference) : undefined;
  const parts = [
    ...(target === undefined ? [] : [target]),
    ...items(member(schema, "allOf")),
    ...(typeof reference === "string" ? listOwnTags(sampling, reference) : []),
  ];
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = items(member(schema, keyword));
    const flat = branches.filter((branch) => member(branch, "$ref") === undefined);
    const chosen = pick(sampling.random, depth > comfortable && flat.length > 0 ? flat : branches);
    if (chosen !== undefined) parts.push(chosen);
    const tag = chosen && findTag(sampling, schema, chosen);
    if (tag !== undefined) parts.push(tag);
  }
  return parts;
}

/** What a parent's discriminator says of a component. */
function listOwnTags({ document }: Sampling, reference: string): readonly JsonValue[] {
  return listInherited(document, componentName(reference)).map(([property, tags]) => ({
    properties: Object.fromEntries([[property, { enum: tags }]]),
  }));
}

/** What the discriminator of a union says of the chosen branch. */
function findTag(
  { document }: Sampling,
  schema: JsonObject,
  branch: JsonValue,
): JsonValue | undefined {
  const discriminator = member(schema, "discriminator");
  const property = member(discriminator, "propertyName");
  const [tag] = listTags(document, discriminator, asObject(branch) ?? {});
  return tag === undefined || typeof property !== "string"
    ? undefined
    : { properties: Object.fromEntries([[property, { "x-tag": tag }]]) };
}

function listValues(parts: readonly JsonObject[]): readonly JsonValue[] | undefined {
  const tag = parts.map((part) => member(part, "x-tag")).find((value) => value !== undefined);
  const lists = parts.flatMap((part) => {
    const constant = member(part, "const");
    const values = member(part, "enum");
    return constant !== undefined ? [[constant]] : Array.isArray(values) ? [values] : [];
  });
  const [first, ...others] = lists;
  if (first === undefined) return tag === undefined ? undefined : [tag];
  const types = findTypes(parts, 0);
  const isCommon = (value: JsonValue) =>
    others.every((list) => list.some((one) => JSON.stringify(one) === JSON.stringify(value)));
  const common = first.filter(
    (value) => isCommon(value) && types.some((type) => hasType(value, type)),
  );
  return tag !== undefined && common.includes(tag) ? [tag] : common;
}

function hasType(value: JsonValue, type: string): boolean {
  if (value === null) return type === "null";
  if (Array.isArray(value)) return type === "array";
  return typeof value === (type === "integer" ? "number" : type);
}

const allTypes = ["object", "array", "string", "boolean", "null", "number", "integer"];

/** The types that all parts allow; of a deep place those that end there, where there are such. */
function findTypes(parts: readonly JsonObject[], depth: number): readonly string[] {
  const lists = parts.map(typesOf).filter((list) => list.length > 0);
  const common = allTypes.filter((type) => lists.every((list) => list.includes(type)));
  const wanted =
    lists.length === 0
      ? ["string", "number", "null"]
      : common.filter((type) => type !== "integer" || !common.includes("number"));
  const flat = wanted.filter((type) => type !== "object" && type !== "array");
  return depth > comfortable && flat.length > 0 ? flat : wanted;
}

function typesOf(schema: JsonObject): readonly string[] {
  const types = listTypes(schema);
  if (types.length > 0) return types.includes("number") ? [...types, "integer"] : types;
  const has = (...names: readonly string[]) => names.some((name) => Object.hasOwn(schema, name));
  if (has("enum", "const")) return [];
  if (has("properties", "required", "additionalProperties", "patternProperties")) return ["object"];
  return has("items", "prefixItems") ? ["array"] : [];
}

function sampleObject(
  sampling: Sampling,
  parts: readonly JsonObject[],
  depth: number,
): JsonValue | undefined {
  const required = new Set(parts.flatMap((part) => items(member(part, "required"))));
  const names = new Set([
    ...parts.flatMap((part) => members(member(part, "properties")).map(([name]) => name)),
    ...[...required].filter((name) => typeof name === "string"),
  ]);
  const made: [string, JsonValue][] = [];
  for (const name of names) {
    const wanted =
      required.has(name) || (depth <= comfortable && sampling.random() < sampling.fullness);
    const value = wanted ? sample(sampling, describeProperty(parts, name), depth + 1) : undefined;
    if (value !== undefined) made.push([name, value]);
    else if (required.has(name)) return undefined;
  }
  const extra = names.size === 0 && depth <= comfortable ? sampleExtra(sampling, parts, depth) : [];
  return Object.fromEntries([...made, ...extra]);
}

/** A name that is not listed, where a schema says what such names hold. */
function sampleExtra(
  sampling: Sampling,
  parts: readonly JsonObject[],
  depth: number,
): readonly [string, JsonValue][] {
  const schemas = parts
    .map((part) => member(part, "additionalProperties"))
    .filter((one) => asObject(one) !== undefined);
  const value =
    schemas.length > 0
      ? sample(sampling, { allOf: schemas.map((one) => one ?? true) }, depth + 1)
      : undefined;
  return value === undefined || sampling.fullness === 0 ? [] : [["extra", value]];
}

function describeProperty(parts: readonly JsonObject[], name: string): JsonValue {
  const schemas = parts.flatMap((part) => {
    const declared = member(member(part, "properties"), name);
    const additional = member(part, "additionalProperties");
    return declared === undefined
      ? asObject(additional) === undefined
        ? []
        : [additional ?? true]
      : [declared];
  });
  return schemas.length === 1 ? (schemas[0] ?? true) : { allOf: schemas };
}

function sampleArray(
  sampling: Sampling,
  parts: readonly JsonObject[],
  depth: number,
): JsonValue | undefined {
  const minimum = Math.max(0, ...numbers(parts, "minItems"));
  const maximum = Math.min(3, ...numbers(parts, "maxItems"));
  const wanted =
    depth > comfortable || sampling.fullness === 0
      ? 0
      : Math.floor(sampling.random() * (maximum + 1));
  const made: JsonValue[] = [];
  for (let index = 0; index < Math.min(20, Math.max(minimum, wanted)); index += 1) {
    const schemas = parts.flatMap((part) => {
      const prefix = items(member(part, "prefixItems"));
      const schema = index < prefix.length ? prefix[index] : member(part, "items");
      return schema === undefined ? [] : [schema];
    });
    const item = sample(sampling, { allOf: schemas }, depth + 1);
    if (item === undefined) return index < minimum ? undefined : made;
    made.push(item);
  }
  return made;
}
