import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printRuntime } from "../compiler/runtime/catalogue.ts";
import { linearPattern } from "./linear-pattern.ts";
import { readPattern } from "./pattern.ts";

const code = printRuntime({ names: ["linearPattern"], isDeep: false }).join("\n");
const written: { readonly linearPattern: typeof linearPattern } = await import(
  `data:text/javascript;base64,${Buffer.from(`${code}\nexport { linearPattern };`).toString("base64")}`
);

/** Does the pattern match, by the engine, by the interpreter's steps and by those of generated code? */
function openAnswers(source: string): (text: string) => readonly boolean[] {
  const { regex, steps } = readPattern(source) ?? {};
  if (regex === undefined || steps === undefined) return () => [];
  const { atoms, follow } = steps;
  const ours = [linearPattern, written.linearPattern].map((one) => one(regex, -1, atoms, follow));
  return (text) => [regex, ...ours].map((one) => one.test(text));
}

const atom = fc.constantFrom(
  ...[
    "a",
    "b",
    ".",
    "[ab]",
    "[^a]",
    "\\w",
    "\\s",
    "\\.",
    "😀",
    "\\u{1F600}",
    "\\p{L}",
    "[^]",
    "$",
    "^",
  ],
);
const quantifier = fc.constantFrom("", "", "*", "+", "?", "*?", "{2}", "{1,3}", "{2,}", "{0}");
const { source } = fc.letrec<{ source: string; sequence: string; term: string; part: string }>(
  (tie) => ({
    source: fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((all) => all.join("|")),
    sequence: fc.array(tie("term"), { maxLength: 4 }).map((all) => all.join("")),
    term: fc
      .tuple(tie("part"), quantifier)
      .map(([part, times]) => (/^[\^$]$/.test(part) ? part : `${part}${times}`)),
    part: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      atom,
      tie("source").map((one) => `(${one})`),
      tie("source").map((one) => `(?:${one})`),
    ),
  }),
);
const text = fc.string({ unit: fc.constantFrom("a", "b", ".", " ", "\n", "😀", "\ud800", "ä") });

describe("steps answer what the engine does", () => {
  test("of any pattern that could take long", () => {
    let matched = 0;
    fc.assert(
      fc.property(source, fc.array(text, { minLength: 5, maxLength: 5 }), (one, texts) => {
        for (const answers of texts.map(openAnswers(`${one}(?:a*)*b`))) {
          matched += answers.length;
          expect(new Set(answers).size).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
    expect(matched).toBeGreaterThan(500);
  });

  test.each([
    ["(a+)+$", "aaa", true],
    ["^(a+)+$", "aab", false],
    ["(?:(a+)+b)?", "aaa", true],
    ["^(?:\\-?a+)+$", "-aa-a", true],
    ["^(?:[^\\-]+)+$", "😀", true],
    ["^(?:\\@+.)+$", "@😀", false],
    ["^(?:\\@+.)+$", "@x", true],
  ])("%s, %s", (pattern, text, want) => {
    expect(openAnswers(pattern)(text)).toEqual([want, want, want]);
  });

  test("though what they remember is forgotten from time to time", () => {
    const long = Array.from({ length: 5000 }, (_, index) => String.fromCodePoint(256 + index));
    expect(openAnswers("^(?:.+)+$")(long.join(""))).toEqual([true, true, true]);
    const answer = openAnswers("[ab]*a[ab]{12}b[^]*b$");
    expect(answer("aab".repeat(3000))).toEqual([true, true, true]);
  });
});
