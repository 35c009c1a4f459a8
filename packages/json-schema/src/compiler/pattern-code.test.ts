import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern } from "../pattern/pattern.ts";
import { printPattern } from "./pattern-code.ts";

/** Reads what was printed: `… new RegExp("source", "flags")`. */
function read(source: string): RegExp {
  const [, text = "", flags] = /new RegExp\((".*"), "(u?)"\)$/s.exec(printPattern(source)) ?? [];
  return new RegExp(JSON.parse(text), flags);
}

describe("captures and the Unicode flag are left out where nobody sees it", () => {
  test.each([
    ["^-?[0-9]+(\\.[0-9]+)?$", "^-?[0-9]+(?:\\.[0-9]+)?$", ""],
    ["^(?<year>\\d{4})-(\\d\\d)$", "^(?:\\d{4})-(?:\\d\\d)$", ""],
    ["([(])\\(", "(?:[(])\\(", ""],
    ["^(a)\\1$", "^(a)\\1$", "u"],
    ["^(?<x>a)\\k<x>$", "^(?<x>a)\\k<x>$", "u"],
    ["^(.)$", "^(?:.)$", "u"],
    ["^[^a]$", "^[^a]$", "u"],
    ["^(é)$", "^(?:é)$", "u"],
    ["(?<!^)(?!$)", "(?<!^)(?!$)", "u"],
    ["\\B", "\\B", "u"],
    ["^\\p{L}(a)$", "^\\p{L}(?:a)$", "u"],
    ["^(a)\\-$", "^(?:a)\\-$", ""],
  ])("%s", (source, want, flags) => {
    expect(read(source)).toMatchObject({ source: want, flags });
  });
});

test("what is printed answers the same", () => {
  const atom = fc.constantFrom(
    ...["a", "b", "-", "é", "😀", "\\ud83d", ".", "\\d", "\\W", "\\s", "[ab]", "[^a]", "[a-z\\-]"],
    ...["\\b", "\\B", "^", "$", "\\.", "[(]", "\\(", "\\u{61}", "(?!a)", "(?<=b)", "(?<!^)"],
  );
  const { pattern } = fc.letrec((tie) => ({
    term: fc.oneof(
      { maxDepth: 3 },
      atom,
      tie("pattern").map((inner) => `(${inner})`),
      fc.tuple(tie("pattern"), fc.nat(9)).map(([inner, name]) => `(?<n${name}>${inner})`),
      fc
        .tuple(tie("pattern"), fc.constantFrom("*", "?", "{1,2}"))
        .map(([inner, count]) => `(?:${inner})${count}`),
    ),
    pattern: fc
      .array(fc.oneof(tie("term"), fc.constantFrom("|", "\\1")), { minLength: 1, maxLength: 4 })
      .map((terms) => terms.join("")),
  }));
  const text = fc
    .array(fc.constantFrom("a", "b", "-", ".", "0", "é", "😀", "\ud83d", "\ude00", "\n", "("))
    .map((parts) => parts.join(""));
  let compared = 0;
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 8, maxLength: 8 }), (source, texts) => {
      const want = compilePattern(String(source));
      if (want === undefined) return;
      compared += 1;
      const printed = read(String(source));
      for (const one of texts) expect(printed.test(one)).toBe(want.test(one));
    }),
    { numRuns: 4000 },
  );
  expect(compared).toBeGreaterThan(1000);
});
