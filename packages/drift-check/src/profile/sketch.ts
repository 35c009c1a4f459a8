import { isSecretLike } from "../read/secrets.ts";

/** Distinct strings with exact counts: the least 50 in code unit order, so that merging in any order keeps the same ones. */
export interface Sketch {
  /** Readable where token-like and no secret, else hashed. */
  readonly counts: ReadonlyMap<string, number>;
  /** More distinct strings were seen than are kept. */
  readonly truncated: boolean;
}

/** The most distinct strings that a sketch keeps. */
export const maxDistinct = 50;

/** A sketch of nothing. */
export const emptySketch: Sketch = { counts: new Map(), truncated: false };

/** The sketch of both collections together. */
export function addSketches(left: Sketch, right: Sketch): Sketch {
  if (right.counts.size === 0) return left;
  if (left.counts.size === 0) return right;
  const counts = new Map(left.counts);
  for (const [key, count] of right.counts) counts.set(key, (counts.get(key) ?? 0) + count);
  const dropped = [...counts.keys()].sort().slice(maxDistinct);
  for (const key of dropped) counts.delete(key);
  return { counts, truncated: left.truncated || right.truncated || dropped.length > 0 };
}

/**
 * Tells whether a string reads as a name out of a vocabulary, as enum values do: up to 64 characters, one to three
 * words, and nothing that could be a key or somebody's address.
 */
export function isTokenLike(text: string): boolean {
  if (!isName(text)) return false;
  return !(text.includes("@") && /@[^@]+\./.test(text)) && !isSecretLike(text);
}

const longestName = 64;
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}_.:/+>@-]{0,63}$/u;
const nameCharacters: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  namePattern.test(`a${String.fromCharCode(code)}`),
);

/** What `namePattern` says; most strings end the question at their first blank. */
function isName(text: string): boolean {
  if (text.length > 2 * longestName) return false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 128) return namePattern.test(text);
    if (nameCharacters[code] !== true) return false;
  }
  return text.length <= longestName && namePattern.test(text.slice(0, 1));
}
