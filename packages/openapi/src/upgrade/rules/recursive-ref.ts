import { findString } from "../../json/json-value.ts";
import { replaceMember } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/**
 * `$recursiveRef: "#"` of JSON Schema 2019-09 becomes a reference to the outermost schema around it,
 * which is what it leads to where no other schema extends that one. `$recursiveAnchor` goes with it.
 *
 * @see https://json-schema.org/draft/2019-09/draft-handrews-json-schema-02#section-8.2.4.2
 */
export const convertRecursiveRef: SchemaRule = (schema, { trace, count, findOutermost }) => {
  const bare = Object.hasOwn(schema, "$recursiveAnchor")
    ? replaceMember(schema, "$recursiveAnchor", undefined, trace)
    : schema;
  if (findString(bare, "$recursiveRef") === undefined) return bare;
  count("recursive-ref");
  const target = findOutermost();
  const isSaid = target === undefined || Object.hasOwn(bare, "$ref");
  const reference = isSaid ? undefined : { key: "$ref", value: target };
  return replaceMember(bare, "$recursiveRef", reference, trace);
};
