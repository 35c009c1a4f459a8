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

/** Headers that hold a secret whoever sets them. */
const secretHeaders = ["authorization", "proxy-authorization", "cookie"];

/** The secrets that stand in headers: those of HTTP's own for them, and others by name. */
export function secretsIn(headers: Headers, names: readonly string[]): readonly string[] {
  return [...secretHeaders, ...names].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [value, value.slice(value.indexOf(" ") + 1)];
  });
}

/** So far do causes have causes of their own. */
const deepestCause = 5;

/**
 * A copy of what was thrown, with the names, messages, codes and causes and nothing else: platforms write
 * the URL into the message, adapters hang the request on the error, and both hold secrets.
 */
export function redactCause(cause: unknown, redact: Redact, depth = 0): unknown {
  if (typeof cause === "string") {
    return redact(cause);
  }
  if (typeof cause !== "object" || cause === null || !("message" in cause)) {
    return undefined;
  }
  const inner = "cause" in cause && depth < deepestCause ? cause.cause : undefined;
  const reason = redactCause(inner, redact, depth + 1);
  const copy = new Error(
    redact(String(cause.message)),
    reason === undefined ? {} : { cause: reason },
  );
  const text = (value: unknown) => (typeof value === "string" ? redact(value) : undefined);
  const name = "name" in cause ? text(cause.name) : undefined;
  const stack = "stack" in cause ? text(cause.stack) : undefined;
  const code = "code" in cause ? text(cause.code) : undefined;
  for (const [key, value] of Object.entries({ name, stack, code })) {
    if (value !== undefined) {
      Object.defineProperty(copy, key, { value, configurable: true, writable: true });
    }
  }
  return copy;
}
