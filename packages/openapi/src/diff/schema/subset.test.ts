import {
  createValidator,
  type JsonObject,
  type JsonValue,
  openSchemas,
} from "@truespec/json-schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { $defs, schema, value, widening } from "../../../test/generated-schemas.ts";
import { strictReading } from "./reading.ts";
import { createSameness, type IsSame } from "./sameness.ts";
import { createSchemaReader } from "./schema-reader.ts";
import { createSubsetTest } from "./subset.ts";
import type { Verdict } from "./verdict.ts";

/** Whether the schema `a` of one document lies within `b` of another; both know the same `$defs`. */
function judge(a: JsonValue, b: JsonValue, $defs: JsonValue = {}, isSame?: IsSame): Verdict {
  return createJudge({ a, $defs }, { a: b, $defs }, isSame)("a");
}

/** The same of members of both documents, one after another. */
function createJudge(
  inner: JsonObject,
  outer: JsonObject,
  isSame: IsSame = createSameness({ before: inner, after: outer }),
): (name: string) => Verdict {
  const subset = createSubsetTest({
    inner: createSchemaReader(inner, strictReading),
    outer: createSchemaReader(outer, strictReading),
    isSame,
  });
  const siteIn = (document: JsonObject, name: string) => [
    { pointer: `/${name}`, schema: document[name] ?? false },
  ];
  return (name) => subset(siteIn(inner, name), siteIn(outer, name));
}

const closed = { additionalProperties: false };
const a = { type: "string" };
const when = (value: JsonValue): JsonObject =>
  JSON.parse(`{"if":{"const":${value}},"then":{"type":"string"}}`);
const node = (more: object) => ({
  type: "object",
  properties: { next: { $ref: "#/$defs/Node" }, ...more },
});

test.each<[JsonValue, Verdict, JsonValue]>([
  [true, "yes", true],
  [false, "yes", false],
  [true, "no", false],
  [{}, "yes", { description: "x" }],
  [{ type: "integer" }, "yes", { type: "number" }],
  [{ type: "number" }, "no", { type: "integer" }],
  [{ type: "string" }, "yes", { type: ["string", "null"] }],
  [{ type: ["string", "null"] }, "no", { type: "string" }],
  [{ enum: ["a", null] }, "yes", { type: ["string", "null"] }],
  [{ const: 1 }, "yes", { enum: [1, 2] }],
  [{ const: 3 }, "no", { enum: [1, 2] }],
  [{ enum: [{ a: 1 }] }, "yes", { required: ["a"] }],
  [{ enum: [{ b: 1 }] }, "no", { required: ["a"] }],
  [{ enum: [{ a: "" }] }, "yes", { properties: { a } }],
  [{ enum: [{ a: 1 }] }, "no", { properties: { a } }],
  [{ const: 1.5 }, "no", { type: "integer" }],
  [{ const: 1.0 }, "yes", { type: "integer" }],
  [{ type: "boolean" }, "yes", { enum: [true, false, 1] }],
  [{ type: "integer", minimum: 1 }, "yes", { exclusiveMinimum: 0 }],
  [{ type: "number", minimum: 1 }, "no", { exclusiveMinimum: 1 }],
  [{ type: "integer", exclusiveMinimum: 0 }, "yes", { minimum: 1 }],
  [{ multipleOf: 4 }, "yes", { multipleOf: 2 }],
  [{ multipleOf: 2 }, "no", { multipleOf: 4 }],
  [{ multipleOf: 0.3 }, "unknown", { multipleOf: 0.1 }],
  [{ type: "string", maxLength: 2 }, "yes", { maxLength: 3 }],
  [{ type: "string", maxLength: 3 }, "no", { maxLength: 2 }],
  [{ type: "string", pattern: "^a$" }, "unknown", { maxLength: 2 }],
  [{ pattern: "^a" }, "yes", { pattern: "^a" }],
  [{ pattern: "^a" }, "unknown", { pattern: "^b" }],
  [{}, "no", { pattern: "^b" }],
  [{ const: "ab" }, "yes", { pattern: "^a" }],
  [{ const: "b" }, "no", { pattern: "^a" }],
  [{ const: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" }, "unknown", { pattern: "^(a+)+$" }],
  [{ type: "string", format: "int32" }, "yes", { format: "int64" }],
  [{ type: "string", format: "date" }, "no", { format: "date-time" }],
  [{ type: "array", items: { const: 1 } }, "yes", { items: { type: "integer" } }],
  [{ type: "array", items: { type: "number" } }, "no", { items: { type: "integer" } }],
  [
    { prefixItems: [{ const: 1 }], items: false },
    "yes",
    { items: { type: ["integer"] }, maxItems: 1 },
  ],
  [{ prefixItems: [{ const: 1 }] }, "no", { prefixItems: [{ const: 1 }], items: false }],
  [{ type: "array" }, "no", { uniqueItems: true }],
  [{ type: "array", maxItems: 1 }, "yes", { uniqueItems: true }],
  [{ required: ["a"] }, "yes", {}],
  [{ type: "object" }, "no", { required: ["a"] }],
  [{ properties: { a }, ...closed }, "yes", { properties: { a } }],
  [{ properties: { a } }, "no", { properties: { a }, ...closed }],
  [{ type: "object", properties: { a } }, "no", { properties: { a, b: a } }],
  [{ properties: { a, b: a } }, "yes", { properties: { a } }],
  [{ additionalProperties: a }, "yes", { properties: { b: a } }],
  [{ required: ["a", "b"] }, "yes", { required: ["a"], minProperties: 2 }],
  [
    { patternProperties: { "^x": { const: 1 } } },
    "yes",
    { patternProperties: { "^x": { type: "integer" } } },
  ],
  [{ patternProperties: { "^x": a } }, "unknown", { patternProperties: { "^y": a } }],
  [
    { properties: { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!": a }, ...closed },
    "unknown",
    { patternProperties: { "^(a+)+$": a } },
  ],
  [
    { properties: { xa: a }, ...closed },
    "yes",
    { patternProperties: { "^x": a }, additionalProperties: a },
  ],
  [{ allOf: [{ type: "string" }, { maxLength: 2 }] }, "yes", { type: "string", maxLength: 2 }],
  [{ allOf: [{ type: "string" }, { type: "integer" }] }, "yes", false],
  [{ anyOf: [{ const: 1 }, { const: "a" }] }, "yes", { type: ["integer", "string"] }],
  [{ type: ["integer", "string"] }, "yes", { anyOf: [{ type: "string" }, { type: "integer" }] }],
  [
    { allOf: [{ properties: { a } }], unevaluatedProperties: false },
    "yes",
    { properties: { a }, ...closed },
  ],
  [
    { anyOf: [{ properties: { a } }, { properties: { b: a } }], unevaluatedProperties: false },
    "unknown",
    { properties: { a }, ...closed },
  ],
  [{ oneOf: [{ type: "string" }, { type: "integer" }] }, "yes", { anyOf: [a, { type: "number" }] }],
  [{ type: "string" }, "yes", { oneOf: [a, { type: "integer" }] }],
  [
    { properties: { x: a }, required: ["x"], ...closed },
    "no",
    {
      oneOf: [
        { properties: { x: a }, required: ["x"] },
        { type: "object", patternProperties: { "^x": a }, ...closed },
      ],
    },
  ],
  [{ type: "integer" }, "no", { oneOf: [{ type: "integer" }, { type: "number" }] }],
  [{ type: "integer" }, "yes", { not: { type: "string" } }],
  [{ not: { type: "string" } }, "yes", { not: { type: "string" } }],
  [{ type: "string" }, "no", { not: { const: "a" } }],
  [{ not: { enum: ["a"] } }, "yes", { not: { const: "a" } }],
  [{ not: { const: "a" } }, "unknown", { not: { enum: ["a", "b"] } }],
  [{ type: "string", minLength: 2 }, "yes", { not: { const: "a" } }],
  [{ type: "string", format: "date" }, "unknown", { not: { const: "2027-02-30" } }],
  [{ not: { pattern: "^a" } }, "unknown", { not: { pattern: "^aa" } }],
  // What is little is judged one by one.
  [{ type: "integer", minimum: 1, maximum: 2 }, "yes", { enum: [1, 2] }],
  [{ type: "integer", minimum: 1, maximum: 3 }, "no", { enum: [1, 2] }],
  [{ type: "integer", minimum: 1, maximum: 4, multipleOf: 2 }, "yes", { enum: [2, 4] }],
  [{ type: "integer", minimum: 0, maximum: 9 }, "yes", { anyOf: [{ maximum: 4 }, { minimum: 5 }] }],
  [{ type: "integer", minimum: 0, maximum: 1e9 }, "unknown", { enum: [1, 2] }],
  [{ type: "string", maxLength: 0 }, "yes", { const: "" }],
  [{ type: "array", maxItems: 0 }, "yes", { const: [] }],
  [{ type: "string", pattern: "^[ab]$" }, "unknown", { enum: ["a", "b"] }],
  // What both assert is not doubted.
  [{ enum: [1], format: "int32" }, "yes", { enum: [1, 2], format: "int32" }],
  [{ enum: [0.5], multipleOf: 0.1 }, "yes", { enum: [0.5, 1], multipleOf: 0.1 }],
  [{ enum: ["a"], format: "date" }, "unknown", { enum: ["a"], format: "uri" }],
  [{ enum: ["a"], ...when(1) }, "yes", { enum: ["a", "b"], ...when(1) }],
  [when(1), "yes", { ...when(1), title: "x" }],
  [when(1), "unknown", when(2)],
  [
    { type: "object", propertyNames: { maxLength: 1 } },
    "unknown",
    { propertyNames: { maxLength: 2 } },
  ],
  [{ type: "integer", contains: a }, "yes", { type: "integer" }],
  [{ $ref: "#/$defs/Gone" }, "unknown", a],
  [{ type: "object", properties: { __proto__: a } }, "yes", { properties: { __proto__: {} } }],
  [
    JSON.parse('{"properties":{"__proto__":{"type":"integer"}}}'),
    "no",
    JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'),
  ],
  [{ enum: ["constructor"] }, "no", { enum: ["toString"] }],
])("%j ⊆ %s %j", (inner, want, outer) => {
  expect(judge(inner, outer)).toBe(want);
});

describe("references in a ring", () => {
  const schemas = (Node: JsonValue, Other: JsonValue) => ({ Node, Other });
  const other = { type: "object", properties: { next: { $ref: "#/$defs/Other" }, x: a } };

  test("hold unless something disproves them", () => {
    const $defs = schemas(node({ x: { const: "a" } }), other);
    expect(judge({ $ref: "#/$defs/Node" }, { $ref: "#/$defs/Other" }, $defs)).toBe("yes");
    expect(judge({ $ref: "#/$defs/Other" }, { $ref: "#/$defs/Node" }, $defs)).toBe("no");
  });

  test("prove nothing inside of what is disproved", () => {
    const ring = (x: JsonValue) => ({
      node: { type: "object", properties: { next: { $ref: "#/link" }, x } },
      link: { type: "object", properties: { next: { $ref: "#/node" } } },
    });
    const judgeIn = createJudge(ring(a), ring({ type: "integer" }));
    expect([judgeIn("node"), judgeIn("link")]).toEqual(["no", "no"]);
  });

  test("through allOf or anyOf alone are not understood", () => {
    const $defs = schemas({ anyOf: [{ $ref: "#/$defs/Node" }, a] }, other);
    expect(judge({ $ref: "#/$defs/Node" }, a, $defs)).toBe("unknown");
  });
});

const runs = { numRuns: 1500 };

test("no instance of a schema fails one that it is said to lie within", () => {
  const verdicts = { yes: 0, no: 0, unknown: 0 };
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(schema, schema), widening),
      fc.array(value, { minLength: 20, maxLength: 40 }),
      ([one, other], values) => {
        const verdict = judge(one, other, $defs);
        verdicts[verdict] += 1;
        if (verdict !== "yes") return;
        const schemas = openSchemas({ one, other, $defs });
        const [isOne, isOther] = ["/one", "/other"].map((at) => createValidator(schemas, at));
        for (const instance of values) {
          if (isOne?.(instance).valid) expect(isOther?.(instance).valid).toBe(true);
        }
      },
    ),
    runs,
  );
  expect(Math.min(...Object.values(verdicts))).toBeGreaterThan(40);
});

test("a schema that says less is never disproved to be wider", () => {
  fc.assert(
    fc.property(widening, ([one, wider]) => {
      expect(judge(one, wider, $defs)).not.toBe("no");
    }),
    runs,
  );
});

test("each schema lies within itself", () => {
  fc.assert(
    fc.property(schema, (one) => {
      expect(judge(one, JSON.parse(JSON.stringify(one)), $defs)).toBe("yes");
    }),
    runs,
  );
});

test("a schema is never disproved that lies within another by its making", () => {
  const never: IsSame = () => false;
  fc.assert(
    fc.property(schema, schema, (one, other) => {
      expect(judge(one, one, $defs, never)).not.toBe("no");
      expect(judge(one, { anyOf: [other, one] }, $defs, never)).not.toBe("no");
      expect(judge({ allOf: [one, other] }, one, $defs, never)).not.toBe("no");
      expect(judge({ allOf: [one, { not: one }] }, other, $defs, never)).not.toBe("no");
    }),
    runs,
  );
});

test("work is bounded", () => {
  const wide = (name: string) => ({
    allOf: Array.from({ length: 12 }, (_, index) => ({
      anyOf: [{ properties: { [`${name}${index}`]: a } }, { required: [`${index}`] }],
    })),
  });
  expect(judge(wide("x"), wide("y"))).toBe("unknown");
  const long = { type: "array", prefixItems: Array.from({ length: 99 }, () => a) };
  expect(judge(long, { type: "array", items: a })).toBe("unknown");
  expect(judge(long, { type: "array" })).toBe("yes");
  const deep = (leaf: JsonValue): JsonValue => {
    let at = leaf;
    for (let count = 0; count < 200; count++) at = { properties: { a: at } };
    return at;
  };
  expect(judge(deep({ type: "integer" }), deep({ type: "number" }))).toBe("unknown");
  const tangled = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `N${index}`,
      {
        anyOf: Array.from({ length: 30 }, (_, next) => ({
          properties: { [`p${next % 3}`]: { $ref: `#/$defs/N${(index * next + 1) % 30}` } },
        })),
      },
    ]),
  );
  const started = performance.now();
  judge({ $ref: "#/$defs/N1" }, { $ref: "#/$defs/N2" }, tangled);
  expect(performance.now() - started).toBeLessThan(5000);
});
