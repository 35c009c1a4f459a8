import type { SecurityScheme } from "./auth/security-scheme.ts";

/** Takes every secret out of a text. */
export type Redact = (text: string) => string;

/**
 * What redacts by provenance: whatever was given as a secret is replaced by `***` wherever it stands,
 * as it is, encoded for a URL or inside of JSON.
 */
export function createRedact(findSecrets: () => readonly string[]): Redact {
  // Most calls never print anything: then nobody looks for secrets.
  let forms: readonly string[] | undefined;
  return (text) => {
    forms ??= listForms(findSecrets());
    return forms.reduce((rest, form) => rest.replaceAll(form, "***"), text);
  };
}

/** The longest first: a secret may hold another. */
function listForms(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets.flatMap(formsOf))]
    .filter((form) => form !== "")
    .sort((a, b) => b.length - a.length);
}

function formsOf(secret: string): readonly string[] {
  // Half a surrogate pair has no encoding, and cannot be sent.
  const encoded = /\p{Surrogate}/u.test(secret) ? secret : encodeURIComponent(secret);
  return [
    secret,
    encoded,
    encoded.replace(/%../g, (code) => code.toLowerCase()),
    encoded.replaceAll("'", "%27"),
    encoded.replaceAll("%20", "+"),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/** The secrets that stand in headers: in HTTP's own for them, and in those of the description's keys. */
export function secretsIn(
  headers: Readonly<Record<string, string>>,
  schemes: Readonly<Record<string, SecurityScheme>>,
): readonly string[] {
  // Schemes that write into no header are called otherwise than those.
  const keys = Object.values(schemes).map(({ name }) => name);
  return ["authorization", "proxy-authorization", "cookie", ...keys].flatMap((name) => {
    const value = headers[name.toLowerCase()];
    return value === undefined ? [] : [value, value.slice(value.indexOf(" ") + 1)];
  });
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
