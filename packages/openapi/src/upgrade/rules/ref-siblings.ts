import { findString } from "../../json/json-value.ts";
import { withoutMembers } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/** Keywords that say nothing of which instances are valid: nobody misses them. */
const annotations = new Set(["title", "description", "example", "examples", "externalDocs", "xml"]);

/**
 * OpenAPI 3.0 ignores what stands beside a `$ref`.
 *
 * @see https://spec.openapis.org/oas/v3.0.3.html#reference-object
 */
export const dropRefSiblings: SchemaRule = (schema, { dialect, trace, report }) => {
  const isReference = dialect === "3.0" && findString(schema, "$ref") !== undefined;
  if (!isReference) return schema;
  const siblings = Object.keys(schema).filter((key) => key !== "$ref");
  if (siblings.length === 0) return schema;
  const keys = siblings.filter((key) => !annotations.has(key) && !key.startsWith("x-"));
  if (keys.length > 0) report("ref-siblings", { keys }, "/$ref");
  return withoutMembers(schema, (key) => key !== "$ref", trace);
};
