import { addCookie, type Draft } from "../request/draft.ts";
import { encodePair } from "../request/encode.ts";
import type { BasicCredentials } from "./credential.ts";

/** A token in `Authorization`, after the name of its authentication scheme: `Bearer`. */
export function httpToken(
  { headers }: Draft,
  name: string,
  secret: string | BasicCredentials,
): void {
  headers["authorization"] = `${spell(name)} ${textOf(secret)}`;
}

/** User and password in `Authorization`, in base64 of their UTF-8 (RFC 7617, section 2.1); a text is encoded already. */
export function httpBasic({ headers }: Draft, _: string, secret: string | BasicCredentials): void {
  const encoded =
    typeof secret === "string"
      ? secret
      : btoa(String.fromCharCode(...new TextEncoder().encode(textOf(secret))));
  headers["authorization"] = `Basic ${encoded}`;
}

/** A key in a header. */
export function headerKey(draft: Draft, name: string, secret: string | BasicCredentials): void {
  draft.headers[name.toLowerCase()] = textOf(secret);
}

/** A key in the query. */
export function queryKey(draft: Draft, name: string, secret: string | BasicCredentials): void {
  draft.query.push(encodePair(name, textOf(secret)));
}

/** A key in a cookie: as it is, for few servers decode one; percent-encoded only where it could not stand there so. */
export function cookieKey(draft: Draft, name: string, secret: string | BasicCredentials): void {
  const pair = `${name}=${textOf(secret)}`;
  addCookie(draft, isCookie.test(pair) ? pair : encodePair(name, textOf(secret)));
}

/** @see https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 */
const isCookie = /^[!#-+\--:<-[\]-~]*$/;

/** As the registry of authentication schemes spells it, for servers that compare letter by letter. */
function spell(scheme: string): string {
  return /^(bearer|digest)$/i.test(scheme)
    ? `${scheme[0]?.toUpperCase()}${scheme.slice(1).toLowerCase()}`
    : scheme;
}

function textOf(secret: string | BasicCredentials): string {
  return typeof secret === "string" ? secret : `${secret.username}:${secret.password}`;
}
