/** A check that no regular expression can make, by the name of its function. */
export type Refinement =
  | "isLeapSecondFit"
  | "isUnicodePattern"
  | "isHostname"
  | "isIdnHostname"
  | "isBase64"
  | "isBase64url"
  | "isSfBinary"
  | "isInt64"
  | "isUint64";

/**
 * A format of strings as data, so that the interpreter and compiled code check the same.
 *
 * - `pattern`: an anchored regular expression without nested repetition, so it reads in linear time
 * - `limit`: the longest text in UTF-16 code units, where the standard has one, or the engine
 * - `refinement`: what else must hold of a text that matches
 */
export interface Format {
  readonly name: string;
  readonly pattern: string;
  readonly limit?: number;
  readonly refinement?: Refinement;
}

/** A format of numbers: the least and the greatest one, and whether they must be integers. */
export interface NumberFormat {
  readonly name: string;
  readonly isInteger: boolean;
  readonly minimum: number;
  readonly maximum: number;
}
