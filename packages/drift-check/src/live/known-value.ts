import type { JsonValue, SchemaDocument } from "@truespec/json-schema";
import { isJsonObject } from "@truespec/json-schema/json";
import type { Parameter } from "@truespec/openapi";

const maxReferences = 32;

/**
 * A value of a parameter that the description itself vouches for: its first example, else `default`, `const`, or the
 * first of `enum` of its schema. Undefined where there is none: nothing is ever made up.
 */
export function findKnownValue(
  schemas: SchemaDocument,
  parameter: Parameter,
): JsonValue | undefined {
  const [example] = parameter.examples;
  if (example !== undefined) return example;
  const schema = resolveSchema(schemas, parameter.schemaPointer);
  if (schema === undefined) return undefined;
  for (const keyword of ["default", "const"]) {
    if (Object.hasOwn(schema, keyword)) return schema[keyword];
  }
  const values = Object.hasOwn(schema, "enum") ? schema["enum"] : undefined;
  return Array.isArray(values) ? values.find((value) => value !== null) : undefined;
}

function resolveSchema(
  schemas: SchemaDocument,
  pointer: string | undefined,
): { readonly [keyword: string]: JsonValue } | undefined {
  let node = pointer === undefined ? undefined : schemas.find(pointer);
  for (let count = 0; count < maxReferences && node !== undefined; count += 1) {
    const { schema } = node;
    if (!isJsonObject(schema)) return undefined;
    const reference = Object.hasOwn(schema, "$ref") ? schema["$ref"] : undefined;
    if (typeof reference !== "string") return schema;
    node = schemas.findReferenced(node, reference);
  }
  return undefined;
}
