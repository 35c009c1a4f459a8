import type { Operation } from "../operation.ts";
import { findOwn } from "../own.ts";
import type { Draft } from "../request/draft.ts";
import type { BasicCredentials, Credential } from "./credential.ts";
import type { SecurityScheme } from "./security-scheme.ts";

/** What proves to the server who calls, as it is for one call. */
export type Proof = readonly {
  readonly scheme: SecurityScheme;
  readonly secret: string | BasicCredentials;
}[];

/** The schemes of a description and what the caller gave for them. */
export interface Keyring {
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly credentials: () => Readonly<Record<string, Credential | undefined>>;
}

/**
 * The credentials of the first alternative that asks for some and for which the caller gave everything;
 * none where there is no such one, for the server may answer anonymous callers all the same. A
 * credential is never sent to an operation that does not ask for it. At once where no function gives one.
 */
export function authorize(
  { security = [] }: Operation,
  { securitySchemes, credentials }: Keyring,
): Proof | Promise<Proof> {
  const given = credentials();
  for (const needed of security) {
    const keys: Key[] = [];
    for (const name of needed) {
      const scheme = findOwn(securitySchemes, name);
      const secret = findOwn(given, name);
      if (scheme !== undefined && secret !== undefined) {
        keys.push({ scheme, secret });
      }
    }
    if (keys.length > 0 && keys.length === needed.length) {
      return keys.every(isProof) ? keys : Promise.all(keys.map(ask));
    }
  }
  return [];
}

interface Key {
  readonly scheme: SecurityScheme;
  readonly secret: Credential;
}

function isProof(key: Key): key is Proof[number] {
  return typeof key.secret !== "function";
}

async function ask({ scheme, secret }: Key): Promise<Proof[number]> {
  return { scheme, secret: typeof secret === "function" ? await secret() : secret };
}

/** Writes the proof into a request. */
export function writeProof(draft: Draft, proof: Proof): void {
  for (const { scheme, secret } of proof) {
    scheme.write(draft, scheme.name, secret);
  }
}
