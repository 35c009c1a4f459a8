import { findString } from "../../json/json-value.ts";
import { withMember } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

/** What says the same as a format of bytes, in the words of JSON Schema. */
export const contentOfFormat: ReadonlyMap<
  string,
  { readonly key: string; readonly value: string }
> = new Map([
  ["binary", { key: "contentMediaType", value: "application/octet-stream" }],
  ["byte", { key: "contentEncoding", value: "base64" }],
  ["base64", { key: "contentEncoding", value: "base64" }],
]);

/**
 * `format: binary` and `format: byte` gain what says the same in JSON Schema. The format stays: it
 * is an annotation there, and tells a body of bytes from text.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#migrating-binary-descriptions-from-oas-3-0
 */
export const convertBinaryFormat: SchemaRule = (schema, { dialect, trace }) => {
  const equal = contentOfFormat.get(findString(schema, "format") ?? "");
  if (dialect === "3.1" || equal === undefined) return schema;
  const isSaid = ["contentMediaType", "contentEncoding"].some((key) => Object.hasOwn(schema, key));
  return isSaid ? schema : withMember(schema, equal, trace);
};
