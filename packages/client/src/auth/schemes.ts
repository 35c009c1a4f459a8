import type { Draft } from "../request/draft.ts";
import { encodePair, encodeText } from "../request/encode.ts";
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

/** A key in the query, in place of a parameter of its name. */
export function queryKey({ query }: Draft, name: string, secret: string | BasicCredentials): void {
  const others = query.filter(isOther(name));
  query.splice(0, query.length, ...others, encodePair(name, textOf(secret)));
}

/**
 * A key in a cookie, in place of another of its name: as it is, for few servers decode one; percent-encoded
 * only where it could not stand there so.
 */
export function cookieKey(
  { headers }: Draft,
  name: string,
  secret: string | BasicCredentials,
): void {
  const pair = `${name}=${textOf(secret)}`;
  const others = headers["cookie"]?.split("; ").filter(isOther(name)) ?? [];
  const written = isCookie.test(pair) ? pair : encodePair(name, textOf(secret));
  headers["cookie"] = [...others, written].join("; ");
}

/** Whether a pair, `name=value`, has another name than this. */
function isOther(name: string): (pair: string) => boolean {
  return (pair) => ![name, encodeText(name)].includes(pair.replace(/=.*/s, ""));
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
