import {
  findMember,
  isJsonArray,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { carryOrigins, recordOrigin, type Trace } from "../../trace/trace.ts";
import { replaceMember, withMember, withoutMembers } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/** Keywords that would forbid null where no `type` does. */
const asserting = ["$ref", "allOf", "anyOf", "oneOf", "not", "enum", "const"];

/** Keywords that speak of the whole, whichever alternative is taken. */
const whole = new Set(
  "$id $schema $anchor $dynamicAnchor $defs definitions title description default examples deprecated readOnly writeOnly externalDocs xml".split(
    " ",
  ),
);

/**
 * `nullable: true` beside `type` adds null to it. Without a `type` it means nothing in OpenAPI 3.0;
 * in OpenAPI 3.1, where it is no keyword at all, it is taken at its word: null is allowed, whatever
 * stands beside it. In OpenAPI 3.0 an `enum` without null, or a part of `allOf`, still forbids it.
 *
 * @see https://spec.openapis.org/oas/v3.0.3.html#schema-object
 */
export const convertNullable: SchemaRule = (schema, { dialect, trace, count }) => {
  if (!Object.hasOwn(schema, "nullable")) return schema;
  if (dialect === "3.1") count("nullable-in-3-1");
  const bare = replaceMember(schema, "nullable", undefined, trace);
  if (schema["nullable"] !== true) return bare;
  const type = findMember(bare, "type");
  if (dialect === "3.1" && forbidsNull(bare)) return orNull(bare, trace);
  if (type !== undefined) return withNullType(bare, type, trace);
  if (dialect === "3.1" || !asserting.some((keyword) => Object.hasOwn(bare, keyword))) return bare;
  count("nullable-without-type");
  return bare;
};

/** Tells whether something other than `type` may forbid null. */
function forbidsNull(schema: JsonObject): boolean {
  return asserting.some((keyword) => {
    const value = findMember(schema, keyword);
    const allows = keyword === "enum" && isJsonArray(value) && value.includes(null);
    return value !== undefined && !allows;
  });
}

function withNullType(schema: JsonObject, type: JsonValue, trace: Trace): JsonObject {
  const types = isJsonArray(type) ? type : [type];
  if (types.includes("null")) return schema;
  return withMember(schema, { key: "type", value: [...types, "null"] }, trace);
}

/** A schema, or null: what speaks of the whole stays outside of the alternatives. */
export function orNull(schema: JsonObject, trace: Trace): JsonObject {
  const isWhole = (key: string): boolean => whole.has(key) || key.startsWith("x-");
  const alternative = withoutMembers(schema, isWhole, trace);
  const anyOf: JsonValue[] = [alternative, { type: "null" }];
  for (const key of ["0", "1"]) recordOrigin(trace, anyOf, key, { kind: "renamed", keys: [] });
  const rest = withoutMembers(schema, (key) => !isWhole(key), trace);
  const result = { ...rest, anyOf };
  carryOrigins(trace, rest, result);
  recordOrigin(trace, result, "anyOf", { kind: "renamed", keys: [] });
  return result;
}
