import { localPointer } from "@truespec/json-schema/json-pointer";
import { findString } from "../../json/json-value.ts";
import { replaceMember } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/**
 * A `$ref` that leads back to itself or is no string says nothing, and no validator could follow it;
 * it was reported when the document was checked.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
 */
export const dropRing: SchemaRule = (schema, { trace, isRing }) => {
  if (!Object.hasOwn(schema, "$ref")) return schema;
  const ref = findString(schema, "$ref");
  const pointer = ref === undefined ? undefined : localPointer(ref);
  if (ref !== undefined && (pointer === undefined || !isRing(pointer))) return schema;
  return replaceMember(schema, "$ref", undefined, trace);
};
