/**
 * Instances that nobody sends in good faith: the interpreter and compiled code answer all of them,
 * the same, in time that grows with their size.
 */
import { describe, expect, test } from "vitest";
import { nest, open } from "../../test/faces.ts";
import {
  createEvaluator,
  createInstanceReader,
  formatBasic,
  type JsonValue,
  listReached,
  openSchemas,
} from "../index.ts";

const deepArray = nest<unknown>(100_000, (inner) => [inner], 1);
const deepObject = nest<unknown>(100_000, (a) => ({ a }), 1);

describe("instances of 100,000 levels", () => {
  const tree: JsonValue = {
    type: ["array", "object", "number"],
    items: { $ref: "#" },
    additionalProperties: { $ref: "#" },
  };
  test.each<[string, JsonValue, readonly string[], readonly string[]]>([
    ["a recursive schema", tree, ["depth"], ["depth"]],
    ["a recursive union", { anyOf: [tree, { items: { $ref: "#" } }] }, ["depth"], ["depth"]],
    ["a recursive closed one", { ...tree, unevaluatedProperties: false }, ["depth"], ["depth"]],
    ["a schema that looks no deeper", { items: { items: true } }, [], []],
    ["a constant", { const: [[1]] }, ["const"], ["const"]],
    ["an enumeration", { enum: [[[1]], { a: { a: 1 } }] }, ["enum"], ["enum"]],
    ["another type", { type: "string" }, ["type"], ["type"]],
    ["items that differ", { uniqueItems: true }, [], []],
    ["names", { propertyNames: { maxLength: 1 } }, [], []],
  ])("%s", async (_, schema, ofArray, ofObject) => {
    const ask = await open(schema);
    expect(ask(deepArray)).toEqual(ofArray);
    expect(ask(deepObject)).toEqual(ofObject);
  });

  test("output and reading", () => {
    const document = openSchemas(tree);
    const { valid, errors } = formatBasic(createEvaluator(document, "")(deepArray));
    expect([valid, errors?.length]).toEqual([false, 1]);
    const reader = createInstanceReader(document);
    expect(listReached(reader, "", deepObject as JsonValue).size).toBeGreaterThan(500);
  });
});

describe("values that JSON text cannot hold, or that objects have anyway", () => {
  class Row {
    readonly id = 1;
    get name(): number {
      return 1;
    }
  }
  const getter = Object.defineProperty({ id: 1 }, "name", { get: () => "a", enumerable: true });
  const sparse: unknown[] = [];
  sparse[3] = 1;

  test.each<[string, JsonValue, unknown, readonly string[]]>([
    ["NaN", { type: "number" }, Number.NaN, ["type"]],
    ["1e400", { type: ["number", "integer"] }, JSON.parse("1e400"), ["type"]],
    ["1e400 without a type", { maximum: 1, multipleOf: 2 }, JSON.parse("1e400"), []],
    ["a bigint", { type: "integer" }, 10n, ["type"]],
    ["a function", { type: "object" }, () => 1, ["type"]],
    ["undefined", { type: ["null", "object"] }, undefined, ["type"]],
    ["undefined for a property", { required: ["a"] }, { a: undefined }, ["required"]],
    ["a sparse array", { items: { type: "number" } }, sparse, ["type /0", "type /1", "type /2"]],
    ["a sparse array and its length", { minItems: 4, maxItems: 4 }, sparse, []],
    ["own `__proto__`", { required: ["__proto__"] }, JSON.parse('{"__proto__":1}'), []],
    [
      "inherited `__proto__`",
      { required: ["__proto__", "toString"] },
      {},
      ["required", "required"],
    ],
    [
      "`__proto__` that is closed",
      { additionalProperties: false },
      JSON.parse('{"__proto__":1}'),
      ["additionalProperties"],
    ],
    ["`constructor`", { properties: { constructor: false } }, {}, []],
    ["a getter of one's own", { properties: { name: { type: "number" } } }, getter, ["type /name"]],
    ["a getter of a class", { required: ["id", "name"] }, new Row(), ["required"]],
    ["no prototype", { required: ["a"] }, Object.assign(Object.create(null), { a: 1 }), []],
    ["a lone surrogate", { maxLength: 1, pattern: "^.$" }, "\ud800", []],
    ["a date", { type: "object", maxProperties: 0 }, new Date(0), []],
  ])("%s", async (_, schema, instance, want) => {
    const ask = await open(schema);
    expect(ask(instance)).toEqual(want);
  });

  test("what a getter throws is the caller's", async () => {
    const instance = Object.defineProperty({}, "a", {
      get: () => {
        throw new Error("mine");
      },
      enumerable: true,
    });
    const ask = await open({ properties: { a: { type: "number" } } });
    expect(() => ask(instance)).toThrow("mine");
  });
});

describe("long strings and wide instances", () => {
  const long = "a".repeat(10_000_000);
  const million = long.slice(0, 1_000_000);
  const wide = Object.fromEntries(
    Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]),
  );
  const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, tag: [id % 7] }));

  test.each<[string, JsonValue, unknown, readonly string[]]>([
    ["minLength", { minLength: 10_000_001 }, long, ["minLength"]],
    ["maxLength", { maxLength: 9_999_999 }, long, ["maxLength"]],
    ["pattern", { pattern: "^a+$" }, long, []],
    ["a pattern that explodes", { pattern: "^(a+)+$" }, `${long}!`, ["pattern"]],
    ["a pattern that takes the square", { pattern: "a.*b.*c$" }, `${million}b`, ["pattern"]],
    [
      "a pattern that starts anywhere",
      { pattern: "\\s+$" },
      `${million.replaceAll("a", " ")}a`,
      ["pattern"],
    ],
    ["format", { format: "email" }, long, ["format"]],
    ["format uri", { format: "uri" }, `a:${long}`, []],
    ["format uri of escapes", { format: "uri" }, `a:${"%41".repeat(3_000_000)}`, []],
    ["format byte", { format: "byte" }, long, []],
    ["format json-pointer", { format: "json-pointer" }, "/~0".repeat(3_000_000), []],
    ["a group that repeats ten million times", { pattern: "^(?:a|b)*$" }, long, ["depth"]],
    ["format regex", { format: "regex" }, million, []],
    ["const", { const: "b" }, long, ["const"]],
    ["enum", { enum: ["a", "b"] }, long, ["enum"]],
    ["propertyNames", { propertyNames: { maxLength: 1 } }, { [long]: 1 }, ["propertyNames"]],
    ["100,000 properties", { additionalProperties: { type: "number" } }, wide, []],
    [
      "100,000 properties that are unevaluated",
      { unevaluatedProperties: { type: "number" } },
      wide,
      [],
    ],
    [
      "100,000 properties by pattern",
      { patternProperties: { "^k\\d+$": { type: "number" } } },
      wide,
      [],
    ],
    ["100,000 scalars that differ", { uniqueItems: true }, Object.values(wide), []],
    ["20,000 objects that differ", { uniqueItems: true }, rows, []],
    [
      "the last of 20,000 objects is the first",
      { uniqueItems: true },
      [...rows, { tag: [0], id: 0 }],
      ["uniqueItems"],
    ],
  ])(
    "%s",
    async (_, schema, instance, want) => {
      const ask = await open(schema);
      const start = process.cpuUsage();
      expect(ask(instance)).toEqual(want);
      // In seconds of the processor, eight times asked; the square of the size would take hours.
      expect(process.cpuUsage(start).user / 1e6).toBeLessThan(10);
    },
    120_000,
  );
});
