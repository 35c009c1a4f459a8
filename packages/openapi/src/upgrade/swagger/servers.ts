import type { JsonObject } from "@truespec/json-schema";
import { findString } from "../../json/json-value.ts";
import { isUrl } from "../../read/location.ts";

/**
 * The servers of `host`, `basePath` and `schemes`: one for each scheme.
 *
 * Without a `host` they are relative to where the description lies; without `schemes` the scheme is
 * that of the description's own URL, or else https.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#fixed-fields
 */
export function convertServers(
  document: JsonObject,
  schemes: readonly string[],
  location: string,
): JsonObject[] {
  const host = findString(document, "host")?.trim();
  const path = basePath(findString(document, "basePath") ?? "");
  if (host === undefined || host === "") return [{ url: path === "" ? "/" : path }];
  const scheme = isUrl(location) ? new URL(location).protocol.slice(0, -1) : "https";
  // Some write the scheme into the host
  const bare = host.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/\/+$/, "");
  const known = schemes.length === 0 ? [scheme] : schemes;
  return known.map((name) => ({ url: `${name}://${bare}${path}` }));
}

function basePath(written: string): string {
  const path = written.trim().replace(/\/+$/, "");
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}
