import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";

const mostNames = 4;

/** An inferred schema in a few words: `object {arena, elo}`, `array of string`, `map of number or null`. */
export function describeSchema(schema: JsonObject, depth = 0): string {
  const { type } = schema;
  const types = (Array.isArray(type) ? type : type === undefined ? [] : [type]).map(String);
  if (types.length === 0) return "nothing but null was seen";
  return types.map((name) => describeType(name, schema, depth)).join(" or ");
}

function describeType(type: string, schema: JsonObject, depth: number): string {
  if (type === "array")
    return isJsonObject(schema["items"]) ? `array of ${below(schema["items"], depth)}` : type;
  if (type === "object") return describeObject(schema, depth);
  if (type !== "string") return type;
  const values = schema["x-extensible-enum"];
  if (Array.isArray(values)) return `string (${listNames(values)})`;
  return typeof schema["format"] === "string" ? `string (${schema["format"]})` : type;
}

function describeObject(schema: JsonObject, depth: number): string {
  const { properties, additionalProperties } = schema;
  if (isJsonObject(properties)) return `object {${listNames(Object.keys(properties))}}`;
  return isJsonObject(additionalProperties)
    ? `map of ${below(additionalProperties, depth)}`
    : "object";
}

function below(schema: JsonObject, depth: number): string {
  return depth > 2 ? "…" : describeSchema(schema, depth + 1);
}

function listNames(names: readonly JsonValue[]): string {
  const shown = names.slice(0, mostNames).map(String);
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}
