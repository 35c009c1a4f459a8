import { describe, expect, test } from "vitest";
import { compileModule, createValidator, type JsonValue, openSchemas } from "../index.ts";

function branch(tags: JsonValue, rest: { readonly [keyword: string]: JsonValue } = {}): JsonValue {
  const properties = { tag: { enum: tags }, size: { type: "number" } };
  return { type: "object", required: ["tag"], properties, ...rest };
}

const plain = [branch(["a", "b"]), branch(["c"], { required: ["tag", "size"] })];

async function load(schema: JsonValue): Promise<{
  readonly code: string;
  readonly isX: (value: unknown) => unknown;
}> {
  const { code } = compileModule(openSchemas(schema), [{ name: "X", pointer: "" }]);
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const { isX }: { isX: (value: unknown) => unknown } = await import(url);
  return { code, isX };
}

const instances: readonly unknown[] = [
  ...[null, true, 1, "a", [], ["a"], {}, undefined],
  ...["a", "b", "c", "d", "", 1, null, ["a"], undefined].flatMap((tag) => [
    { tag },
    { tag, size: 1 },
    { tag, size: "1" },
    { tag, more: 1 },
  ]),
  Object.create({ tag: "a" }),
  Object.assign(Object.create(null), { tag: "a" }),
  Object.assign(new (class {})(), { tag: "a" }),
  Object.defineProperty({}, "tag", { value: "a", enumerable: true }),
  new (class {
    get tag() {
      return "a";
    }
  })(),
];

describe.each(["oneOf", "anyOf"])("%s", (union) => {
  test.each<[string, JsonValue]>([
    ["of objects", { [union]: plain }],
    ["of objects alone", { type: "object", [union]: plain }],
    ["of objects and null", { [union]: [...plain, { type: "null" }] }],
    [
      "of objects, texts and lists",
      { [union]: [...plain, { type: "string" }, { type: "array", maxItems: 0 }] },
    ],
    [
      "of references",
      {
        [union]: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }],
        $defs: { A: branch(["a"]), B: branch(["b"], { additionalProperties: false }) },
      },
    ],
    ["with a branch that nothing meets", { [union]: [branch([]), branch(["a"]), branch(["b"])] }],
    [
      "that recurs",
      {
        [union]: [branch(["a"]), branch(["b"], { additionalProperties: { $ref: "#" } })],
      },
    ],
    [
      "by a hostile name",
      {
        [union]: ["a", "b"].map((value) => ({
          type: "object",
          required: ["constructor"],
          properties: { constructor: { const: value } },
        })),
      },
    ],
  ])("%s asks one branch", async (_, schema) => {
    const { code, isX } = await load(schema);
    expect(code).toContain("switch (member");
    const validate = createValidator(openSchemas(schema), "");
    const hostile = [{ constructor: "a" }, { constructor: "c" }, { constructor: undefined }];
    for (const instance of [...instances, ...hostile]) {
      expect([instance, isX(instance)]).toEqual([instance, validate(instance).valid]);
    }
  });

  test.each<[string, JsonValue]>([
    ["share a value", { [union]: [branch(["a"]), branch(["a", "b"])] }],
    ["have other values than texts", { [union]: [branch(["a", 1]), branch(["b"])] }],
    ["do not all require it", { [union]: [branch(["a"]), branch(["b"], { required: [] })] }],
    ["take other types", { [union]: [branch(["a"]), branch(["b"], { type: ["object", "null"] })] }],
    ["stand beside one for anything", { [union]: [...plain, { minProperties: 1 }] }],
    ["are asked again", { [union]: plain, unevaluatedProperties: false }],
  ])("branches that %s are asked each", async (_, schema) => {
    const { code, isX } = await load(schema);
    expect(code).not.toContain("switch (member");
    const validate = createValidator(openSchemas(schema), "");
    for (const instance of instances) {
      expect([instance, isX(instance)]).toEqual([instance, validate(instance).valid]);
    }
  });
});
