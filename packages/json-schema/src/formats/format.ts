/**
 * A format as data, so that the interpreter and compiled code check the same.
 *
 * - `pattern`: an anchored regular expression without nested repetition, so it reads in linear time
 * - `limit`: the longest text in UTF-16 code units, where the standard has one
 * - `refinement`: a check that no regular expression can make
 */
export interface Format {
  readonly name: string;
  readonly pattern: string;
  readonly limit?: number;
  readonly refinement?: "leap-second" | "regex";
}
