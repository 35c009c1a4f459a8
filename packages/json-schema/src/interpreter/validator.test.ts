import { describe, expect, test } from "vitest";
import { createValidator, JsonSchemaError, type JsonValue, openSchemas } from "../index.ts";

/** The errors of an instance, each as keyword, place of the keyword and place in the instance. */
function listErrors(schema: JsonValue, instance: unknown, pointer = ""): readonly string[] {
  const validation = createValidator(openSchemas(schema), pointer)(instance);
  if (validation.valid) return [];
  return validation.errors.map(
    ({ keyword, keywordLocation, instanceLocation }) =>
      `${keyword} at ${keywordLocation} of ${instanceLocation}`,
  );
}

describe("references", () => {
  const document: JsonValue = {
    components: {
      schemas: {
        "a/b": { type: "string" },
        ByPointer: { items: { $ref: "#/components/schemas/a~1b" } },
        ByEscape: { $ref: "#/components/schemas/a%7E1b" },
        Beside: { $ref: "#/components/schemas/a~1b", minLength: 2 },
        ById: { $id: "https://example.com/x", $defs: { y: { $anchor: "here", type: "null" } } },
        ToAnchor: { $ref: "https://example.com/x#here" },
        Loop: { $ref: "#/components/schemas/Loop" },
        Lost: { $ref: "#/components/schemas/None", type: "null" },
        Example: { examples: [{ $id: "https://example.com/fake" }], const: 1 },
        ToExample: { $ref: "https://example.com/fake" },
      },
    },
  };
  const at = "/components/schemas";

  test.each<[string, JsonValue, readonly string[]]>([
    ["ByPointer", [""], []],
    ["ByPointer", [1], [`type at ${at}/a~1b/type of /0`]],
    ["ByEscape", 1, [`type at ${at}/a~1b/type of `]],
    ["Beside", "", [`minLength at ${at}/Beside/minLength of `]],
    ["ToAnchor", 1, [`type at ${at}/ById/$defs/y/type of `]],
    ["Loop", 1, [`depth at ${at}/Loop of `]],
    ["Lost", 1, [`type at ${at}/Lost/type of `]],
    ["ToExample", 1, []],
  ])("%s of %j", (name, instance, want) => {
    expect(listErrors(document, instance, `${at}/${name}`)).toEqual(want);
  });

  test("lead to documents that were given, and nowhere else", () => {
    const remotes = new Map<string, JsonValue>([
      ["https://example.com/a.json", { $defs: { b: { $ref: "b.json#/x" } } }],
      ["https://example.com/b.json", { x: { type: "null" } }],
    ]);
    const schema = { $ref: "https://example.com/a.json#/$defs/b" };
    const document = openSchemas(schema, { remotes });
    expect(createValidator(document, "")(1)).toMatchObject({
      errors: [{ keywordLocation: "https://example.com/b.json#/x/type" }],
    });
    const alone = openSchemas(schema);
    expect(createValidator(alone, "")(1).valid).toBe(true);
    expect(alone.diagnostics.map(({ pointer }) => pointer)).toEqual(["/$ref"]);
  });
});

describe("a keyword that cannot mean what it says", () => {
  test.each<[string, JsonValue, JsonValue]>([
    ["exclusiveMinimum", { exclusiveMinimum: true, minimum: 1 }, 1],
    ["type", { type: "file" }, 1],
    ["required", { required: true }, {}],
    ["items", { items: [{ type: "null" }] }, [1]],
    ["pattern", { pattern: "(" }, "a"],
    ["multipleOf", { multipleOf: 0 }, 1],
    ["minLength", { minLength: -1 }, ""],
    ["enum", { enum: "a" }, "b"],
    ["anyOf", { anyOf: [] }, 1],
    ["properties", { properties: [] }, {}],
  ])("%s is passed over, with a diagnostic", (keyword, schema, instance) => {
    const document = openSchemas(schema);
    expect(createValidator(document, "")(instance).valid).toBe(true);
    expect(document.diagnostics).toMatchObject([{ pointer: `/${keyword}`, keyword }]);
  });

  test.each<[string, JsonValue, string]>([
    ["another draft", { $schema: "http://json-schema.org/draft-07/schema#" }, "another draft"],
    ["a vocabulary", { $schema: "https://example.com/meta" }, '"https://example.com/vocab"'],
    ["a title", { title: 1 }, "`title` must be a string, not 1"],
  ])("%s that cannot be meant is told", (_, schema, message) => {
    const known = "https://json-schema.org/draft/2020-12/vocab/core";
    const $vocabulary = { "https://example.com/vocab": true, "https://example.com/v": false };
    const meta: JsonValue = { $vocabulary: { ...$vocabulary, [known]: true } };
    const document = openSchemas(schema, {
      remotes: new Map([["https://example.com/meta", meta]]),
    });
    expect(createValidator(document, "")(1).valid).toBe(true);
    expect(document.diagnostics).toHaveLength(1);
    expect(document.diagnostics[0]?.message).toContain(message);
  });

  test("is told once, however often it is read", () => {
    const document = openSchemas({ type: "file" });
    const validate = createValidator(document, "");
    validate(1);
    validate(2);
    createValidator(document, "", { formats: "assert" })(1);
    expect(document.diagnostics).toHaveLength(1);
  });
});

describe("names that objects inherit", () => {
  const schema: JsonValue = JSON.parse(
    '{"required":["constructor"],"properties":{"__proto__":{"type":"null"},"toString":{"type":"null"}},"additionalProperties":false}',
  );
  test.each<[string, readonly string[]]>([
    ["{}", ["required at /required of "]],
    ['{"constructor":1}', ["additionalProperties at /additionalProperties of "]],
    [
      '{"constructor":1,"__proto__":1}',
      [
        "type at /properties/__proto__/type of /__proto__",
        "additionalProperties at /additionalProperties of ",
      ],
    ],
  ])("%s", (instance, want) => {
    expect(listErrors(schema, JSON.parse(instance))).toEqual(want);
  });
});

describe("the nearest branch", () => {
  const tagged = (kind: string) => ({
    type: "object",
    required: ["n"],
    properties: { kind: { const: kind }, n: { type: "number" } },
  });
  const union = { oneOf: [{ type: "string" }, tagged("a"), tagged("b")] };
  test.each<[string, JsonValue, readonly string[]]>([
    ["by its tag", { kind: "b" }, ["required at /oneOf/2/required of "]],
    ["by its type", {}, ["required at /oneOf/1/required of "]],
    ["else the first", 1, ["type at /oneOf/0/type of "]],
  ])("is told: %s", (_, instance, want) => {
    expect(listErrors(union, instance)).toEqual([...want, "oneOf at /oneOf of "]);
  });
});

test("a deep instance is invalid, not a crash", () => {
  const validate = createValidator(openSchemas({ items: { $ref: "#" }, uniqueItems: true }), "");
  let instance: unknown = [];
  for (let depth = 0; depth < 50_000; depth += 1) instance = [instance];
  expect(validate(instance)).toMatchObject({ errors: [{ keyword: "depth" }] });
});

test("a pointer to no schema throws", () => {
  const document = openSchemas({ a: 1 });
  expect(() => createValidator(document, "/a")).toThrow(JsonSchemaError);
  expect(() => createValidator(document, "/b")).toThrow(JsonSchemaError);
  expect(() => createValidator(document, "b")).toThrow(JsonSchemaError);
});
