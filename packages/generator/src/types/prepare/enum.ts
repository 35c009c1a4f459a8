import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { isObject, items, own } from "./pointer.ts";

/** The schema as its list of values, where it has one: `const`, `enum`, or an open enum. */
export function prepareEnum(schema: JsonObject): JsonObject | undefined {
  const values = findValues(schema);
  if (values === undefined) {
    return undefined;
  }
  return isOpen(schema) ? { type: "string", "x-truespec-open": values } : { enum: values };
}

/**
 * Values outside of `type` are left out: no instance has them. `enum` beside `$ref` or a composition
 * still bounds the values, so the rest of the schema is not needed.
 */
function findValues(schema: JsonObject): readonly JsonValue[] | undefined {
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

/** Values that are not listed are allowed: Zalando's and Speakeasy's extension. */
function isOpen(schema: JsonObject): boolean {
  const extensible = own(schema, "x-extensible-enum");
  const declared = extensible === true || Array.isArray(extensible);
  const open = declared || own(schema, "x-speakeasy-unknown-values") === "allow";
  return (
    open && items(findValues(schema)).every((value) => typeof value === "string" || value === null)
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
