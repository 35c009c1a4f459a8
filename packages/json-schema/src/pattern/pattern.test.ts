import { describe, expect, test } from "vitest";
import type { SchemaDiagnostic } from "../diagnostic.ts";
import { compileModule, createValidator, openSchemas } from "../index.ts";
import { readPattern } from "./pattern.ts";

/** How the time that an engine takes may grow, as far as it is found. */
function growthOf(source: string): "linear" | "polynomial" | "exponential" | undefined {
  const { isExponential = false, steps } = readPattern(source) ?? { steps: undefined };
  if (isExponential) return "exponential";
  return steps === undefined ? "linear" : "polynomial";
}

describe("patterns that can explode", () => {
  test.each([
    "^(a+)+$",
    "^(a*)*$",
    "(x+x+)+y",
    "^(a|a)*b",
    "^(a|aa)+$",
    "^(\\w+\\s?)*$",
    "^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "^(?:.*,)*x$",
    "^(\\d+|[0-9a-f]+)*!",
    "^(?:a?b?)*$",
    "^((a{1,3}){1,3})*$",
    "^(?<x>[^,]+,?)+$",
    "^(é|[\\u00e0-\\u00ff])+$",
  ])("%s", (source) => {
    expect(growthOf(source)).toBe("exponential");
  });

  test.each([
    "^a+$",
    "^(a+b)+$",
    "^(?:[a-z]+-)*[a-z]+$",
    "^(a|b)*$",
    "^(?:[0-9a-f]{2})+$",
    "^(?:[0-9a-f]{64})+$",
    "^(a+)+",
    "(a+)+",
    "^[a-z0-9]+(?:[._-][a-z0-9]+)*$",
    "^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$",
    "^(\\d{1,3}\\.){3}\\d{1,3}$",
    '^"(?:[^"\\\\]|\\\\.)*"$',
    "^(?:\\p{L}|\\p{N})+$",
    "^.*a.*$",
    "^(?=(a+)b)[ab]+$",
    "^\\((?:[^()]|\\(\\))*\\)$",
    "^(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}$",
    "",
    "^(?:)*$",
    "^(?:a?){2,}b",
    "^(?:ab|ab)+",
  ])("%s cannot", (source) => {
    expect(growthOf(source)).not.toBe("exponential");
  });

  test("are told, and matched step by step in every face", async () => {
    const schema = {
      properties: { a: { pattern: "^(a+)+$" }, b: { pattern: "^b" } },
      patternProperties: { "^(x|x)*y": false, "^z": false },
    };
    const long = "a".repeat(100_000);
    const instances = [{ a: `${long}!` }, { a: long }, { [`${"x".repeat(1000)}y`]: 1 }, { z: 1 }];
    const document = openSchemas(schema);
    const validate = createValidator(document, "");
    const want = [false, true, false, false];
    expect(instances.map((instance) => validate(instance).valid)).toEqual(want);
    const places = ["/patternProperties", "/properties/a/pattern"];
    const placesOf = (all: readonly SchemaDiagnostic[]) => all.map(({ pointer }) => pointer).sort();
    expect(placesOf(document.diagnostics)).toEqual(places);
    const { code, diagnostics } = compileModule(openSchemas(schema), [{ name: "X", pointer: "" }]);
    expect(placesOf(diagnostics)).toEqual(places);
    const { isX, validateX } = await import(
      `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
    );
    expect(instances.map((instance) => isX(instance))).toEqual(want);
    expect(instances.map((instance) => validateX(instance).valid)).toEqual(want);
  });

  test.each(["^(?=a)(a+)+$", "^(a+)+\\b$", "(", "^(a{1,300}b?)+$"])(
    "%s cannot be matched, and is passed over",
    (source) => {
      const document = openSchemas({ pattern: source, patternProperties: { [source]: false } });
      const validate = createValidator(document, "");
      expect([validate("b").valid, validate({ aaa: 1 }).valid]).toEqual([true, true]);
      expect(document.diagnostics.map(({ message }) => message)).toEqual([
        expect.stringContaining("is passed over"),
        expect.stringContaining("is passed over"),
      ]);
    },
  );
});

test.each([
  ["^.*a.*$", "polynomial"],
  ["\\s+$", "polynomial"],
  ["[a-z]+@[a-z]+", "polynomial"],
  ["^\\s*(?:,\\s*)*x", "linear"],
  ["^\\s*,?\\s*x", "polynomial"],
  ["^[^@]+@[^@]+\\.[^@]+$", "polynomial"],
  ["^-?[0-9]+(\\.[0-9]+)?$", "linear"],
  ["^[a-z]+-[a-z]+$", "linear"],
  ["[a-z]+", "linear"],
  ["^a{1,20}a{1,20}b$", "linear"],
  ["^(a|b)+c(a|b)+d$", "linear"],
])("the time for %s is %s", (source, want) => {
  expect(growthOf(source)).toBe(want);
});
