/**
 * The rules of IDNA 2008 that regular expressions can tell, as their sources, so that the
 * interpreter and compiled code check the same. The Unicode version is the engine's.
 */
import { dualJoining, leftJoining, rightJoining } from "./joining-types.ts";

/** RFC 5892 section 2.6, of `PVALID`, and what its contextual rules allow. */
const exceptions =
  "\\-\\u00DF\\u03C2\\u06FD\\u06FE\\u0F0B\\u3007\\u00B7\\u0375\\u05F3\\u05F4\\u30FB\\u200C\\u200D";
const forbidden = "\\u0640\\u07FA\\u302E\\u302F\\u3031-\\u3035\\u303B";
/** RFC 5892 sections 2.2, 2.3, 2.4 and 2.9: unstable, ignorable, of certain blocks, old Hangul. */
const unstable = "\\p{Changes_When_NFKC_Casefolded}\\p{White_Space}\\p{Noncharacter_Code_Point}";
const ignorable = "\\p{Default_Ignorable_Code_Point}";
const blocks = "\\u20D0-\\u20FF\\u{1D100}-\\u{1D1FF}\\u{1D200}-\\u{1D24F}";
const hangul = "\\u1100-\\u11FF\\uA960-\\uA97C\\uD7B0-\\uD7C6\\uD7CB-\\uD7FB";
const letters = "\\p{Ll}\\p{Lu}\\p{Lo}\\p{Lm}\\p{Nd}\\p{Mn}\\p{Mc}";
const disallowed = `${forbidden}${unstable}${ignorable}${blocks}${hangul}`;

/** A U-label by its code points, RFC 5891 sections 4.2.3.1 and 4.2.3.2, and RFC 5892 section 3. */
export const unicodeLabel: string = `^(?!-|..--|\\p{M})(?:[${exceptions}]|(?![${disallowed}])[${letters}])+(?<!-)$`;

const before = `(?<![${dualJoining}${leftJoining}]\\p{Mn}*)`;
const after = `(?!\\p{Mn}*[${dualJoining}${rightJoining}])`;

/** What breaks a contextual rule of RFC 5892 appendix A; joiners behind a virama are taken out before. */
export const contextFault: string = [
  "\\u200D",
  `${before}\\u200C`,
  `\\u200C${after}`,
  "(?<!l)\\u00B7",
  "\\u00B7(?!l)",
  "\\u0375(?!\\p{Script=Greek})",
  "(?<!\\p{Script=Hebrew})[\\u05F3\\u05F4]",
  "^(?=[^]*\\u30FB)[^\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]*$",
  "[\\u0660-\\u0669][^]*[\\u06F0-\\u06F9]",
  "[\\u06F0-\\u06F9][^]*[\\u0660-\\u0669]",
].join("|");

// The classes of RFC 5893 section 2, as far as IDNA 2008 permits their code points.
const rightToLeft = "\\u0590-\\u08FF\\uFE73\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}";
const arabicNumber = "\\u0660-\\u0669\\u{10D30}-\\u{10D39}\\u{10D40}-\\u{10D49}";
const europeanNumber = "0-9\\u06F0-\\u06F9";
const otherNeutral =
  "\\u00B7\\u02B9\\u02BA\\u02C6-\\u02CF\\u02EC\\u0375\\u2E2F\\u30FB\\uA67F\\uA717-\\uA71F\\uA788";
const neutral = `\\-${otherNeutral}\\u200C\\u200D`;
const leftMarks = "\\u0CBF\\u0CC6\\u{11A07}\\u{11A08}\\u{11C3F}";
const right = `(?![\\p{Mn}${arabicNumber}${europeanNumber}])[${rightToLeft}]`;
const left = `(?:[${leftMarks}]|[^\\p{Mn}${rightToLeft}${europeanNumber}${neutral}])`;
const marks = `(?:(?![${leftMarks}])\\p{Mn})*`;

/** A label that makes its name a Bidi domain name, RFC 5893 section 1.4. */
export const bidiLabel: string = `(?![\\p{Mn}${europeanNumber}])[${rightToLeft}]`;

/** A right-to-left label, RFC 5893 section 2, rules 1 to 4. */
export const rightToLeftLabel: string =
  `^(?![^]*[${europeanNumber}][^]*[${arabicNumber}])(?![^]*[${arabicNumber}][^]*[${europeanNumber}])` +
  `${right}(?:(?:(?![${leftMarks}])[${rightToLeft}0-9${neutral}\\p{Mn}])*(?:${right}|[${arabicNumber}${europeanNumber}]))?${marks}$`;

/** A left-to-right label, RFC 5893 section 2, rules 1, 5 and 6. */
export const leftToRightLabel: string = `^${left}(?:(?:${left}|[${europeanNumber}${neutral}\\p{Mn}])*(?:${left}|[${europeanNumber}]))?${marks}$`;
