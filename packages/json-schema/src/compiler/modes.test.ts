/**
 * The choices of a caller: each says the same in compiled code and in the interpreter.
 */
import { describe, expect, test } from "vitest";
import * as library from "../index.ts";
import {
  type CompileOptions,
  compileModule,
  createValidator,
  type JsonValue,
  openSchemas,
} from "../index.ts";

/** What compiled code and the interpreter are told alike. */
type SharedOptions = Omit<CompileOptions, "customFormats">;

/** A module of a data URL cannot name a package, so the interpreter is handed to it. */
async function open(schema: JsonValue, options: SharedOptions, pointer = "") {
  const document = openSchemas(schema);
  const { code } = compileModule(document, [{ name: "X", pointer }], options);
  Object.assign(globalThis, { truespecLibrary: library });
  const text = code.replace(
    /^import (\{.*\}) from "@truespec\/json-schema";/m,
    "const $1 = globalThis.truespecLibrary;",
  );
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  const { isX, validateX, X } = await import(url);
  const interpret = createValidator(document, pointer, options);
  const ask = (instance: unknown): readonly string[] => {
    const answer = interpret(instance);
    expect(validateX(instance)).toEqual(answer);
    expect(isX(instance)).toBe(answer.valid);
    const { issues } = X["~standard"].validate(instance);
    expect(issues?.length ?? 0).toBe(answer.valid ? 0 : answer.errors.length);
    return answer.valid
      ? []
      : answer.errors.map((error) => `${error.keywordLocation} ${error.instanceLocation}`);
  };
  return { code, ask };
}

const ways: readonly SharedOptions[] = [{}, { errors: "first" }];
const listings = ["compiled", "interpreted"] as const;

describe.each(listings)("%s", (listing) => {
  test("the first error alone", async () => {
    const schema = { properties: { a: { type: "string" }, b: { minimum: 1 } }, required: ["c"] };
    const all = await open(schema, { listing });
    const first = await open(schema, { listing, errors: "first" });
    const wrong = { a: 1, b: 0 };
    expect(all.ask(wrong)).toEqual([
      "/required ",
      "/properties/a/type /a",
      "/properties/b/minimum /b",
    ]);
    expect(first.ask(wrong)).toEqual(["/required "]);
    expect(first.ask({ c: 1, a: "", b: 1 })).toEqual([]);
  });

  test("the first error is the nearest branch's", async () => {
    const branch = (kind: string, more: JsonValue) => ({
      ...{ type: "object", required: ["kind"] },
      properties: { kind: { const: kind }, more },
    });
    const schema = { anyOf: [branch("a", { type: "string" }), branch("b", { type: "number" })] };
    for (const way of ways) {
      const { ask } = await open(schema, { ...way, listing });
      expect(ask({ kind: "b", more: "x" })[0]).toBe("/anyOf/1/properties/more/type /more");
      expect(ask({ kind: "a", more: 1 })[0]).toBe("/anyOf/0/properties/more/type /more");
    }
  });

  test("a discriminator names the branch whose errors are told", async () => {
    const schema = {
      $defs: {
        Cat: { type: "object", required: ["lives"], properties: { kind: { type: "string" } } },
        Dog: { type: "object", required: ["a", "b", "c"] },
        Pet: {
          oneOf: [{ $ref: "#/$defs/Cat" }, { $ref: "#/$defs/Dog" }],
          discriminator: { propertyName: "kind", mapping: { dog: "#/$defs/Dog" } },
        },
      },
      items: { $ref: "#/$defs/Pet" },
    };
    for (const way of ways) {
      const { ask } = await open(schema, { ...way, listing });
      expect(ask([{ kind: "dog" }])[0]).toBe("/$defs/Dog/required /0");
      expect(ask([{ kind: "Cat" }])[0]).toBe("/$defs/Cat/required /0");
      expect(ask([{ kind: "__proto__" }])[0]).toBe("/$defs/Cat/required /0");
    }
  });

  test.each<[string, JsonValue, SharedOptions, unknown, readonly string[]]>([
    ["strict", { enum: ["a", "b"], "x-extensible-enum": true }, {}, "c", ["/enum "]],
    ["listed", { enum: ["a", "b"] }, { enums: "tolerant" }, "a", []],
    ["unmarked", { enum: ["a", "b"] }, { enums: "tolerant" }, "c", ["/enum "]],
    ["marked", { enum: ["a"], "x-extensible-enum": true }, { enums: "tolerant" }, "c", []],
    [
      "marked by a list",
      { enum: ["a"], "x-extensible-enum": ["a", "z"] },
      { enums: "tolerant" },
      "c",
      [],
    ],
    [
      "marked closed",
      { enum: ["a"], "x-extensible-enum": false },
      { enums: "tolerant" },
      "c",
      ["/enum "],
    ],
    [
      "Speakeasy's",
      { enum: ["a"], "x-speakeasy-unknown-values": "allow" },
      { enums: "tolerant" },
      "c",
      [],
    ],
    [
      "Speakeasy's other",
      { enum: ["a"], "x-speakeasy-unknown-values": "x" },
      { enums: "tolerant" },
      "c",
      ["/enum "],
    ],
    [
      "Microsoft's",
      { enum: ["a"], "x-ms-enum": { modelAsString: true } },
      { enums: "tolerant" },
      "c",
      [],
    ],
    [
      "Microsoft's closed",
      { enum: ["a"], "x-ms-enum": { modelAsString: false } },
      { enums: "tolerant" },
      "c",
      ["/enum "],
    ],
    [
      "a number",
      { enum: ["a", 1, [2]], "x-extensible-enum": true },
      { enums: "tolerant" },
      2,
      ["/enum "],
    ],
    [
      "a listed array",
      { enum: ["a", 1, [2]], "x-extensible-enum": true },
      { enums: "tolerant" },
      [2],
      [],
    ],
    [
      "nothing",
      { properties: { a: { enum: ["a"], "x-extensible-enum": true } }, required: ["a"] },
      { enums: "tolerant" },
      {},
      ["/required "],
    ],
    [
      "the type beside",
      { type: "string", enum: ["a", null], "x-extensible-enum": true },
      { enums: "tolerant" },
      null,
      ["/type "],
    ],
    ["any", { enum: ["a", "b", null] }, { enums: "open" }, "c", []],
    ["any, a number", { enum: ["a", "b", 1] }, { enums: "open" }, 2, ["/enum "]],
    ["one alone is a constant", { enum: ["a"] }, { enums: "open" }, "c", ["/enum "]],
    ["a constant", { const: "a" }, { enums: "open" }, "c", ["/const "]],
    ["numbers", { enum: [1, 2] }, { enums: "open" }, 3, ["/enum "]],
    [
      "branches that only a closed enum tells apart",
      { oneOf: [{ enum: ["a", "b"] }, { enum: ["c", "d"] }] },
      { enums: "open" },
      "a",
      ["/oneOf "],
    ],
    ["twelve", { enum: [..."abcdefghijkl"] }, { enums: "open" }, "z", []],
    ["format", { format: "ipv4" }, {}, "x", []],
    ["format that asserts", { format: "ipv4" }, { formats: "assert" }, "x", ["/format "]],
  ])("%s", async (_, schema, options, instance, want) => {
    const { ask } = await open(schema, { ...options, listing });
    expect(ask(instance)).toEqual(want);
  });

  test("errors stand where their keywords do in the document", async () => {
    const schema = {
      components: {
        schemas: {
          "a/b": { type: "object", properties: { next: { $ref: "#/components/schemas/a~1b" } } },
          "a~b": { items: { $ref: "#/components/schemas/a~1b" }, not: { type: "null" } },
          no: false,
        },
      },
    };
    const { ask } = await open(schema, { listing }, "/components/schemas/a~0b");
    expect(ask([{ next: { next: 1 } }])).toEqual(["/components/schemas/a~1b/type /0/next/next"]);
    expect(ask(null)).toEqual(["/components/schemas/a~0b/not "]);
    const refuse = await open(schema, { listing }, "/components/schemas/no");
    expect(refuse.ask(1)).toEqual(["/components/schemas/no "]);
  });

  test("what goes too deep", async () => {
    const schema = { items: { $ref: "#" }, type: ["array", "null"] };
    let deep: unknown = null;
    for (let level = 0; level < 600; level += 1) deep = [deep];
    for (const way of ways) {
      const { ask } = await open(schema, { ...way, listing });
      expect(ask(deep)).toEqual([" "]);
    }
  });
});

test("a million errors: the first one ends the evaluation", async () => {
  const { ask } = await open({ items: { type: "string" } }, { errors: "first" });
  let read = 0;
  const items = new Proxy([], {
    get(target, key, receiver) {
      if (key === "length") return 1_000_000;
      if (typeof key === "string" && /^\d+$/.test(key)) read += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  expect(ask(items)).toEqual(["/items/type /0"]);
  expect(read).toBeLessThan(20);
});

test("a module imports nothing unless its errors are interpreted", async () => {
  const schema = { type: "string" };
  const compiled = await open(schema, {});
  const interpreted = await open(schema, { listing: "interpreted" });
  expect(compiled.code).not.toContain("import");
  expect(interpreted.code).toContain('from "@truespec/json-schema";');
  expect(interpreted.code).not.toContain("checkType");
});
