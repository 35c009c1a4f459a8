import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as library from "../index.ts";
import {
  type CompileOptions,
  compileModule,
  createValidator,
  type JsonObject,
  type JsonValue,
  openSchemas,
} from "../index.ts";

/** Ajv errs on an empty name, on those that objects inherit, and on the keywords below. */
const plainNames = ["a", "b", "c", "ab"];
const hostileNames = ["a", "", "b", "__proto__", "constructor", "toString", "a/b", "~", '"', "*/"];

const scalars = [null, true, false, 0, 1, 2, 3, -1, 0.5, 1.5, "", "a", "b", "ab", "😀", "😀a"];
const counts = fc.constantFrom(0, 1, 2, 3);
const bounds = fc.constantFrom(-1, 0, 0.5, 1, 2);
const types = ["array", "boolean", "integer", "null", "number", "object", "string"];

function instances(names: readonly string[]): fc.Arbitrary<JsonValue> {
  const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(...scalars),
      fc.array(tie("value"), { maxLength: 3 }),
      objects(names, tie("value")),
    ),
  }));
  return value;
}

function objects<T extends JsonValue>(
  names: readonly string[],
  member: fc.Arbitrary<T>,
): fc.Arbitrary<{ readonly [name: string]: T }> {
  const entry = fc.tuple(fc.constantFrom(...names), member);
  return fc.array(entry, { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
}

/** Is Ajv right about these keywords? It takes an empty array for one that contains something. */
function isPlain(keywords: readonly string[]): boolean {
  return !keywords.some((keyword) => keyword.startsWith("unevaluated") || keyword === "contains");
}

interface Domain {
  readonly names: readonly string[];
  readonly isAsked: (keywords: readonly string[]) => boolean;
}

/** A schema without references at its own place, so that no schema leads to itself in place. */
function schemas({ names, isAsked }: Domain): fc.Arbitrary<JsonObject> {
  const name = fc.constantFrom(...names);
  const value = instances(names);
  const { root } = fc.letrec<{ root: JsonObject; schema: JsonValue; below: JsonValue }>((tie) => {
    const schema = tie("schema");
    const branches = fc.array(schema, { minLength: 1, maxLength: 3 });
    const below = tie("below");
    const keywords: Record<string, fc.Arbitrary<JsonValue>> = {
      type: fc.oneof(
        fc.constantFrom(...types),
        fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
      ),
      const: value,
      enum: fc.uniqueArray(value, { minLength: 1, maxLength: 12, comparator: "SameValue" }),
      "x-extensible-enum": fc.boolean(),
      ...{ minimum: bounds, maximum: bounds, exclusiveMinimum: bounds, exclusiveMaximum: bounds },
      ...{ minLength: counts, maxLength: counts, minItems: counts, maxItems: counts },
      ...{ minProperties: counts, maxProperties: counts, minContains: counts, maxContains: counts },
      multipleOf: fc.constantFrom(0.5, 1, 2),
      pattern: fc.constantFrom("^a", "b$", ".", "^\\p{L}*$"),
      uniqueItems: fc.boolean(),
      required: fc.uniqueArray(name, { maxLength: 2 }),
      dependentRequired: objects(names, fc.uniqueArray(name, { maxLength: 2 })),
      properties: objects(names, below),
      patternProperties: fc.dictionary(fc.constantFrom("^a", "", "b$"), below, { maxKeys: 2 }),
      ...{ additionalProperties: below, items: below, contains: schema, propertyNames: schema },
      prefixItems: fc.array(below, { minLength: 1, maxLength: 2 }),
      dependentSchemas: objects(names, schema),
      ...{ allOf: branches, anyOf: branches, oneOf: branches },
      ...{ not: schema, if: schema, else: schema },
      // biome-ignore lint/suspicious/noThenProperty: a keyword
      then: schema,
      ...{ unevaluatedItems: below, unevaluatedProperties: below },
    };
    const some = fc
      .subarray(Object.keys(keywords), { minLength: 0, maxLength: 4 })
      .filter(isAsked)
      .chain((chosen) =>
        fc.record(Object.fromEntries(chosen.map((key) => [key, keywords[key] ?? value]))),
      );
    const reference = fc.constantFrom<JsonValue>({ $ref: "#" }, { $ref: "#/$defs/a" });
    return {
      schema: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        fc.boolean(),
        fc.constantFrom<JsonValue>({ type: "string" }, { type: ["integer", "null"] }),
        some,
      ),
      below: fc.oneof({ weight: 4, arbitrary: schema }, { weight: 1, arbitrary: reference }),
      root: fc.tuple(some, some).map(([own, other]) => ({ ...own, $defs: { a: other } })),
    };
  });
  return root;
}

/** A module of a data URL cannot name a package, so the interpreter is handed to it. */
function load(code: string): Promise<Record<string, unknown>> {
  Object.assign(globalThis, { truespecLibrary: library });
  const text = code.replace(
    /^import (\{.*\}) from "@truespec\/json-schema";/m,
    "const $1 = globalThis.truespecLibrary;",
  );
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

type Mode = Omit<CompileOptions, "customFormats">;

/** What each module is asked under; the interpreter goes by the same. */
const modes: readonly Mode[] = [
  {},
  { errors: "first" },
  { enums: "tolerant" },
  { enums: "open", errors: "first", listing: "interpreted" },
  { enums: "tolerant", listing: "interpreted" },
];

/** What the interpreter and both compiled functions say of each instance; they must not differ. */
async function ask(
  schema: JsonObject,
  values: readonly JsonValue[],
  options: Mode = {},
): Promise<readonly boolean[]> {
  const document = openSchemas(schema);
  const interpret = createValidator(document, "", options);
  const target = { name: "X", pointer: "" };
  const { code, diagnostics } = compileModule(document, [target], options);
  expect(diagnostics).toEqual([]);
  const { isX, validateX } = await load(code);
  if (typeof isX !== "function" || typeof validateX !== "function") throw new Error("no functions");
  return values.map((value) => {
    const interpreted = interpret(value);
    expect(validateX(value)).toEqual(interpreted);
    expect(isX(value)).toBe(interpreted.valid);
    return interpreted.valid;
  });
}

/** Undefined where the code that Ajv wrote cannot run: it forgets a variable under `not: true`. */
function answerWith(
  validate: (value: JsonValue) => unknown,
  values: readonly JsonValue[],
): readonly boolean[] | undefined {
  try {
    return values.map((value) => validate(value) === true);
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** One seed, so that every run asks the same; change it to ask something else. */
const seed = 202012;

function cases(domain: Domain) {
  const values = fc.array(instances(domain.names), { minLength: 8, maxLength: 16 });
  return fc.tuple(schemas(domain), values);
}

test("the interpreter, isX, validateX and Ajv agree", async () => {
  await fc.assert(
    fc.asyncProperty(cases({ names: plainNames, isAsked: isPlain }), async ([schema, values]) => {
      const ajv = new Ajv2020({ strict: false, ownProperties: true });
      const wanted = answerWith(ajv.compile(schema), values);
      fc.pre(wanted !== undefined);
      expect(await ask(schema, values)).toEqual(wanted);
    }),
    { numRuns: 250, seed },
  );
});

test("the interpreter, isX and validateX agree on all names and keywords, in every mode", async () => {
  await fc.assert(
    fc.asyncProperty(
      cases({ names: hostileNames, isAsked: () => true }),
      fc.constantFrom(...modes),
      async ([schema, values], mode) => {
        await ask(schema, values, mode);
      },
    ),
    { numRuns: 300, seed },
  );
});
