import { isJsonArray, isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import {
  appendKey,
  decodeFragment,
  localRef,
  resolvePointer,
} from "@truespec/json-schema/json-pointer";
import type { SourceDocument } from "../parse/source-document.ts";
import { findNearPointers } from "../pointer/near-pointers.ts";
import { isUrl, resolveLocation } from "../read/location.ts";
import { type Library, selfOf } from "./library.ts";

/** Where a reference leads. */
export type LocatedReference =
  | { readonly kind: "found"; readonly document: SourceDocument; readonly pointer: string }
  /** Into a file that the library has not loaded yet. */
  | { readonly kind: "unread"; readonly location: string }
  | { readonly kind: "missing"; readonly near: readonly string[] }
  | { readonly kind: "unreadable"; readonly why: string; readonly isForbidden: boolean }
  /** Into a file whose own diagnostics say that it is broken. */
  | { readonly kind: "broken" };

/**
 * Finds where a reference leads, as seen from a file. A file that calls itself by the reference's
 * URI in its `$self` is found by it, once it was read. All others resolve against the place where the
 * file was read, whatever its `$id` or `$self` says, for that is how descriptions in several files are
 * written.
 */
export function locateReference(
  library: Library,
  from: SourceDocument,
  ref: string,
): LocatedReference {
  const [uri = ""] = ref.split("#", 1);
  const fragment = decodeFragment(ref.slice(uri.length + 1));
  if (uri === "") return locateFragment(from, fragment, uri);
  const named = library.findSelf(resolveLocation(selfOf(from) ?? from.base, uri) ?? uri);
  if (named !== undefined) return locateFragment(named, fragment, uri);
  const location = resolveLocation(from.base, uri);
  if (location === undefined) return { kind: "unreadable", why: whyNot(from), isForbidden: true };
  const entry = library.files.get(location);
  if (entry === undefined) return { kind: "unread", location };
  return entry.kind === "file" ? locateFragment(entry.document, fragment, uri) : entry;
}

function locateFragment(document: SourceDocument, fragment: string, uri: string): LocatedReference {
  const isPointer = fragment === "" || fragment.startsWith("/");
  const pointer = isPointer ? fragment : findAnchor(document.value, fragment);
  if (pointer === undefined) return { kind: "missing", near: [] };
  if (resolvePointer(document.value, pointer) !== undefined)
    return { kind: "found", document, pointer };
  const near = findNearPointers(document.value, pointer);
  return { kind: "missing", near: near.map((other) => `${uri}${localRef(other)}`) };
}

/** The pointer of the schema that calls itself by `$anchor`. */
export function findAnchor(document: JsonValue, name: string): string | undefined {
  const open: (readonly [JsonValue, string])[] = [[document, ""]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, pointer] = next;
    if (!isJsonObject(value) && !isJsonArray(value)) continue;
    for (const [key, child] of Object.entries(value)) {
      if (child === name && (key === "$anchor" || key === "$dynamicAnchor")) return pointer;
      open.push([child, appendKey(pointer, key)]);
    }
  }
  return undefined;
}

function whyNot(from: SourceDocument): string {
  return isUrl(from.base)
    ? "a document from the network may name only http(s) URLs"
    : "only files and http(s) URLs are read";
}
