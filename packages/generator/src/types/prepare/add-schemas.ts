import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { asObject, fromMembers, members, own } from "./pointer.ts";

/** A document with more component schemas; itself where there are none to add. */
export function addSchemas(
  document: JsonObject,
  added: readonly (readonly [string, JsonValue])[],
): JsonObject {
  if (added.length === 0) {
    return document;
  }
  const components = asObject(own(document, "components")) ?? {};
  const schemas = fromMembers([...members(own(components, "schemas")), ...added]);
  return { ...document, components: { ...components, schemas } };
}
