import { describe, expect, test } from "vitest";
import {
  collectAnnotations,
  createEvaluator,
  createValidator,
  formatBasic,
  formatDetailed,
  formatFlag,
  type JsonValue,
  listIssues,
  openSchemas,
} from "../index.ts";

/** The example of Core section 12.4. */
const polygon: JsonValue = {
  $id: "https://example.com/polygon",
  $defs: {
    point: {
      type: "object",
      properties: { x: { type: "number" }, y: { type: "number" } },
      additionalProperties: false,
      required: ["x", "y"],
    },
  },
  type: "array",
  items: { $ref: "#/$defs/point" },
  minItems: 3,
};
const points = [
  { x: 2.5, y: 1.3 },
  { x: 1, z: 6.7 },
];

function evaluate(schema: JsonValue, instance: unknown) {
  return createEvaluator(openSchemas(schema), "")(instance);
}

describe("the example of the standard", () => {
  const evaluation = evaluate(polygon, points);
  const point = "https://example.com/polygon#/$defs/point";

  test("flag", () => {
    expect(formatFlag(evaluation)).toEqual({ valid: false });
  });

  test("basic", () => {
    const { errors, ...root } = formatBasic(evaluation);
    expect(root).toEqual({
      ...{ valid: false, keywordLocation: "", instanceLocation: "" },
      absoluteKeywordLocation: "https://example.com/polygon#",
    });
    expect(errors).toEqual([
      {
        ...{ valid: false, keywordLocation: "/minItems", instanceLocation: "" },
        absoluteKeywordLocation: "https://example.com/polygon#/minItems",
        error: "expected at least 3 items, got 2",
      },
      {
        ...{ valid: false, keywordLocation: "/items/$ref/required", instanceLocation: "/1" },
        absoluteKeywordLocation: `${point}/required`,
        error: 'expected property "y", got none',
      },
      {
        ...{ valid: false, keywordLocation: "/items/$ref/additionalProperties" },
        ...{ instanceLocation: "/1", absoluteKeywordLocation: `${point}/additionalProperties` },
        error: 'expected no property "z", got one',
      },
    ]);
  });

  test("detailed", () => {
    expect(formatDetailed(evaluation)).toMatchObject({
      ...{ valid: false, keywordLocation: "", instanceLocation: "" },
      errors: [
        { keywordLocation: "/minItems" },
        {
          ...{ valid: false, keywordLocation: "/items/$ref", instanceLocation: "/1" },
          absoluteKeywordLocation: point,
          errors: [
            { keywordLocation: "/items/$ref/required" },
            { keywordLocation: "/items/$ref/additionalProperties" },
          ],
        },
      ],
    });
  });
});

describe("errors", () => {
  test.each<[string, JsonValue, unknown, readonly string[]]>([
    [
      "of a union are those of every branch",
      { anyOf: [{ type: "null" }, { type: "string" }] },
      1,
      ["/anyOf", "/anyOf/0/type", "/anyOf/1/type"],
    ],
    ["of two matches are not those of the third", { oneOf: [true, {}, false] }, 1, ["/oneOf"]],
    // biome-ignore lint/suspicious/noThenProperty: a keyword
    ["of `then` stand there", { if: true, then: false }, 1, ["/then"]],
    ["of `not` have nothing below", { not: { title: "a" } }, 1, ["/not"]],
    [
      "of `contains` have none of what does not count",
      { contains: { minimum: 2 }, maxContains: 1 },
      [1, 2, 3],
      ["/maxContains"],
    ],
    [
      "of names stand at the keyword",
      { propertyNames: { maxLength: 1 } },
      { ab: 1 },
      ["/propertyNames"],
    ],
    [
      "of what is not evaluated",
      { anyOf: [{ properties: { a: true } }], unevaluatedProperties: { type: "null" } },
      { a: 1, b: 1 },
      ["/unevaluatedProperties/type"],
    ],
    ["are each told", { required: ["a", "b"] }, {}, ["/required", "/required"]],
    [
      "escape what stands between slashes",
      { properties: { "a/b": { items: { "~": 1, type: "null" } } } },
      { "a/b": [1] },
      ["/properties/a~1b/items/type"],
    ],
  ])("%s", (_, schema, instance, want) => {
    const evaluation = evaluate(schema, instance);
    expect(formatBasic(evaluation).errors?.map((unit) => unit.keywordLocation)).toEqual(want);
  });

  test("one alone takes the place of its hierarchy", () => {
    expect(formatDetailed(evaluate({ items: { properties: { a: false } } }, [{ a: 1 }]))).toEqual({
      ...{ valid: false, keywordLocation: "/items/properties/a", instanceLocation: "/0/a" },
      absoluteKeywordLocation: "#/items/properties/a",
      error: "expected nothing here, got a value",
    });
  });

  test("what goes too deep is one", () => {
    const evaluation = evaluate({ $ref: "#" }, 1);
    expect(formatFlag(evaluation)).toEqual({ valid: false });
    expect(formatBasic(evaluation).errors).toHaveLength(1);
    expect(formatDetailed(evaluation).error).toContain("nests less deeply");
  });

  test("a URI's fragment is encoded", () => {
    const [unit] =
      formatBasic(evaluate({ properties: { "a b#%é\ud800": false } }, { "a b#%é\ud800": 1 }))
        .errors ?? [];
    expect(unit?.absoluteKeywordLocation).toBe("#/properties/a%20b%23%25%C3%A9%EF%BF%BD");
  });
});

describe("annotations", () => {
  const annotate = (schema: JsonValue, instance: unknown) =>
    collectAnnotations(evaluate(schema, instance)).map(
      ({ keywordLocation, instanceLocation, value }) => [keywordLocation, instanceLocation, value],
    );

  test.each<[string, JsonValue, unknown, readonly JsonValue[]]>([
    [
      "come through references",
      { $ref: "#/$defs/a", $defs: { a: { title: "A" } } },
      1,
      [["/$ref/title", "", "A"]],
    ],
    [
      "come of every branch that is met",
      { anyOf: [{ title: "a" }, { title: "b" }, { not: {}, title: "c" }] },
      1,
      [
        ["/anyOf/0/title", "", "a"],
        ["/anyOf/1/title", "", "b"],
      ],
    ],
    ["come of an `if` alone", { if: { title: "a" } }, 1, [["/if/title", "", "a"]]],
    [
      "come of `else`",
      { if: { not: true, title: "a" }, else: { title: "b" } },
      1,
      [["/else/title", "", "b"]],
    ],
    ["come of nothing below `not`", { not: { not: { title: "a" } } }, 1, []],
    ["come not of names", { propertyNames: { title: "a" } }, { a: 1 }, []],
    [
      "of `contains` stand at the items",
      { contains: { type: "string", title: "a" } },
      [1, "x"],
      [
        ["/contains", "", [1]],
        ["/contains/title", "/1", "a"],
      ],
    ],
    [
      "of `discriminator` are its value",
      { discriminator: { propertyName: "a" } },
      1,
      [["/discriminator", "", { propertyName: "a" }]],
    ],
    ["of a keyword that cannot be meant there are none", { title: 1, deprecated: "no" }, 1, []],
    [
      "of content go by strings",
      { contentEncoding: "base64", contentMediaType: "a/b" },
      "%%%",
      [
        ["/contentEncoding", "", "base64"],
        ["/contentMediaType", "", "a/b"],
      ],
    ],
    ["of an invalid instance are none", { type: "string", title: "a" }, 1, []],
    ["pass over comments and names", { $comment: "a", $id: "b", $anchor: "c", $defs: {} }, 1, []],
  ])("%s", (_, schema, instance, want) => {
    expect(annotate(schema, instance)).toEqual(want);
  });

  test.each<[string, JsonValue, unknown, JsonValue]>([
    ["properties", { properties: { a: true, b: true } }, { a: 1, c: 1 }, ["a"]],
    ["patternProperties", { patternProperties: { "^a": true } }, { ab: 1, c: 1 }, ["ab"]],
    [
      "additionalProperties",
      { properties: { a: true }, additionalProperties: true },
      { a: 1, c: 1 },
      ["c"],
    ],
    [
      "unevaluatedProperties",
      { allOf: [{ properties: { a: true } }], unevaluatedProperties: true },
      { a: 1, c: 1 },
      ["c"],
    ],
    ["prefixItems", { prefixItems: [true] }, [1, 2], 0],
    ["prefixItems", { prefixItems: [true, true, true] }, [1, 2], true],
    ["items", { prefixItems: [true], items: true }, [1, 2], true],
    ["contains", { contains: true }, [], true],
    ["unevaluatedItems", { prefixItems: [true], unevaluatedItems: true }, [1, 2], true],
  ])("%s: %j of %j", (keyword, schema, instance, want) => {
    const open = keyword === "contains" ? { minContains: 0 } : {};
    const found = collectAnnotations(evaluate({ ...(schema as object), ...open }, instance)).find(
      (annotation) => annotation.keyword === keyword,
    );
    expect(found?.value).toEqual(want);
  });

  test("of a recursive union do not double with every level", () => {
    const branch = (title: string) => ({ title, properties: { c: { $ref: "#" } } });
    let instance: unknown = null;
    for (let level = 0; level < 60; level += 1) instance = { c: instance };
    const annotations = collectAnnotations(
      evaluate({ anyOf: [branch("a"), branch("b")] }, instance),
    );
    expect(annotations.filter(({ keyword }) => keyword === "title")).toHaveLength(122);
  });
});

test("errors as Standard Schema issues", () => {
  const instance = { "a/b": [{}] };
  const schema = { properties: { "a/b": { items: { required: ["id"] } } } };
  const validation = createValidator(openSchemas(schema), "")(instance);
  expect(validation.valid ? [] : listIssues(validation.errors, instance)).toEqual([
    { message: 'expected property "id", got none', path: ["a/b", 0] },
  ]);
});
