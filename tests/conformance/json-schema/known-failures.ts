/**
 * Cases of the official suite that we do not answer as it asks, each with its reason. A case that
 * passes must leave the list: the run fails otherwise.
 */
export interface KnownFailure {
  readonly file: string;
  readonly group: string;
  readonly reason: string;
  readonly tests: readonly string[];
}

const otherDraft = "A document of another draft is read as draft 2020-12.";
const noKeyword = "`dependencies` is no keyword of draft 2020-12: it is an annotation.";
const idna =
  "Host names are checked by their letters, not by the contextual rules of IDNA 2008 and Punycode.";

/** All of them; none is a required one. */
export const knownFailures: readonly KnownFailure[] = [
  {
    file: "optional/cross-draft",
    group: "refs to historic drafts are processed as historic drafts",
    reason: otherDraft,
    tests: ["first item not a string is valid"],
  },
  {
    file: "optional/dependencies-compatibility",
    group: "boolean subschemas",
    reason: noKeyword,
    tests: [
      "object with both properties is invalid",
      "object with property having schema false is invalid",
    ],
  },
  {
    file: "optional/dependencies-compatibility",
    group: "dependencies with escaped characters",
    reason: noKeyword,
    tests: ["CRLF missing dependent", "quoted quotes missing dependent"],
  },
  {
    file: "optional/dependencies-compatibility",
    group: "multiple dependents required",
    reason: noKeyword,
    tests: ["missing both dependencies", "missing dependency", "missing other dependency"],
  },
  {
    file: "optional/dependencies-compatibility",
    group: "schema dependencies with escaped characters",
    reason: noKeyword,
    tests: [
      "quoted quote",
      "quoted quote invalid under dependent schema",
      "quoted tab invalid under dependent schema",
    ],
  },
  {
    file: "optional/dependencies-compatibility",
    group: "single dependency",
    reason: noKeyword,
    tests: ["missing dependency"],
  },
  {
    file: "optional/dependencies-compatibility",
    group: "single schema dependency",
    reason: noKeyword,
    tests: ["wrong type", "wrong type both", "wrong type other"],
  },
  {
    file: "optional/format/hostname",
    group: "validation of A-label (punycode) host names",
    reason: idna,
    tests: [
      "Arabic-Indic digits mixed with Extended Arabic-Indic digits",
      "Begins with a Nonspacing Mark",
      "Begins with a Spacing Combining Mark",
      "Begins with an Enclosing Mark",
      "Exceptions that are DISALLOWED, left-to-right chars",
      "Exceptions that are DISALLOWED, right-to-left chars",
      "Greek KERAIA not followed by Greek",
      "Greek KERAIA not followed by anything",
      "Hebrew GERESH not preceded by Hebrew",
      "Hebrew GERESH not preceded by anything",
      "Hebrew GERSHAYIM not preceded by Hebrew",
      "Hebrew GERSHAYIM not preceded by anything",
      "KATAKANA MIDDLE DOT with no Hiragana, Katakana, or Han",
      "KATAKANA MIDDLE DOT with no other characters",
      "MIDDLE DOT with no following 'l'",
      "MIDDLE DOT with no preceding 'l'",
      "MIDDLE DOT with nothing following",
      "MIDDLE DOT with nothing preceding",
      "ZERO WIDTH JOINER not preceded by Virama",
      "ZERO WIDTH JOINER not preceded by anything",
      'contains "--" in the 3rd and 4th position',
      "contains illegal char U+302E Hangul single dot tone mark",
      "invalid Punycode",
    ],
  },
  {
    file: "optional/format/idn-hostname",
    group: "validation of internationalized host names",
    reason: idna,
    tests: [
      "A-label that decodes to a Bidi rule violation is invalid",
      "A-label that decodes to a disallowed code point is invalid",
      "Arabic-Indic digits mixed with Extended Arabic-Indic digits",
      "Begins with a Nonspacing Mark",
      "Begins with a Spacing Combining Mark",
      "Begins with an Enclosing Mark",
      "Bidi domain name with a digit-first label is invalid",
      "Exceptions that are DISALLOWED, left-to-right chars",
      "Exceptions that are DISALLOWED, right-to-left chars",
      "Greek KERAIA not followed by Greek",
      "Greek KERAIA not followed by anything",
      "Hebrew GERESH not preceded by Hebrew",
      "Hebrew GERESH not preceded by anything",
      "Hebrew GERSHAYIM not preceded by Hebrew",
      "Hebrew GERSHAYIM not preceded by anything",
      "KATAKANA MIDDLE DOT with no Hiragana, Katakana, or Han",
      "KATAKANA MIDDLE DOT with no other characters",
      "MIDDLE DOT with no following 'l'",
      "MIDDLE DOT with no preceding 'l'",
      "MIDDLE DOT with nothing following",
      "MIDDLE DOT with nothing preceding",
      'U-label contains "--" in the 3rd and 4th position',
      "ZERO WIDTH JOINER not preceded by Virama",
      "ZERO WIDTH JOINER not preceded by anything",
      "a U-label whose A-label form is longer than 63 octets is invalid",
      "contains illegal char U+302E Hangul single dot tone mark",
      "illegal first char U+302E Hangul single dot tone mark",
      "invalid Punycode",
      "label starting with a digit before a right-to-left letter is invalid",
      "left-to-right label containing a right-to-left letter is invalid",
      "non-canonical Punycode that does not re-encode to itself is invalid",
      "right-to-left label mixing both digit types is invalid",
      "zero width non-joiner must pass at every occurrence",
    ],
  },
];
