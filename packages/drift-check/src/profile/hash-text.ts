import { createHash, createHmac } from "node:crypto";

/** Names a string without showing it: `#` and 16 hex of a keyed hash; the same string has the same name under one salt. */
export type HashText = (text: string) => string;

/** The salt where none is given: hashes then hide strings from readers, and not from those who try out guesses. */
export const defaultSalt = "truespec";

/** Hashes with a salt (HMAC-SHA-256, RFC 2104). */
export function createHashText(salt: string): HashText {
  return (text) => `#${createHmac("sha256", salt).update(text).digest("hex").slice(0, 16)}`;
}

/** Tells salts apart without telling them: 8 hex that stand in each profile. */
export function saltIdOf(salt: string): string {
  return createHash("sha256").update(`truespec salt ${salt}`).digest("hex").slice(0, 8);
}
