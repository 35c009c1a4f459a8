import { describe, expect, test } from "vitest";
import { compileModule, createValidator, openSchemas } from "../../index.ts";
import { explodes } from "./explodes.ts";

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
    expect(explodes(source)).toBe(true);
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
    expect(explodes(source)).toBe(false);
  });

  test("are passed over, with a diagnostic, in every face", async () => {
    const schema = {
      properties: { a: { pattern: "^(a+)+$" }, b: { pattern: "^b" } },
      patternProperties: { "^(x|x)*y": false, "^z": false },
    };
    const hostile = { a: `${"a".repeat(1_000_000)}!`, [`${"x".repeat(100_000)}y`]: 1 };
    const document = openSchemas(schema);
    const validate = createValidator(document, "");
    expect(validate(hostile).valid).toBe(true);
    expect(validate({ b: "a" }).valid).toBe(false);
    expect(validate({ z: 1 }).valid).toBe(false);
    expect(document.diagnostics.map(({ pointer }) => pointer).sort()).toEqual([
      "/patternProperties",
      "/properties/a/pattern",
    ]);
    const { code, diagnostics } = compileModule(openSchemas(schema), [{ name: "X", pointer: "" }]);
    expect(diagnostics).toHaveLength(2);
    const { isX } = await import(
      `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
    );
    expect([hostile, { b: "a" }, { z: 1 }].map((instance) => isX(instance))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
