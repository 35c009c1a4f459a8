import { redacted } from "../read/secrets.ts";

/** Takes known secrets out of a text. */
export type Conceal = (text: string) => string;

/** Shorter ones would tear harmless texts to pieces, and are no secrets. */
const leastLength = 4;

/**
 * Makes a function that takes secrets out of texts: each whole header value, what follows its scheme (`Bearer …`), and
 * both as they read percent-encoded or inside a JSON string.
 */
export function createConceal(values: Iterable<string>): Conceal {
  const secrets = [...values].flatMap((value) => [value, ...value.split(/\s+/).slice(1)]);
  const spellings = secrets
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      JSON.stringify(secret).slice(1, -1).replaceAll("/", "\\/"),
    ])
    .filter((secret) => secret.length >= leastLength);
  // The longest first: one secret may be part of another.
  const ordered = [...new Set(spellings)].sort((left, right) => right.length - left.length);
  return (text) => ordered.reduce((rest, secret) => rest.replaceAll(secret, redacted), text);
}
