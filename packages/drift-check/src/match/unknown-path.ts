import { isSecretLike } from "../read/secrets.ts";

const identifiers: readonly RegExp[] = [
  /^\d+$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /^[0-9a-f]{16,}$/i,
  /^(?=.*\d)[A-Za-z0-9_-]{20,}$/,
];

/** The path of a URL without its query, with `*` for each segment that reads as an identifier: all of one kind are one cause. */
export function generalizePath(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").split(/[?#]/, 1)[0] ?? "";
  const segments = path.split("/").map((segment) => (isIdentifier(segment) ? "*" : segment));
  return segments.join("/") || "/";
}

function isIdentifier(segment: string): boolean {
  return (
    segment.length > 200 ||
    isSecretLike(segment) ||
    identifiers.some((pattern) => pattern.test(segment))
  );
}
