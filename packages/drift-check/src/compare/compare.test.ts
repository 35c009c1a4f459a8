import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { brief, checkBodies } from "../../test/check.ts";

/** One row: what the schema says of a value, a value that leaves it, and what the finding is. */
interface Kind {
  readonly schema: JsonObject;
  readonly good: JsonValue;
  readonly bad: JsonValue;
  /** With `@` where the value stands. */
  readonly want: string;
}

const kinds: { readonly [name: string]: Kind } = {
  "undocumented field": {
    schema: { type: "object", properties: { a: { type: "string" } } },
    good: { a: "x" },
    bad: { a: "x", b: 1 },
    want: "undocumented-field @/b 1 of 2",
  },
  "undocumented enum value": {
    schema: { type: "string", enum: ["x", "y"] },
    good: "x",
    bad: "z",
    want: 'undocumented-enum-value @ 1 of 2 ["z"]',
  },
  "missing required": {
    schema: { type: "object", required: ["a"], properties: { a: { type: "string" } } },
    good: { a: "x" },
    bad: {},
    want: "missing-required @/a 1 of 2",
  },
  "unexpected null": {
    schema: { type: "string" },
    good: "x",
    bad: null,
    want: "unexpected-null @ 1 of 2",
  },
  "wrong type": {
    schema: { type: "integer" },
    good: 1,
    bad: "1",
    want: "type-mismatch @ 1 of 2",
  },
  "wrong format": {
    schema: { type: "string", format: "date" },
    good: "2026-01-01",
    bad: "yesterday",
    want: "format-mismatch @ 1 of 2",
  },
  "broken limit": {
    schema: { type: "integer", maximum: 3 },
    good: 1,
    bad: 4,
    want: "constraint-violation @ 1 of 2",
  },
};

/** A place: how a schema is put there, how a value is, and its location. */
interface Position {
  readonly schema: (schema: JsonObject) => JsonValue;
  readonly value: (value: JsonValue) => JsonValue;
  readonly location: string;
  readonly schemas?: (schema: JsonObject) => JsonObject;
}

const inField = (schema: JsonValue): JsonObject => ({ type: "object", properties: { f: schema } });

const positions: { readonly [name: string]: Position } = {
  "at the top level": { schema: (s) => s, value: (v) => v, location: "" },
  "in a nested field": {
    schema: (s) => inField(inField(s)),
    value: (v) => ({ f: { f: v } }),
    location: "/f/f",
  },
  "in array items": {
    schema: (s) => ({ type: "array", items: inField(s) }),
    value: (v) => [{ f: v }],
    location: "/*/f",
  },
  "in values of a map": {
    schema: (s) => ({ type: "object", additionalProperties: s }),
    value: (v) => ({ "openai/gpt-4o": v }),
    location: "/*",
  },
  "under allOf": {
    schema: (s) => inField({ allOf: [{ description: "any" }, s] }),
    value: (v) => ({ f: v }),
    location: "/f",
  },
  "under anyOf with another branch": {
    schema: (s) => inField({ anyOf: [s, { type: "boolean" }] }),
    value: (v) => ({ f: v }),
    location: "/f",
  },
  "under oneOf with another branch": {
    schema: (s) => inField({ oneOf: [s, { type: "boolean" }] }),
    value: (v) => ({ f: v }),
    location: "/f",
  },
  "behind $ref": {
    schema: () => inField({ $ref: "#/components/schemas/S" }),
    value: (v) => ({ f: v }),
    location: "/f",
    schemas: (s) => ({ S: s }),
  },
  "in a cycle": {
    schema: () => ({ $ref: "#/components/schemas/Node" }),
    value: (v) => ({ next: { next: { f: v } } }),
    location: "/next/next/f",
    schemas: (s) => ({
      Node: {
        type: "object",
        properties: { next: { $ref: "#/components/schemas/Node" }, f: s },
      },
    }),
  },
};

describe.each(Object.entries(positions))(
  "%s",
  (_position, { schema, value, location, schemas }) => {
    test.each(Object.entries(kinds))("%s", async (_kind, kind) => {
      const { findings } = await checkBodies(
        schema(kind.schema),
        [value(kind.good), value(kind.bad)],
        { schemas: schemas?.(kind.schema) ?? {} },
      );
      expect(findings.map(brief)).toEqual([kind.want.replace("@", location)]);
    });
  },
);

const open = { type: "object", properties: { a: {} } };

describe("silence", () => {
  test.each<[string, JsonValue, readonly JsonValue[]]>([
    ["1.0 is an integer", { type: "integer" }, [1.0]],
    ["no schema, no field", {}, [{ a: 1 }]],
    ["a type alone names no field", { type: "object" }, [{ a: 1 }]],
    ["true documents any field", { ...open, additionalProperties: true }, [{ b: 1 }]],
    ["patternProperties document", { ...open, patternProperties: { "^x-": {} } }, [{ "x-b": 1 }]],
    ["allOf documents together", { allOf: [open, { properties: { b: {} } }] }, [{ a: 1, b: 1 }]],
    ["unevaluatedProperties document", { ...open, unevaluatedProperties: {} }, [{ b: 1 }]],
    ["null in a list of types", { type: ["string", "null"] }, [null]],
    ["null in a branch", { anyOf: [{ type: "string" }, { type: "null" }] }, [null]],
    ["no value for an optional field", { properties: { a: { type: "string" } } }, [{}]],
    ["a valid date", { format: "date" }, ["2024-02-29"]],
    ["numbers in a map", { additionalProperties: { type: "number" } }, [{ "a/b": 1, "c/d": 2 }]],
    [
      "a condition names the field, whether or not it is met",
      { properties: { a: {} }, if: { properties: { b: { const: 1 } }, required: ["b"] } },
      [{ a: 1, b: 2 }, { b: 1 }],
    ],
    ["constructor is a field", { properties: { constructor: {} } }, [{ constructor: 1 }]],
  ])("%s", async (_name, schema, bodies) => {
    expect((await checkBodies(schema, bodies)).findings.map(brief)).toEqual([]);
  });
});

describe("one cause is one finding", () => {
  test("300 items", async () => {
    const item = { type: "object", properties: { id: { type: "integer" } } };
    const body = Array.from({ length: 300 }, (_, id) => ({ id, extra: true }));
    const { findings } = await checkBodies({ type: "array", items: item }, [body]);
    expect(findings.map(brief)).toEqual(["undocumented-field /*/extra 300 of 300"]);
    expect(findings[0]?.samples.map(({ pointer }) => pointer)).toEqual(["/0", "/1", "/2"]);
  });

  test("several wrong types are one finding with a histogram", async () => {
    const bodies = [[1, "a", true, 1.5, 2]];
    const { findings } = await checkBodies({ type: "array", items: { type: "integer" } }, bodies);
    expect(findings.map(brief)).toEqual(["type-mismatch /* 3 of 5"]);
    expect(findings[0]?.types).toEqual({ boolean: 1, integer: 2, number: 1, string: 1 });
  });

  test("everything below a new field belongs to it", async () => {
    const { findings } = await checkBodies(open, [{ a: 1, b: { c: [{ d: 1 }] } }]);
    expect(findings.map(brief)).toEqual(["undocumented-field /b 1 of 1"]);
    expect(findings[0]?.inferredSchema).toEqual({
      type: "object",
      properties: {
        c: { type: "array", items: { type: "object", properties: { d: { type: "integer" } } } },
      },
    });
  });

  test.each([
    [10, 10, false],
    [11, 1, true],
  ])("%i new values are %i findings", async (count, want, openSet) => {
    const body = Array.from({ length: count }, (_, index) => `v${index}`);
    const items = { type: "string", enum: ["known"] };
    const { findings } = await checkBodies({ type: "array", items }, [body]);
    expect(findings).toHaveLength(want);
    expect(findings[0]?.openSet).toBe(openSet);
  });

  test("hostile names are names", async () => {
    const body = JSON.parse('{"a": 1, "__proto__": 1, "a/b": 1, "~": 1, "constructor": 1}');
    const { findings } = await checkBodies(open, [body]);
    expect(findings.map(({ location }) => location).sort()).toEqual(
      ["/__proto__", "/a~1b", "/constructor", "/~0"].sort(),
    );
  });
});

describe("evidence", () => {
  test.each([
    [20, true],
    [19, false],
  ])("%i nulls of as many: systematic %s", async (count, systematic) => {
    const body = Array.from({ length: count }, () => null);
    const { findings } = await checkBodies({ type: "array", items: { type: "string" } }, [body]);
    expect(findings[0]).toMatchObject({ kind: "unexpected-null", systematic });
  });

  test("growth is never systematic", async () => {
    const body = Array.from({ length: 50 }, () => ({ a: 1, b: 1 }));
    const { findings } = await checkBodies({ type: "array", items: open }, [body]);
    expect(findings[0]).toMatchObject({ kind: "undocumented-field", systematic: false });
  });

  test("first and last seen come from the exchanges", async () => {
    const { findings } = await checkBodies(open, [{ b: 1 }], { time: "2026-01-02T03:04:05.000Z" });
    expect(findings[0]?.firstSeen).toBe("2026-01-02T03:04:05.000Z");
    expect(findings[0]?.lastSeen).toBe("2026-01-02T03:04:05.000Z");
  });

  test.each<[string, JsonObject, string]>([
    ["closed", { enum: ["a"] }, "breaking"],
    [
      "x-speakeasy-unknown-values",
      { enum: ["a"], "x-speakeasy-unknown-values": "allow" },
      "additive",
    ],
    ["x-ms-enum", { enum: ["a"], "x-ms-enum": { modelAsString: true } }, "additive"],
    ["x-extensible-enum", { "x-extensible-enum": ["a"] }, "additive"],
  ])("an enum that is %s", async (_name, schema, severity) => {
    const { findings } = await checkBodies({ type: "string", ...schema }, ["b"]);
    expect(findings[0]).toMatchObject({ kind: "undocumented-enum-value", severity, values: ["b"] });
  });

  test("the fingerprint tells neither count nor sample", async () => {
    const one = await checkBodies(open, [{ b: 1 }]);
    const two = await checkBodies(open, [{ a: 1 }, { b: "x" }, { b: null }]);
    expect(one.findings[0]?.fingerprint).toMatch(/^v1:[0-9a-f]{16}$/);
    expect(one.findings[0]?.fingerprint).toBe(two.findings[0]?.fingerprint);
  });
});
