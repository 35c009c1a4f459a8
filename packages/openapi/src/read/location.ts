import { posix, win32 } from "node:path";
import { fileURLToPath } from "node:url";

/** Whether a location is an http or https URL. */
export function isUrl(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

/**
 * The location that a URI reference names, seen from a document; undefined when it cannot be read
 * at all: an unknown scheme, or a local file named from a network document.
 *
 * Percent escapes are decoded for paths and kept for URLs. `reference` has no fragment.
 */
export function resolveLocation(base: string, reference: string): string | undefined {
  if (isUrl(base)) return resolveUrl(base, reference);
  if (isUrl(reference)) return URL.canParse(reference) ? new URL(reference).href : undefined;
  if (/^file:/i.test(reference)) return decodeFileUrl(reference);
  if (/^[a-z][a-z0-9+.-]+:/i.test(reference)) return undefined;
  const path = decodePath(reference);
  if (path === undefined) return undefined;
  const { dirname, isAbsolute, join, normalize } = pathFlavour(base);
  if (isAbsolute(path)) return normalize(path);
  return base === "-" ? normalize(path) : join(dirname(base), path);
}

function resolveUrl(base: string, reference: string): string | undefined {
  if (!URL.canParse(reference, base)) return undefined;
  const { href } = new URL(reference, base);
  return isUrl(href) ? href : undefined;
}

function decodeFileUrl(reference: string): string | undefined {
  try {
    return fileURLToPath(reference);
  } catch {
    return undefined;
  }
}

function decodePath(reference: string): string | undefined {
  try {
    return decodeURIComponent(reference);
  } catch {
    return undefined;
  }
}

function pathFlavour(base: string): typeof posix {
  return /^[a-z]:[\\/]|\\/i.test(base) ? win32 : posix;
}

/** One spelling for the locations of one source: `./a/../b.yaml` is `b.yaml`. */
export function normalizeLocation(location: string): string {
  if (location === "-") return location;
  if (isUrl(location)) return URL.canParse(location) ? new URL(location).href : location;
  return pathFlavour(location).normalize(location);
}
