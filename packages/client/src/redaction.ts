import type { CallState } from "./call-state.ts";
import type { ConnectionState } from "./connection.ts";
import { encodeText } from "./request/encode.ts";

/** Takes every secret out of a text. */
export type Redact = (text: string) => string;

/**
 * Redacts by provenance: whatever was given as a secret is replaced by `***` wherever it stands, as it
 * is, encoded for a URL or inside of JSON.
 */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  const forms = new Set(secrets.filter((secret) => secret !== "").flatMap(formsOf));
  // The longest first: a secret may hold another.
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, "***"), text);
}

function formsOf(secret: string): readonly string[] {
  // Half a surrogate pair has no encoding, and cannot be sent.
  const isWhole = !/\p{Surrogate}/u.test(secret);
  // As it is sent, and as others write it.
  const encoded = isWhole ? [encodeText(secret), encodeURIComponent(secret)] : [];
  return [
    secret,
    ...encoded.flatMap((text) => [
      text,
      text.replace(/%../g, (code) => code.toLowerCase()),
      text.replaceAll("'", "%27"),
      text.replaceAll("%20", "+"),
    ]),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/** What knows the secrets of a call. */
export interface SecretHolder extends Partial<Pick<CallState, "proof" | "request">> {
  readonly state: Pick<ConnectionState, "securitySchemes">;
}

/**
 * What no log and no error of a call may show: the credentials as the caller gave them, and what stands
 * in headers, HTTP's own for secrets and those of the description's keys.
 */
export function secretsOf({ state, proof = [], request }: SecretHolder): readonly string[] {
  // Schemes that write into no header are called otherwise than those.
  const keys = Object.values(state.securitySchemes).map(({ name }) => name);
  const inHeaders = ["authorization", "proxy-authorization", "cookie", ...keys].map(
    (name) => request?.headers[name.toLowerCase()] ?? "",
  );
  return [
    ...proof.map(({ secret }) => (typeof secret === "string" ? secret : secret.password)),
    ...inHeaders.flatMap((value) => [value, value.slice(value.indexOf(" ") + 1)]),
  ];
}

/** So far do causes have causes of their own. */
const deepestCause = 5;

/**
 * A copy of what was thrown, with the names, messages, codes and causes and nothing else: platforms write
 * the URL into the message, adapters hang the request on the error, and both hold secrets.
 */
export function redactCause(thrown: unknown, redact: Redact, depth = 0): unknown {
  if (typeof thrown === "string") {
    return redact(thrown);
  }
  if (typeof thrown !== "object" || thrown === null || !("message" in thrown)) {
    return undefined;
  }
  const inner: unknown = depth < deepestCause ? Reflect.get(thrown, "cause") : undefined;
  const cause = redactCause(inner, redact, depth + 1);
  const copy = new Error(redact(String(thrown.message)), cause === undefined ? {} : { cause });
  for (const key of ["name", "stack", "code"]) {
    const value: unknown = Reflect.get(thrown, key);
    if (typeof value === "string") {
      Reflect.set(copy, key, redact(value));
    }
  }
  return copy;
}
