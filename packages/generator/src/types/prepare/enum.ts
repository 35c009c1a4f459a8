import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { TypesOptions } from "../options.ts";
import { isObject, own } from "./pointer.ts";

/** The schema as its list of values, where it has one: `const`, `enum`, or an open enum. */
export function prepareEnum(
  schema: JsonObject,
  enums: TypesOptions["enums"],
): JsonObject | undefined {
  const values = findValues(schema);
  if (values === undefined) {
    return undefined;
  }
  return isOpenEnum(schema, enums)
    ? { type: "string", "x-truespec-open": values }
    : { ...nameType(values), enum: values };
}

/** The type that the comment names. */
function nameType(values: readonly JsonValue[]): JsonObject {
  const [type, ...others] = new Set(values.map((value) => typeof value));
  return type === undefined || type === "object" || others.length > 0 ? {} : { type };
}

/**
 * Whether values that are not listed are allowed: only where those listed are strings, or null beside
 * them; a single one says what the value is, as `const` does.
 */
export function isOpenEnum(schema: JsonObject, enums: TypesOptions["enums"]): boolean {
  if (enums === "closed" || Object.hasOwn(schema, "const")) {
    return false;
  }
  const values = findValues(schema) ?? [];
  const strings = values.filter((value) => typeof value === "string");
  if (values.some((value) => typeof value !== "string" && value !== null)) {
    return false;
  }
  return isDeclaredOpen(schema) ? strings.length > 0 : enums === "open" && strings.length > 1;
}

/**
 * Values outside of `type` are left out: no instance has them. `enum` beside `$ref` or a composition
 * still bounds the values, so the rest of the schema is not needed.
 */
export function findValues(schema: JsonObject): readonly JsonValue[] | undefined {
  if (Object.hasOwn(schema, "const")) {
    return [schema["const"] ?? null];
  }
  const written = own(schema, "enum") ?? own(schema, "x-extensible-enum");
  if (!Array.isArray(written)) {
    return undefined;
  }
  const type = own(schema, "type");
  const types = Array.isArray(type) ? type : type === undefined ? undefined : [type];
  return types === undefined
    ? written
    : written.filter((value) => types.some((one) => hasType(value, one)));
}

/** By an extension of Zalando, Speakeasy or AutoRest. */
function isDeclaredOpen(schema: JsonObject): boolean {
  const extensible = own(schema, "x-extensible-enum");
  const named = own(schema, "x-ms-enum");
  return (
    extensible === true ||
    Array.isArray(extensible) ||
    own(schema, "x-speakeasy-unknown-values") === "allow" ||
    (isObject(named) && own(named, "modelAsString") === true)
  );
}

function hasType(value: JsonValue, type: JsonValue): boolean {
  if (value === null) {
    return type === "null";
  }
  if (Array.isArray(value)) {
    return type === "array";
  }
  if (isObject(value)) {
    return type === "object";
  }
  return type === "integer" ? Number.isInteger(value) : type === typeof value;
}
