import { findMember, isJsonArray } from "@truespec/json-schema/json";
import { replaceMember } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/**
 * `items: […]` of JSON Schema before 2020-12 becomes `prefixItems`, and `additionalItems` becomes
 * `items`.
 *
 * @see https://json-schema.org/draft/2020-12/release-notes#changes-to-items-and-additionalitems
 */
export const convertTuple: SchemaRule = (schema, { trace }) => {
  const items = findMember(schema, "items");
  if (!isJsonArray(items)) return schema;
  const tuple = replaceMember(schema, "items", { key: "prefixItems", value: items }, trace);
  const rest = findMember(tuple, "additionalItems");
  if (rest === undefined) return tuple;
  return replaceMember(tuple, "additionalItems", { key: "items", value: rest }, trace);
};
