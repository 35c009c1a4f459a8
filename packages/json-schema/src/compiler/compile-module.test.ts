import { describe, expect, test } from "vitest";
import {
  type CompileOptions,
  compileModule,
  createValidator,
  JsonSchemaError,
  type JsonValue,
  openSchemas,
} from "../index.ts";

async function load(schema: JsonValue, names = ["X"], options: CompileOptions = {}) {
  const pointers = names.length === 1 ? [""] : names.map((name) => `/$defs/${name}`);
  const targets = names.map((name, index) => ({ name, pointer: pointers[index] ?? "" }));
  const { code, diagnostics } = compileModule(openSchemas(schema), targets, options);
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const exported: Record<string, unknown> = await import(url);
  const call = (name: string, value: unknown): unknown => {
    const exportedFunction = exported[name];
    if (typeof exportedFunction !== "function") throw new Error(`${name} is no function`);
    return exportedFunction(value);
  };
  return { code, diagnostics, exported, call };
}

const model: JsonValue = {
  type: "object",
  required: ["id", "kind"],
  properties: {
    id: { type: "string", minLength: 2 },
    kind: { enum: ["chat", "image"] },
    prices: { type: "array", items: { type: "number", minimum: 0 } },
    map: { additionalProperties: { type: "integer", multipleOf: 2 } },
    next: { $ref: "#" },
  },
  additionalProperties: false,
};

const sound = { id: "ab", kind: "chat" };

describe("an instance", () => {
  class Inherited {
    id = "ab";
    get kind() {
      return "chat";
    }
  }
  const hidden = Object.create({ kind: "chat" }, { id: { value: "ab", enumerable: true } });
  test.each<[string, unknown, boolean]>([
    ["has own properties only: a getter of its class is none", new Inherited(), false],
    ["has own properties only: one of its prototype is none", hidden, false],
    ["may have no prototype", Object.assign(Object.create(null), sound), true],
    ["may be of a class", Object.assign(new (class {})(), sound), true],
    ["may lack what is undefined", { ...sound, prices: undefined, other: undefined }, true],
    ["must have what is required", { ...sound, kind: undefined }, false],
    ["holds no NaN", { ...sound, prices: [Number.NaN] }, false],
    ["holds no infinity", { ...sound, prices: [Number.POSITIVE_INFINITY] }, false],
  ])("%s", async (_, instance, want) => {
    const { call } = await load(model);
    expect(call("isX", instance)).toBe(want);
    expect(createValidator(openSchemas(model), "")(instance).valid).toBe(want);
  });

  test("nests at most 512 references deep", async () => {
    const { call } = await load(model);
    const nest = (depth: number): unknown => {
      let value: unknown = sound;
      for (let level = 0; level < depth; level += 1) value = { ...sound, next: value };
      return value;
    };
    expect(call("isX", nest(512))).toBe(true);
    expect(call("isX", nest(513))).toBe(false);
    expect(call("isX", nest(20_000))).toBe(false);
    const location = { keywordLocation: "", instanceLocation: "" };
    const want = { valid: false, errors: [{ keyword: "depth", ...location, params: {} }] };
    expect(call("validateX", nest(513))).toEqual(want);
    expect(createValidator(openSchemas(model), "")(nest(513))).toEqual(want);
  });
});

describe("Standard Schema", () => {
  test("tells the value, or issues with messages and paths", async () => {
    const { exported } = await load(model);
    const standard: unknown = exported["X"];
    const validate = (value: unknown): unknown => {
      const { "~standard": face } = standard as { "~standard": Record<string, unknown> };
      expect(face).toMatchObject({ version: 1, vendor: "truespec" });
      return typeof face["validate"] === "function" ? face["validate"](value) : undefined;
    };
    expect(validate(sound)).toEqual({ value: sound });
    expect(validate({ ...sound, prices: [1, "a"], map: { "0": 1.5, "a/b": 1 } })).toEqual({
      issues: [
        { message: "expected number, got string", path: ["prices", 1] },
        { message: "expected integer, got number", path: ["map", "0"] },
        { message: "expected a multiple of 2, got 1.5", path: ["map", "0"] },
        { message: "expected a multiple of 2, got 1", path: ["map", "a/b"] },
      ],
    });
  });
});

describe("a fault in one schema", () => {
  const schema: JsonValue = {
    $defs: {
      Sound: { type: "string" },
      Odd: { exclusiveMinimum: true, minimum: 1 },
      Lost: { properties: { a: { not: { $ref: "#/nowhere" } }, b: { type: "string" } } },
      Wrong: "no schema",
    },
  };
  const names = ["Sound", "Odd", "Lost", "Wrong"];

  test("is a diagnostic", async () => {
    const { diagnostics } = await load(schema, names);
    expect(diagnostics.map(({ pointer, keyword }) => [pointer, keyword])).toEqual([
      ["/$defs/Wrong", ""],
      ["/$defs/Odd/exclusiveMinimum", "exclusiveMinimum"],
      ["/$defs/Lost/properties/a/not/$ref", "$ref"],
    ]);
  });

  test.each<[string, unknown, readonly string[]]>([
    ["Sound", "", []],
    ["Odd", 1, []],
    ["Odd", 0, ["minimum"]],
    ["Lost", { b: "" }, []],
    ["Lost", { b: 1 }, ["type"]],
    ["Lost", { a: 1, b: 1 }, ["$ref"]],
    ["Wrong", "", ["$ref"]],
  ])("leaves the others: %s of %j", async (name, instance, want) => {
    const { call } = await load(schema, names);
    const keywords = want.map((keyword) => expect.objectContaining({ keyword }));
    const answer = { valid: false, errors: keywords };
    expect(call(`validate${name}`, instance)).toEqual(
      want.length === 0 ? { valid: true, value: instance } : answer,
    );
    expect(call(`is${name}`, instance)).toBe(want.length === 0);
  });
});

describe("names", () => {
  test.each([
    "Array",
    "Object",
    "Number",
    "isEqual",
    "v",
    "is1",
    "own",
    "Refusal",
    "default",
    "名",
  ])("%s clashes with nothing", async (name) => {
    const { call } = await load({ type: "array", uniqueItems: true, items: { minimum: 1 } }, [
      name,
    ]);
    expect(call(`is${name}`, [1, 2])).toBe(true);
    expect(call(`is${name}`, [{}, {}])).toBe(false);
  });

  test.each([[["a-b"]], [["1a"]], [[""]], [["A", "A"]], [["A", "isA"]], [["x};alert(1);{"]]])(
    "%j are refused",
    (names) => {
      const targets = names.map((name) => ({ name, pointer: "" }));
      expect(() => compileModule(openSchemas(true), targets)).toThrow(JsonSchemaError);
    },
  );
});

test("formats assert where asked to", async () => {
  const schema = { type: "string", format: "date-time" };
  const { call } = await load(schema, ["X"], { formats: "assert" });
  expect(call("isX", "2026-02-28T23:59:60Z")).toBe(true);
  expect(call("isX", "2026-02-30T00:00:00Z")).toBe(false);
  expect((await load(schema)).call("isX", "no date")).toBe(true);
});

test("the banner stands on top of both texts", () => {
  const options = {
    banner: "// Generated.",
    declarationImports: 'import type { A } from "./a.js";',
  };
  const target = { name: "A", pointer: "", type: "A" };
  const { code, declarations } = compileModule(openSchemas(true), [target], options);
  expect(code.startsWith("// Generated.\n")).toBe(true);
  expect(declarations.startsWith("// Generated.\nimport type { A }")).toBe(true);
});
