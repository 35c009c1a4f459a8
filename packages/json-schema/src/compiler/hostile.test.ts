import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileModule, createValidator, type JsonValue, openSchemas } from "../index.ts";
import { printLiteral } from "./literal.ts";

/** Texts that would end a string, a comment or a script, or that objects have anyway. */
const hostileTexts = [
  ...['"', "'", "`", "\\", `\${process.exit(9)}`, "*/", "//", "/*", "</script>", "<!--", "]]>"],
  ...["\u2028", "\u2029", "\n", "\r", "\0", "\u202e", "\ufeff", "\ud800", "\udfff", "😀", "é"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "then", ""],
  ...['"];process.exit(9);//', "a/b~c", "0", "-1", "1e3", "await", "class"],
];

const folder = mkdtempSync(join(tmpdir(), "truespec-json-schema-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a module's validators on instances, in a process that refuses to make code of strings. */
function runStrictly(code: string, instances: readonly string[]): unknown {
  const file = join(folder, "module.mjs");
  const main = join(folder, "main.mjs");
  writeFileSync(file, code);
  writeFileSync(
    main,
    `import { isX, validateX, X, XJsonSchema } from "./module.mjs";
const instances = ${JSON.stringify(instances)}.map((text) => JSON.parse(text));
const told = instances.map((one) => [isX(one), validateX(one), X["~standard"].validate(one)]);
console.log(JSON.stringify({ told, schema: XJsonSchema }));`,
  );
  const flags = ["--disallow-code-generation-from-strings", main];
  return JSON.parse(execFileSync(process.execPath, flags, { encoding: "utf8" }));
}

/** An object with this one member; `__proto__` is a plain name here. */
function one(name: string, value: JsonValue): JsonValue {
  return Object.fromEntries([[name, value]]);
}

/** A schema in which a text stands wherever a text can stand. */
function everywhere(text: string, index: number): JsonValue {
  const pattern = text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return {
    title: text,
    required: [text],
    properties: one(text, {
      anyOf: [
        { const: text },
        { enum: [one(text, text)] },
        { $ref: `#/anyOf/${index}/$defs/inner` },
      ],
    }),
    patternProperties: one(`^${pattern}x`, { type: "number" }),
    propertyNames: { not: { const: `${text}y` } },
    dependentRequired: one(text, [text]),
    dependentSchemas: one(text, { properties: one(`${text}z`, false) }),
    additionalProperties: { pattern: `^${pattern}` },
    $defs: { inner: { type: "array", items: { enum: Array(12).fill(text) } } },
  };
}

describe("a text of a schema never becomes code", () => {
  test("in one module for each", () => {
    const schema: JsonValue = { anyOf: hostileTexts.map(everywhere) };
    const instances = hostileTexts.flatMap((text) => [
      one(text, text),
      one(text, [text, `${text}?`]),
      one(text, one(text, text)),
      Object.fromEntries([[text, text] as const, [`${text}x`, "a"] as const]),
      Object.fromEntries([[text, text] as const, [`${text}y`, "a"] as const]),
      Object.fromEntries([[text, text] as const, [`${text}z`, text] as const]),
    ]);
    const { code, diagnostics } = compileModule(openSchemas(schema), [{ name: "X", pointer: "" }]);
    expect(diagnostics).toEqual([]);
    const validate = createValidator(openSchemas(schema), "");
    const answers = instances.map((instance) => validate(instance));
    expect(new Set(answers.map(({ valid }) => valid))).toEqual(new Set([true, false]));
    const texts = instances.map((instance) => JSON.stringify(instance));
    expect(runStrictly(code, texts)).toMatchObject({
      told: answers.map((answer) => [answer.valid, JSON.parse(JSON.stringify(answer)), {}]),
      schema: { anyOf: hostileTexts.map((text) => ({ required: [text] })) },
    });
  });

  test("as the pointer of a target", () => {
    const pointer = `/$defs/*~1 "\u2028\`;process.exit(9)`;
    const schema = { $defs: { '*/ "\u2028`;process.exit(9)': { type: "string" } } };
    const { code } = compileModule(openSchemas(schema), [{ name: "X", pointer }]);
    expect(runStrictly(code, ["1"])).toMatchObject({
      told: [[false, { errors: [{ keywordLocation: `${pointer}/type` }] }, {}]],
    });
  });
});

describe("literals", () => {
  test.each<[JsonValue, string]>([
    ["a", '"a"'],
    ['"\\', '"\\"\\\\"'],
    ["\u2028\u202e\ud800", '"\\u2028\\u202e\\ud800"'],
    ["</script><!--", '"\\u003c/script>\\u003c!--"'],
    ["a < b", '"a < b"'],
    [{ a: [1, null], "a-b": true }, '{ a: [1, null], "a-b": true }'],
    [one("__proto__", {}), '{ ["__proto__"]: {} }'],
    [-0, "0"],
    [1e21, "1e+21"],
  ])("%j", (value, want) => {
    expect(printLiteral(value)).toBe(want);
  });
});
