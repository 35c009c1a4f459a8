/**
 * Where keywords are, as JSON Schema's output tells it, Core section 12.3.
 */
import type { SchemaNode } from "../document/node.ts";

/**
 * Where something of a schema is said.
 *
 * - `keywordLocation`: the way from the root of the evaluation, through each `$ref`
 * - `absoluteKeywordLocation`: the URI of the schema's resource with a JSON Pointer into it; without
 *   scheme where the document was opened without `baseUri` and has no `$id`
 * - `instanceLocation`: JSON Pointer into the instance
 */
export interface OutputLocation {
  readonly keywordLocation: string;
  readonly absoluteKeywordLocation: string;
  readonly instanceLocation: string;
}

/** The URI of a schema, or of a keyword in it. */
export function formatAbsolute(node: SchemaNode, keyword?: string): string {
  const { resource, pointer } = node.place;
  const path = pointer.slice(resource.root.pointer.length);
  const fragment = keyword === undefined ? path : `${path}/${keyword}`;
  return `${resource.uri}#${encodeFragment(fragment)}`;
}

/** A JSON Pointer as the fragment of a URI, RFC 6901 section 6. */
function encodeFragment(pointer: string): string {
  return encodeURI(pointer.replace(/[\uD800-\uDFFF]/gu, "\uFFFD")).replaceAll("#", "%23");
}
