const secretHeaderNames: ReadonlySet<string> = new Set([
  "authorization",
  "proxy-authorization",
  "authentication",
  "cookie",
  "set-cookie",
  "set-cookie2",
  "x-csrf-token",
  "x-xsrf-token",
]);

const secretWord =
  /(^|[-_.])(api[-_]?key|apikey|key|token|secret|password|passwd|pwd|signature|sig|credential|credentials|session|sessionid|auth|jwt|bearer)($|[-_.])/;

/** Prefixes that issuers give their keys, also inside a longer text; words such as `skills_list` begin alike. */
const secretValue = new RegExp(
  [
    "(sk|pk|rk)[-_](?=[-_a-z]{0,40}[0-9])[-_a-z0-9]{16}",
    "(gh[oprsu]|github_pat|glpat|xox[abeprs])[-_][-_a-z0-9]{8}",
    "(akia|asia)(?=[a-z]{0,16}[0-9])[a-z0-9]{12}",
    "eyj[-_a-z0-9]{8}",
  ]
    .map((shape) => `(?<![a-z0-9])${shape}`)
    .join("|"),
  "i",
);

/** What stands in place of a value that was dropped. */
export const redacted = "REDACTED";

/** Tells whether a header's value is a credential by the header's name (any case). */
export function isSecretHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return secretHeaderNames.has(lower) || isSecretName(lower);
}

/** Tells whether a name such as `api_key`, `accessToken` or `X-Auth-Token` promises a credential. */
export function isSecretName(name: string): boolean {
  const words = name.slice(0, 200).replace(/([a-z0-9])([A-Z])/g, "$1-$2");
  return secretWord.test(words.toLowerCase());
}

/** Tells whether a string looks like a key itself or holds one: a known prefix, or 32 and more characters without sense. */
export function isSecretLike(value: string): boolean {
  if (secretValue.test(value)) return true;
  if (value.length < 32 || !/^[A-Za-z0-9+/_=.-]+$/.test(value)) return false;
  return /[0-9]/.test(value) && /[A-Za-z]/.test(value) && !/[-_.][a-z]+[-_.]/.test(value);
}

/**
 * A name out of a response as a report may show it. Keys of maps are often long identifiers, so that UUIDs and hashes
 * stay; what has the looks of a credential does not.
 */
export function shownName(name: string): string {
  const isIdentifier = /^[0-9a-f-]+$/i.test(name);
  return isSecretLike(name) && !isIdentifier ? redacted : name;
}

/**
 * The URL without its user info, its fragment and the values of key-like query parameters.
 *
 * Works on relative references too, which `URL` refuses.
 */
export function redactUrl(url: string): string {
  const withoutFragment = url.split("#", 1)[0] ?? "";
  const withoutUser = withoutFragment.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?]*@/i, "$1");
  const start = withoutUser.indexOf("?");
  if (start < 0) return withoutUser;
  const pairs = withoutUser.slice(start + 1).split("&");
  return `${withoutUser.slice(0, start)}?${pairs.map(redactPair).join("&")}`;
}

function redactPair(pair: string): string {
  const end = pair.indexOf("=");
  if (end < 0) return pair;
  const name = pair.slice(0, end);
  const value = pair.slice(end + 1);
  return isSecretName(decodeLoosely(name)) || isSecretLike(value) ? `${name}=${redacted}` : pair;
}

/** Percent-decodes what can be decoded and leaves the rest as it stands. */
export function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
