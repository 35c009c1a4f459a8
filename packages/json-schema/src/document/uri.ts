/**
 * References against a base URI, RFC 3986 section 5.2, for any scheme (`urn:` too) and for bases
 * that are themselves relative.
 */
import { decodeFragment } from "../json-pointer.ts";

interface UriParts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
}

/** A URI reference cut at its fragment; `fragment` is percent-decoded, undefined where there is none. */
export interface CutReference {
  readonly uri: string;
  readonly fragment: string | undefined;
}

/** Cuts a reference at `#` and decodes the fragment; a malformed escape is left as it stands. */
export function cutFragment(reference: string): CutReference {
  const hash = reference.indexOf("#");
  if (hash < 0) return { uri: reference, fragment: undefined };
  return { uri: reference.slice(0, hash), fragment: decodeFragment(reference.slice(hash + 1)) };
}

/** The target of a reference without fragment against a base, RFC 3986 section 5.2.2. */
export function resolveUri(base: string, reference: string): string {
  if (reference === "") return base;
  const to = parseUri(reference);
  if (to.scheme !== undefined) return printUri({ ...to, path: removeDots(to.path) });
  const from = parseUri(base);
  if (to.authority !== undefined) return printUri({ ...to, scheme: from.scheme });
  if (to.path === "") return printUri({ ...from, query: to.query ?? from.query });
  const path = to.path.startsWith("/") ? to.path : mergePaths(from, to.path);
  return printUri({ ...from, path: removeDots(path), query: to.query });
}

/** RFC 3986 appendix B. */
function parseUri(uri: string): UriParts {
  const parts = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/.exec(uri);
  return {
    scheme: parts?.[1],
    authority: parts?.[2],
    path: parts?.[3] ?? "",
    query: parts?.[4],
  };
}

function printUri(uri: UriParts): string {
  const scheme = uri.scheme === undefined ? "" : `${uri.scheme}:`;
  const authority = uri.authority === undefined ? "" : `//${uri.authority}`;
  return scheme + authority + uri.path + (uri.query === undefined ? "" : `?${uri.query}`);
}

function mergePaths(base: UriParts, path: string): string {
  if (base.authority !== undefined && base.path === "") return `/${path}`;
  return base.path.slice(0, base.path.lastIndexOf("/") + 1) + path;
}

/** RFC 3986 section 5.2.4. */
function removeDots(path: string): string {
  if (!path.includes(".")) return path;
  const segments = path.split("/");
  const kept: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === "..") {
      if (kept.length > 1 || (kept.length === 1 && kept[0] !== "")) kept.pop();
      if (isLast) kept.push("");
    } else if (segment === ".") {
      if (isLast) kept.push("");
    } else {
      kept.push(segment);
    }
  }
  return kept.join("/");
}
