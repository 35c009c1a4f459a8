import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
/** How a description writes its schemas: `3.0` knows `nullable` and one type, `3.1` and later JSON Schema's lists of types. */
export type Dialect = "3.0" | "3.1";

/** The dialect of a description's version; undefined for one that is no OpenAPI 3. */
export function dialectOf(version: string): Dialect | undefined {
  if (/^3\.0(\.|$)/.test(version)) return "3.0";
  return /^3\./.test(version) ? "3.1" : undefined;
}

/** An inferred schema (JSON Schema 2020-12) as the description would write it. */
export function writeSchema(schema: JsonObject, dialect: Dialect): JsonObject {
  if (dialect === "3.1") return schema;
  const written = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, writeMember(keyword, value)]),
  );
  const { type, ...rest } = written;
  // OpenAPI 3.0 does not know arrays without `items`.
  const items = hasType(type, "array") && rest["items"] === undefined ? { items: {} } : {};
  return { ...writeType(type), ...rest, ...items };
}

function writeMember(keyword: string, value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  if (keyword === "properties") {
    return Object.fromEntries(
      Object.entries(value).map(([name, schema]) => [name, writeMember("", schema)]),
    );
  }
  return writeSchema(value, "3.0");
}

function writeType(type: JsonValue | undefined): JsonObject {
  if (!Array.isArray(type)) return type === undefined ? {} : { type };
  const [first, ...others] = type.filter((name) => name !== "null");
  const nullable = type.includes("null") ? { nullable: true } : {};
  if (first === undefined) return {};
  if (others.length === 0) return { type: first, ...nullable };
  return { anyOf: [{ type: first, ...nullable }, ...others.map((other) => ({ type: other }))] };
}

function hasType(type: JsonValue | undefined, name: string): boolean {
  return type === name || (Array.isArray(type) && type.includes(name));
}
