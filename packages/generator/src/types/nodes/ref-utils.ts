import { parseFragment } from "../prepare/pointer.ts";

/*
 * What openapi-typescript imports of Redocly's linter, which would be loaded with it. In a prepared document
 * every reference is one within it.
 */

/** The reference tokens of `#/a/b`, as openapi-typescript wants them: none is empty. */
export function parseRef(reference: string): { readonly pointer: string[] } {
  const tokens = parseFragment(reference) ?? [];
  return { pointer: tokens.filter((token) => token !== "") };
}

/** A key or an index as a reference token (RFC 6901, section 4). */
export function escapePointer(key: string | number): string {
  return String(key).replaceAll("~", "~0").replaceAll("/", "~1");
}
