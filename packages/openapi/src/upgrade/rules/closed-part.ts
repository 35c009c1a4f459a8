import { findMember, type JsonValue } from "@truespec/json-schema/json";
import { arrayMember, objectMember } from "../../json/json-value.ts";
import type { SchemaRule } from "../rule.ts";

/**
 * Counts schemas with an `allOf` of which one part excludes what is required: `additionalProperties:
 * false` knows the properties beside it, and none of the other parts. The schema stays as it is, for
 * that is what JSON Schema says, and nothing fits it.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2.3
 */
export const countClosedParts: SchemaRule = (schema, { count, follow }) => {
  const composed = arrayMember(schema, "allOf");
  if (composed.length === 0) return schema;
  const parts = [schema, ...composed.map(follow)];
  const required = parts.flatMap(listRequired);
  const [name] = parts.filter(isClosed).flatMap((part) => {
    const listed = objectMember(part, "properties");
    return required.filter((one) => !Object.hasOwn(listed, one));
  });
  if (name !== undefined) count("closed-part", { name, near: [] });
  return schema;
};

function isClosed(schema: JsonValue): boolean {
  return (
    findMember(schema, "additionalProperties") === false &&
    findMember(schema, "patternProperties") === undefined
  );
}

function listRequired(schema: JsonValue): readonly string[] {
  return arrayMember(schema, "required").filter((name) => typeof name === "string");
}
