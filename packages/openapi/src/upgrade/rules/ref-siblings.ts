import { listSiblings } from "../../check/siblings.ts";
import { findString } from "../../json/json-value.ts";
import { withoutMembers } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/**
 * OpenAPI 3.0 ignores what stands beside a `$ref`.
 *
 * @see https://spec.openapis.org/oas/v3.0.3.html#reference-object
 */
export const dropRefSiblings: SchemaRule = (schema, { dialect, trace, countSibling }) => {
  const isReference = dialect === "3.0" && findString(schema, "$ref") !== undefined;
  if (!isReference || Object.keys(schema).length === 1) return schema;
  for (const name of listSiblings(schema)) countSibling(name);
  return withoutMembers(schema, (key) => key !== "$ref", trace);
};
