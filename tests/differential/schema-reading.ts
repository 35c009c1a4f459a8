/**
 * Schemas read as plain JSON, without any code that is tested here: which schemas apply where.
 */
import {
  isSchema,
  type JsonObject,
  type JsonValue,
  resolvePointer,
  type Schema,
} from "@truespec/json-schema";

/** The keywords that hold one schema, a list of them, and an object of them. */
const single = [
  ...["additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"],
  ...["unevaluatedItems", "unevaluatedProperties"],
];
const lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
const maps = ["$defs", "dependentSchemas", "patternProperties", "properties"];

/** The keywords that apply to the same instance. */
const inPlace = ["allOf", "anyOf", "dependentSchemas", "else", "if", "not", "oneOf", "then"];

/** Is it a JSON object? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Is it a JSON array? */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** What a keyword says, where it stands there itself. */
export function read(schema: JsonObject, keyword: string): JsonValue | undefined {
  return Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
}

/** What a keyword says, where that is a number. */
export function readNumber(schema: JsonObject, keyword: string): number | undefined {
  const value = read(schema, keyword);
  return typeof value === "number" ? value : undefined;
}

/** The subschemas of a schema, each with its keyword. */
export function listSubschemas(schema: JsonObject): readonly (readonly [string, Schema])[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const held =
      single.includes(keyword) && isSchema(value)
        ? [value]
        : lists.includes(keyword) && isList(value)
          ? value
          : maps.includes(keyword) && isObject(value)
            ? Object.values(value)
            : [];
    return held.filter(isSchema).map((inner) => [keyword, inner] as const);
  });
}

/** Every schema object below a schema, itself first. */
export function listSchemas(schema: Schema): readonly JsonObject[] {
  if (!isObject(schema)) return [];
  return [schema, ...listSubschemas(schema).flatMap(([, inner]) => listSchemas(inner))];
}

/** A schema without `format`, for peers that assert it unasked. */
export function withoutFormats(schema: Schema): Schema {
  if (!isObject(schema)) return schema;
  const again = (value: JsonValue): JsonValue => (isSchema(value) ? withoutFormats(value) : value);
  const members = Object.entries(schema)
    .filter(([keyword]) => keyword !== "format")
    .map(([keyword, value]): [string, JsonValue] => {
      if (single.includes(keyword)) return [keyword, again(value)];
      if (lists.includes(keyword) && isList(value)) return [keyword, value.map(again)];
      if (!maps.includes(keyword) || !isObject(value)) return [keyword, value];
      const inner = Object.entries(value).map(([name, one]) => [name, again(one)] as const);
      return [keyword, Object.fromEntries(inner)];
    });
  return Object.fromEntries(members);
}

/** What a reference leads to: by pointer into the root, by anchor, or by the `$id` of a definition. */
export function findReferenced(root: Schema, reference: JsonValue): Schema | undefined {
  if (typeof reference !== "string") return undefined;
  const [base = "", fragment = ""] = reference.split("#");
  if (fragment.startsWith("/")) {
    const found = resolvePointer(root, decodeURIComponent(fragment));
    return isSchema(found) ? found : undefined;
  }
  const all = listSchemas(root);
  if (fragment === "" && base !== "") return all.find((one) => one["$id"] === base);
  if (fragment === "") return root;
  return all.find((one) => one["$anchor"] === fragment || one["$dynamicAnchor"] === fragment);
}

/** All schemas that may apply to the same instance as a schema, itself first. */
export function listApplied(root: Schema, schema: Schema): readonly JsonObject[] {
  const reached = new Set<Schema>([schema]);
  // A Set grows while it is walked, so this is the closure.
  for (const one of reached) {
    if (!isObject(one)) continue;
    for (const [keyword, inner] of listSubschemas(one)) {
      if (inPlace.includes(keyword)) reached.add(inner);
    }
    for (const keyword of ["$ref", "$dynamicRef"]) {
      const target = findReferenced(root, read(one, keyword) ?? null);
      if (target !== undefined) reached.add(target);
    }
  }
  return [...reached].filter(isObject);
}

/** The schema of a member or item: all that schemas of the place say of it. */
export function findBelow(applied: readonly JsonObject[], step: string | number): Schema {
  const found = applied.flatMap((schema) =>
    typeof step === "number" ? findOfItem(schema, step) : findOfMember(schema, step),
  );
  const [only = true, ...rest] = found;
  return rest.length === 0 ? only : { allOf: found };
}

function findOfItem(schema: JsonObject, index: number): readonly Schema[] {
  const prefix = read(schema, "prefixItems");
  const own = isList(prefix) && index < prefix.length ? prefix[index] : read(schema, "items");
  return [own, read(schema, "contains"), read(schema, "unevaluatedItems")].filter(isSchema);
}

function findOfMember(schema: JsonObject, name: string): readonly Schema[] {
  const properties = read(schema, "properties");
  const patterns = read(schema, "patternProperties");
  const named = isObject(properties) ? [read(properties, name)] : [];
  const matched = isObject(patterns)
    ? Object.entries(patterns).filter(([pattern]) => matches(pattern, name))
    : [];
  const own = [...named, ...matched.map(([, inner]) => inner)].filter(isSchema);
  if (own.length > 0) return own;
  const more = [read(schema, "additionalProperties"), read(schema, "unevaluatedProperties")];
  return more.filter(isSchema);
}

/** Does a text match a pattern? One that is no regular expression matches nothing. */
export function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return false;
  }
}
