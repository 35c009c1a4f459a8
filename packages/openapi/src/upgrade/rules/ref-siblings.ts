import type { JsonObject } from "@truespec/json-schema";
import { mayBeReference } from "../../bundle/references.ts";
import { listSiblings } from "../../check/siblings.ts";
import type { NodeType } from "../../grammar/node-type.ts";
import { findString } from "../../json/json-value.ts";
import type { Trace } from "../../trace/trace.ts";
import { withoutMembers } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/**
 * OpenAPI 3.0 and Swagger 2.0 ignore what stands beside a `$ref`.
 *
 * @see https://spec.openapis.org/oas/v3.0.3.html#reference-object
 */
export const dropRefSiblings: SchemaRule = (schema, { dialect, trace, countSibling }) => {
  const isReference = dialect !== "3.1" && findString(schema, "$ref") !== undefined;
  if (!isReference || Object.keys(schema).length === 1) return schema;
  for (const name of listSiblings(schema)) countSibling(name);
  return withoutMembers(schema, (key) => key !== "$ref", trace);
};

/** The same of objects that are no schemas; a path item is no reference, and says more than its `$ref`. */
export function dropDescribing(object: JsonObject, type: NodeType, trace: Trace): JsonObject {
  const isReference = mayBeReference(type) && type.kind !== "pathItem";
  return isReference && findString(object, "$ref") !== undefined && Object.keys(object).length > 1
    ? withoutMembers(object, (key) => key !== "$ref", trace)
    : object;
}
