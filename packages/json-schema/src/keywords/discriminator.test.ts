import { describe, expect, test } from "vitest";
import {
  compileModule,
  createInstanceReader,
  createValidator,
  type JsonValue,
  openSchemas,
} from "../index.ts";

const pets: JsonValue = {
  oneOf: ["Cat", "Dog", "a~1b"].map((name) => ({ $ref: `#/$defs/${name}` })),
  discriminator: { propertyName: "kind", mapping: { kitty: "#/$defs/Cat", hound: "Dog" } },
  $defs: {
    Cat: { type: "object", required: ["lives", "name", "claws"] },
    Dog: { type: "object", required: ["legs"], properties: { kind: { type: "string" } } },
    "a/b": { type: "object", properties: { kind: { type: "null" } } },
  },
};

async function listErrors(schema: JsonValue, instance: unknown): Promise<readonly string[]> {
  const document = openSchemas(schema);
  const answer = createValidator(document, "")(instance);
  const { code } = compileModule(document, [{ name: "X", pointer: "" }]);
  const { validateX } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
  );
  expect(validateX(instance)).toEqual(answer);
  return answer.valid ? [] : answer.errors.map(({ keywordLocation }) => keywordLocation);
}

const cat = Array(3).fill("/$defs/Cat/required");

describe("a discriminator says whose errors are told", () => {
  test.each<[string, unknown, readonly string[]]>([
    ["by its mapping to a reference", { kind: "kitty" }, [...cat, "/oneOf"]],
    ["by its mapping to a name", { kind: "hound" }, ["/$defs/Dog/required", "/oneOf"]],
    ["by the name of the schema", { kind: "Cat" }, [...cat, "/oneOf"]],
    ["by a name with a slash", { kind: "a/b" }, ["/$defs/a~1b/properties/kind/type", "/oneOf"]],
    ["not where the tag is unknown", { kind: "?" }, ["/$defs/a~1b/properties/kind/type", "/oneOf"]],
    ["not where the instance is no object", 1, ["/$defs/Cat/type", "/oneOf"]],
  ])("%s", async (_, instance, want) => {
    expect(await listErrors(pets, instance)).toEqual(want);
  });

  test("and of the reader, which branch is reached", () => {
    const reader = createInstanceReader(openSchemas(pets));
    const nodes = reader.applicable(reader.start(""), { kind: "kitty" });
    expect(nodes.map(({ pointer }) => pointer)).toEqual(["", "/oneOf/0", "/$defs/Cat"]);
  });

  test("and never what is valid", async () => {
    const lives = { kind: "hound", lives: 9, name: "a", claws: 4 };
    expect(await listErrors(pets, lives)).toEqual([]);
    expect(await listErrors({ discriminator: { propertyName: "kind" } }, {})).toEqual([]);
  });

  test("and one that cannot be meant is diagnosed", () => {
    const document = openSchemas({ discriminator: "kind", anyOf: [true] });
    expect(createValidator(document, "")(1).valid).toBe(true);
    expect(document.diagnostics).toMatchObject([{ pointer: "/discriminator" }]);
  });
});
