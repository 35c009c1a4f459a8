import {
  findMember,
  isJsonArray,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";

/**
 * Whether a schema declares its enum as open: `x-extensible-enum`, `x-speakeasy-unknown-values:
 * allow`, or `x-ms-enum` with `modelAsString`.
 */
export function isOpenEnum(schema: JsonObject): boolean {
  const extensible = findMember(schema, "x-extensible-enum");
  return (
    (extensible !== undefined && extensible !== false) ||
    findMember(schema, "x-speakeasy-unknown-values") === "allow" ||
    findMember(findMember(schema, "x-ms-enum"), "modelAsString") === true
  );
}

/** The values that an open enum names: its `enum`, or the list in `x-extensible-enum`. */
export function knownValues(schema: JsonObject): readonly JsonValue[] | undefined {
  const lists = [findMember(schema, "enum"), findMember(schema, "x-extensible-enum")];
  return lists.find(isJsonArray);
}
