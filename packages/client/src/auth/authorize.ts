import type { Operation } from "../operation.ts";
import { encodeQueryText } from "../request/encode.ts";
import type { BasicCredentials, Credential, SecurityScheme } from "./credential.ts";

/** What proves to the server who calls. */
export interface Authorization {
  readonly headers: Readonly<Record<string, string>>;
  /** Encoded pairs: `key=value`. */
  readonly query: readonly string[];
  /** Encoded pairs. */
  readonly cookies: readonly string[];
  /** What no log and no error may show, as the caller gave it and as a header holds it. */
  readonly secrets: readonly string[];
}

/** The schemes of a description and what the caller gave for them. */
export interface Keyring {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly credentials: Readonly<Record<string, Credential | undefined>>;
}

/**
 * The credentials of the first alternative that asks for some and for which the caller gave everything;
 * none where there is no such one, for the server may answer anonymous callers all the same. A
 * credential is never sent to an operation that does not ask for it.
 */
export async function authorize(operation: Operation, keyring: Keyring): Promise<Authorization> {
  const chosen = (operation.security ?? []).find(
    (names) => names.length > 0 && names.every((name) => canMeet(name, keyring)),
  );
  const headers: Record<string, string> = {};
  const query: string[] = [];
  const cookies: string[] = [];
  const secrets: string[] = [];
  for (const name of chosen ?? []) {
    const scheme = keyring.schemes[name];
    const credential = keyring.credentials[name];
    if (scheme === undefined || credential === undefined) {
      continue;
    }
    const value = await reveal(credential);
    secrets.push(...secretsOf(value));
    if (scheme.kind !== "apiKey") {
      headers["Authorization"] = authorizationOf(scheme, value);
    } else if (scheme.in === "header") {
      headers[scheme.name] = textOf(value);
    } else {
      const pair = `${encodeQueryText(scheme.name)}=${encodeQueryText(textOf(value))}`;
      (scheme.in === "query" ? query : cookies).push(pair);
    }
  }
  return { headers, query, cookies, secrets };
}

function canMeet(name: string, { schemes, credentials }: Keyring): boolean {
  return (
    Object.hasOwn(schemes, name) &&
    Object.hasOwn(credentials, name) &&
    credentials[name] !== undefined
  );
}

async function reveal(credential: Credential): Promise<string | BasicCredentials> {
  return typeof credential === "function" ? await credential() : credential;
}

function authorizationOf(
  scheme: Exclude<SecurityScheme, { kind: "apiKey" }>,
  value: string | BasicCredentials,
): string {
  if (typeof value !== "string") {
    return `Basic ${encodeBase64(textOf(value))}`;
  }
  const name = spellings.get(scheme.scheme.toLowerCase()) ?? scheme.scheme;
  return `${name} ${value}`;
}

/** As the registry of authentication schemes spells them, for servers that compare letter by letter. */
const spellings: ReadonlyMap<string, string> = new Map([
  ["basic", "Basic"],
  ["bearer", "Bearer"],
  ["digest", "Digest"],
]);

function textOf(value: string | BasicCredentials): string {
  return typeof value === "string" ? value : `${value.username}:${value.password}`;
}

function secretsOf(value: string | BasicCredentials): readonly string[] {
  return typeof value === "string" ? [value] : [value.password, encodeBase64(textOf(value))];
}

/** Base64 of the text's UTF-8 (RFC 7617, section 2.1). */
function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
