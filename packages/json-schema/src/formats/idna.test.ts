import { describe, expect, test } from "vitest";
import { isHostname, isIdnHostname } from "./idna.ts";
import { decodePunycode, encodePunycode } from "./punycode.ts";

describe("Punycode", () => {
  // RFC 3492 section 7.1.
  test.each([
    ["ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"],
    ["他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"],
    ["Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"],
    ["3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"],
    ["-> $1.00 <-", "-> $1.00 <--"],
    ["😀😀", "e28ha"],
  ])("%s is %s", (text, encoded) => {
    expect(encodePunycode(text)).toBe(encoded);
    expect(decodePunycode(encoded)).toBe(text);
  });

  test.each(["é", "a b", "99999999", "zzzzzzzzzzzz", "!"])("%j stands for nothing", (encoded) => {
    expect(decodePunycode(encoded)).toBeUndefined();
  });
});

describe("host names by IDNA 2008", () => {
  test.each<[string, boolean, string]>([
    ["bücher.example", true, "a U-label"],
    ["Bücher.example", false, "a capital letter is mapped before, not here"],
    ["bu\u0308cher.example", false, "not in Unicode NFC"],
    ["\u13A0\u13A1", true, "capital letters that case folding leaves alone"],
    ["faß.de", true, "a letter that UTS 46 would map"],
    ["☃.example", false, "a symbol"],
    ["xn--n3h.example", false, "a symbol as an A-label"],
    ["xn--bcher-kva.example", true, "an A-label"],
    ["XN--BCHER-KVA.example", true, "an A-label in capitals"],
    ["xn--bcher-kvb.example", false, "Punycode of a code point that is not permitted"],
    ["\u0301a", false, "a combining mark first"],
    ["ü--a", true, "two hyphens after the first letter"],
    ["üa--b", false, "two hyphens in third place"],
    ["\u1100\u1161", false, "old Hangul"],
    ["\u20D0a", false, "an ignorable block"],
    ["a\u00ADb", false, "a soft hyphen"],
    ["ｆｕｌｌ", false, "a compatibility form"],
    ["عربي.example", true, "right to left beside left to right"],
    ["عربي.1example", false, "a digit first in a Bidi domain name"],
    ["1عربي", false, "a digit first in a right-to-left label"],
    ["عربي1", true, "a digit last"],
    ["عربي-", false, "a hyphen last"],
    ["عaب", false, "both directions in one label"],
    ["\u05D0\u0591", true, "a mark last"],
    [`${"ü".repeat(58)}.a`, false, "63 octets and one more as an A-label"],
    [Array(64).fill("abc").join("."), false, "255 octets"],
    [Array(63).fill("abc").join(".").concat(".a"), true, "253 octets"],
    ["क्‍ष", true, "a joiner behind a virama"],
    ["\u{11F42}\u200D", false, "a virama first"],
    ["\u{11F04}\u{11F42}\u200D\u{11F04}", true, "a virama of Unicode 15"],
  ])("%s is %s: %s", (name, isValid) => {
    expect(isIdnHostname(name)).toBe(isValid);
  });

  test("the A-labels of an ASCII name are looked into", () => {
    expect(isHostname("xn--bcher-kva.example")).toBe(true);
    expect(isHostname("a.xn--n3h")).toBe(false);
    expect(isHostname("axn--n3h")).toBe(true);
  });
});
