import type { JsonObject } from "@truespec/json-schema";
import { localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";
import { findString } from "../../json/json-value.ts";
import type { SchemaSite } from "./site.ts";

/** The target of a schema's local `$ref`; undefined where it has none, or it leads nowhere. */
export function findReferenced(document: JsonObject, schema: JsonObject): SchemaSite | undefined {
  const ref = findString(schema, "$ref");
  const pointer = ref === undefined ? undefined : localPointer(ref);
  const target = pointer === undefined ? undefined : resolvePointer(document, pointer);
  return pointer === undefined || target === undefined ? undefined : { pointer, schema: target };
}
