import { findMember, isJsonArray, type JsonObject } from "@truespec/json-schema/json";
import { findString } from "../../json/json-value.ts";
import type { Trace } from "../../trace/trace.ts";
import { replaceMember, withMember } from "../members.ts";
import { orNull } from "../rules/nullable.ts";

/**
 * A schema of Swagger 2.0 as OpenAPI 3 writes it: the `discriminator` as an object, a file as bytes, and
 * `x-nullable`, by which people say what Swagger has no word for, as allowing null.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#schema-object
 */
export function convertSchema(schema: JsonObject, trace: Trace): JsonObject {
  const propertyName = findString(schema, "discriminator");
  const typed = findMember(schema, "type") === "file" ? asBinary(schema, trace) : schema;
  const plain =
    propertyName === undefined
      ? typed
      : withMember(typed, { key: "discriminator", value: { propertyName } }, trace);
  if (!Object.hasOwn(plain, "x-nullable")) return plain;
  const bare = replaceMember(plain, "x-nullable", undefined, trace);
  return plain["x-nullable"] === true ? allowNull(bare, trace) : bare;
}

function asBinary(schema: JsonObject, trace: Trace): JsonObject {
  const string = withMember(schema, { key: "type", value: "string" }, trace);
  return withMember(string, { key: "format", value: "binary" }, trace);
}

function allowNull(schema: JsonObject, trace: Trace): JsonObject {
  if (findMember(schema, "type") === undefined) return orNull(schema, trace);
  const nullable = withMember(schema, { key: "nullable", value: true }, trace);
  const values = findMember(schema, "enum");
  if (!isJsonArray(values) || values.includes(null)) return nullable;
  return withMember(nullable, { key: "enum", value: [...values, null] }, trace);
}
