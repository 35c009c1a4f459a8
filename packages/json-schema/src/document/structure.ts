/**
 * Where schemas stand inside a schema, Core section 10 and appendix B: needed to tell an `$id` that
 * identifies from one that is somebody's data.
 */
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";

/**
 * What a place in a document holds: a `schema`, a `map` or `list` of schemas, a plain `value` (no
 * schema below), or a part of a `host` document in which schemas are embedded anywhere.
 */
export type PlaceKind = "schema" | "map" | "list" | "value" | "host";

const members: ReadonlyMap<string, PlaceKind> = new Map<string, PlaceKind>([
  ...["$defs", "definitions", "properties", "patternProperties", "dependentSchemas"].map(
    (name) => [name, "map"] as const,
  ),
  // A list of names in it holds no schema, so it does not matter that it is taken for one.
  ["dependencies", "map"],
  ...["allOf", "anyOf", "oneOf", "prefixItems"].map((name) => [name, "list"] as const),
  ...["not", "if", "then", "else", "items", "contains", "contentSchema"].map(
    (name) => [name, "schema"] as const,
  ),
  ...["additionalProperties", "propertyNames", "unevaluatedItems", "unevaluatedProperties"].map(
    (name) => [name, "schema"] as const,
  ),
  ...["const", "enum", "default", "example", "examples"].map((name) => [name, "value"] as const),
]);

const textual = ["$schema", "$id", "$ref", "$anchor", "$dynamicRef", "$dynamicAnchor"];
const objects = ["$defs", "properties", "patternProperties", "dependentSchemas"];
const lists = ["allOf", "anyOf", "oneOf", "prefixItems", "enum", "required"];
const schemas = ["items", "not", "if", "additionalProperties", "propertyNames", "contains"];

/** Does the value show by a well-formed keyword that it is a schema? A boolean does not. */
export function looksLikeSchema(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const has = (name: string, isFit: (member: JsonValue | undefined) => boolean) =>
    Object.hasOwn(value, name) && isFit(value[name]);
  return (
    has("type", (member) => typeof member === "string" || isJsonArray(member)) ||
    textual.some((name) => has(name, (member) => typeof member === "string")) ||
    objects.some((name) => has(name, isJsonObject)) ||
    lists.some((name) => has(name, isJsonArray)) ||
    schemas.some((name) =>
      has(name, (member) => isJsonObject(member) || typeof member === "boolean"),
    )
  );
}

/** What the root of a document is: a schema, or a host of schemas such as an API description. */
export function rootKind(root: JsonValue): PlaceKind {
  return isJsonObject(root) && !looksLikeSchema(root) && Object.keys(root).length > 0
    ? "host"
    : "schema";
}

/** The kind of the member `name` of a place of this kind; `isHosted`: the document is a host. */
export function memberKind(
  kind: PlaceKind,
  value: JsonValue,
  name: string,
  isHosted: boolean,
): PlaceKind {
  if (kind === "value") return "value";
  if (kind === "map" || kind === "list") return "schema";
  if (kind === "schema" || looksLikeSchema(value)) {
    return members.get(name) ?? (isHosted ? "host" : "value");
  }
  return name === "example" || name === "examples" ? "value" : "host";
}
