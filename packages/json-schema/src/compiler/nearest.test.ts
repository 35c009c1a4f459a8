/**
 * Which branch of a union its errors are told of: the same one in every mode, however unions nest.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as library from "../index.ts";
import {
  type CompileOptions,
  compileModule,
  createValidator,
  type JsonObject,
  type JsonValue,
  openSchemas,
} from "../index.ts";

const modes: readonly CompileOptions[] = (["compiled", "interpreted"] as const).flatMap(
  (listing) => [{ listing }, { listing, errors: "first" }],
);

/** A module of a data URL cannot name a package, so the interpreter is handed to it. */
async function open(schema: JsonValue, options: Omit<CompileOptions, "customFormats">) {
  const document = openSchemas(schema);
  const { code } = compileModule(document, [{ name: "X", pointer: "" }], options);
  Object.assign(globalThis, { truespecLibrary: library });
  const text = code.replace(
    /^import (\{.*\}) from "@truespec\/json-schema";/m,
    "const $1 = globalThis.truespecLibrary;",
  );
  const { validateX } = await import(
    `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`
  );
  const interpret = createValidator(document, "", options);
  return (instance: unknown): readonly string[] => {
    const answer = interpret(instance);
    expect(validateX(instance)).toEqual(answer);
    return answer.valid ? [] : answer.errors.map((error) => error.keywordLocation);
  };
}

const leaf = (kind: string, more: JsonObject): JsonObject => ({
  ...{ type: "object", required: ["kind"] },
  properties: { kind: { const: kind }, ...more },
});
const pair: JsonValue = {
  anyOf: [leaf("a", { n: { type: "number" } }), leaf("b", { n: { type: "string" } })],
};

describe("the nearest branch", () => {
  test.each<[string, JsonValue, unknown, readonly string[]]>([
    ["by its tag", pair, { kind: "b", n: 1 }, ["/anyOf/1/properties/n/type", "/anyOf"]],
    [
      "by its type",
      { oneOf: [{ type: "string" }, { type: "array", minItems: 1 }] },
      [],
      ["/oneOf/1/minItems", "/oneOf"],
    ],
    [
      "the first where it is of none's type",
      { oneOf: [{ enum: ["a"], type: "string" }, { type: "null" }] },
      1,
      ["/oneOf/0/type", "/oneOf/0/enum", "/oneOf"],
    ],
    [
      "none where one that could be null itself is null",
      { oneOf: [{ type: ["string", "null"], minLength: 2 }, { type: "null" }] },
      null,
      ["/oneOf"],
    ],
    [
      "none where a list of objects is met",
      {
        $defs: { a: { items: pair } },
        properties: { list: { anyOf: [{ $ref: "#/$defs/a" }, { type: "string" }] } },
        required: ["n"],
      },
      { list: [{ kind: "a", n: 1 }] },
      ["/required"],
    ],
    [
      "of unions in unions",
      { oneOf: [{ type: "null" }, pair] },
      { kind: "a", n: "x" },
      ["/oneOf/1/anyOf/0/properties/n/type", "/oneOf/1/anyOf", "/oneOf"],
    ],
    [
      "of a union below a union",
      { anyOf: [{ type: "string" }, { items: pair }] },
      [
        { kind: "a", n: 1 },
        { kind: "b", n: 2 },
      ],
      ["/anyOf/1/items/anyOf/1/properties/n/type", "/anyOf/1/items/anyOf", "/anyOf"],
    ],
    [
      "behind references and escaped names",
      {
        $defs: { "a/b~c": leaf("a", { n: { maximum: 1 } }), d: { $ref: "#/$defs/a~1b~0c" } },
        properties: { "x/y": { oneOf: [{ type: "null" }, { $ref: "#/$defs/d" }] } },
      },
      { "x/y": { kind: "a", n: 2 } },
      ["/$defs/a~1b~0c/properties/n/maximum", "/properties/x~1y/oneOf"],
    ],
    [
      "two at once: no branch is nearer",
      { oneOf: [{ type: "number" }, { minimum: 0 }] },
      1,
      ["/oneOf"],
    ],
    [
      "names that objects inherit",
      {
        anyOf: [
          { required: ["constructor"], properties: { constructor: { const: 1 } } },
          { required: ["__proto__", "toString", "a"] },
        ],
      },
      { constructor: 2 },
      ["/anyOf/1/required", "/anyOf/1/required", "/anyOf/1/required", "/anyOf"],
    ],
  ])("%s", async (_, schema, instance, want) => {
    for (const mode of modes) {
      const ask = await open(schema, mode);
      expect(ask(instance)).toEqual(mode.errors === "first" ? want.slice(0, 1) : want);
    }
  });
});

/** Unions of tagged objects, nested and recursive, some with a discriminator. */
const unions: fc.Arbitrary<JsonObject> = (() => {
  const name = fc.constantFrom("A", "B", "C");
  const member = fc.constantFrom<JsonValue>(
    ...[{ type: "string" }, { enum: ["x", "y"] }, { minimum: 1 }, { $ref: "#" }],
    ...[{ items: { $ref: "#/$defs/B" } }, { oneOf: [{ $ref: "#/$defs/A" }, { type: "null" }] }],
  );
  const branch = fc
    .record({ n: member, m: member })
    .chain((more) => fc.constantFrom("A", "B", "x").map((kind) => leaf(kind, more)));
  const referred = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
  const discriminator = fc.option(
    fc.constant({ propertyName: "kind", mapping: { x: "#/$defs/C" } }),
  );
  return fc
    .tuple(
      fc.constantFrom("oneOf", "anyOf"),
      referred,
      discriminator,
      fc.tuple(branch, branch, branch),
    )
    .map(([keyword, names, tags, [A, B, C]]) => ({
      [keyword]: names.map((one) => ({ $ref: `#/$defs/${one}` })),
      ...(tags === null ? {} : { discriminator: tags }),
      $defs: { A, B, C },
    }));
})();

const tagged: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => {
  const kind = fc.constantFrom<JsonValue>("A", "B", "C", "x", "__proto__", 1, null);
  const object = fc.record({ kind, n: tie("value"), m: tie("value") }, { requiredKeys: [] });
  const scalar = fc.constantFrom<JsonValue>("x", "z", 0, 2, null);
  return {
    value: fc.oneof({ maxDepth: 4 }, scalar, object, fc.array(tie("value"), { maxLength: 2 })),
  };
}).value;

test("every mode says what the interpreter says of tagged unions", async () => {
  const values = fc.array(tagged, { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(unions, values, fc.constantFrom(...modes), async (schema, instances, mode) => {
      const ask = await open(schema, mode);
      for (const instance of instances) ask(instance);
    }),
    { numRuns: 150, seed: 202012 },
  );
});
