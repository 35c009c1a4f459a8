import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { compileModule, type JsonValue, openSchemas } from "../index.ts";

async function tell(schema: JsonValue, pointer: string): Promise<JsonValue> {
  const { code } = compileModule(openSchemas(schema), [{ name: "X", pointer }]);
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const { XJsonSchema } = await import(url);
  return XJsonSchema;
}

const $schema = "https://json-schema.org/draft/2020-12/schema";
const description: JsonValue = {
  openapi: "3.1.0",
  components: {
    schemas: {
      Plain: { type: "string", description: "Words.", exclusiveMinimum: true },
      Tree: {
        properties: {
          left: { $ref: "#/components/schemas/Tree" },
          name: { $ref: "#/components/schemas/Plain" },
          other: { $ref: "#/components/schemas/Deep/properties/b~1c" },
        },
      },
      Deep: { properties: { "b/c": { $ref: "#/components/schemas/Plain", maxLength: 3 } } },
      Yes: true,
      No: false,
      Unused: { type: "null" },
      Tagged: { $id: "https://example.com/tagged", $anchor: "t", items: { $ref: "#t" } },
    },
  },
};
const Plain = { type: "string", description: "Words." };
const left = { $ref: "#/$defs/Tree" };
const Tree = {
  properties: { left, name: { $ref: "#/$defs/Plain" }, other: { $ref: "#/$defs/b_1c" } },
};

describe("the schema that a module tells", () => {
  test.each<[string, JsonValue]>([
    ["Plain", { $schema, ...Plain }],
    [
      "Tree",
      { $schema, ...Tree, $defs: { Tree, Plain, b_1c: { $ref: "#/$defs/Plain", maxLength: 3 } } },
    ],
    ["Yes", { $schema }],
    ["No", { $schema, not: {} }],
    [
      "Tagged",
      {
        ...{ $schema, items: { $ref: "#/$defs/Tagged" } },
        $defs: { Tagged: { items: { $ref: "#/$defs/Tagged" } } },
      },
    ],
  ])("holds all that %s reaches, and nothing else", async (name, want) => {
    expect(await tell(description, `/components/schemas/${name}`)).toEqual(want);
  });

  test.each(["Plain", "Tree", "Deep", "Yes", "No", "Tagged"])(
    "%s compiles in Ajv",
    async (name) => {
      const schema = await tell(description, `/components/schemas/${name}`);
      const validate = new Ajv2020({ strictTypes: false }).compile(
        JSON.parse(JSON.stringify(schema)),
      );
      expect(validate({})).toBe(name !== "No" && name !== "Plain");
    },
  );

  test("holds two references of one place", async () => {
    const schema = {
      ...{ $ref: "#/$defs/a", $dynamicRef: "#b", allOf: [true] },
      $defs: { a: { minimum: 1 }, b: { $dynamicAnchor: "b", maximum: 2 } },
    };
    expect(await tell(schema, "")).toEqual({
      ...{ $schema, $ref: "#/$defs/a", allOf: [true, { $ref: "#/$defs/b" }] },
      $defs: { a: { minimum: 1 }, b: { maximum: 2 } },
    });
  });

  test("is a Standard JSON Schema, unseen", async () => {
    const schema = await tell({ type: "string" }, "");
    expect(Object.keys(Object(schema))).toEqual(["$schema", "type"]);
    const { "~standard": standard } = Object(schema);
    expect(standard).toMatchObject({ version: 1, vendor: "truespec" });
    const want = { $schema, type: "string" };
    expect(standard.jsonSchema.input({ target: "draft-2020-12" })).toEqual(want);
    expect(standard.jsonSchema.output({ target: "draft-2020-12" })).toEqual(want);
    expect(() => standard.jsonSchema.input({ target: "draft-07" })).toThrow("draft-07");
  });
});
