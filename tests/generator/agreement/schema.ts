import type { JsonObject, JsonValue } from "@truespec/json-schema";

/** `value` when it is a JSON object. */
export function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own member `name` of a JSON object; undefined of anything else. */
export function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  const object = asObject(value);
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The items of a JSON array; none of anything else. */
export function items(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** The members of a JSON object; none of anything else. */
export function members(value: JsonValue | undefined): readonly [string, JsonValue][] {
  return Object.entries(asObject(value) ?? {});
}

/** The tokens of a reference into the same document. */
export function referenceTokens(reference: string): readonly string[] {
  const steps = decodeURIComponent(reference).split("/").slice(1);
  return steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What a reference leads to. */
export function follow(document: JsonObject, reference: string): JsonValue | undefined {
  let node: JsonValue | undefined = document;
  for (const token of referenceTokens(reference)) {
    node = Array.isArray(node) ? node[Number(token)] : member(node, token);
  }
  return node;
}

/** The types that a schema names. */
export function listTypes(schema: JsonObject): readonly string[] {
  const type = member(schema, "type");
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === "string");
}

/** The name of the component that a reference leads to; of any other place a name that no component has. */
export function componentName(reference: string): string {
  const tokens = referenceTokens(reference);
  const [root, kind, name, ...rest] = tokens;
  const isComponent = root === "components" && kind === "schemas" && rest.length === 0;
  return isComponent && name !== undefined ? name : `elsewhere ${tokens.join(" ")}`;
}
