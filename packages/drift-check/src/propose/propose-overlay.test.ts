import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { type Answer, answers, documentOf } from "../../test/api.ts";
import { at, propose } from "../../test/propose.ts";

/** The schema of things in a component, so that it has a place of its own. */
function withThing(schema: JsonObject, version = "3.1.0"): JsonObject {
  return documentOf(
    { $ref: "#/components/schemas/Thing" },
    { schemas: { Thing: schema }, version },
  );
}

const thing = ["components", "schemas", "Thing"] as const;
const fields = (properties: JsonObject): JsonObject => ({ type: "object", properties });

describe("each kind is answered", () => {
  test.each<[string, JsonObject, readonly JsonValue[], JsonObject]>([
    ["a field", fields({ a: {} }), [{ a: 1, b: 1 }], fields({ a: {}, b: { type: "integer" } })],
    [
      "a field of which only null was seen",
      fields({ a: {} }),
      [{ b: null }],
      fields({ a: {}, b: {} }),
    ],
    [
      "a field with lists in its schema",
      fields({ a: {} }),
      [{ b: [null, "x"] }],
      fields({ a: {}, b: { type: "array", items: { type: ["string", "null"] } } }),
    ],
    [
      "several fields at once",
      fields({ a: {} }),
      [{ b: 1, c: "x" }],
      fields({ a: {}, b: { type: "integer" }, c: { type: "string" } }),
    ],
    [
      "a value of an enum",
      { type: "string", enum: ["a"] },
      ["b", "c"],
      { type: "string", enum: ["a", "b", "c"] },
    ],
    [
      "a value of an open list",
      { type: "string", "x-extensible-enum": ["a"] },
      ["b"],
      { type: "string", "x-extensible-enum": ["a", "b"] },
    ],
    ["null", { type: "string" }, [null], { type: ["string", "null"] }],
    [
      "null beside a list of values",
      { type: "string", enum: ["a"] },
      [null],
      { type: ["string", "null"], enum: ["a", null] },
    ],
    ["null that the list of values alone forbids", { enum: ["a"] }, [null], { enum: ["a", null] }],
    ["another type", { type: "string" }, [1], { type: ["integer", "string"] }],
    ["a fraction", { type: "integer", format: "int64" }, [1.5], { type: "number" }],
    [
      "a text for an integer of 64 bits",
      { type: "integer", format: "int64" },
      ["a-b"],
      { type: ["integer", "string"] },
    ],
    [
      "a text for an integer of 32 bits",
      { type: "integer", format: "int32" },
      ["a-b"],
      { type: ["integer", "string"], format: "int32" },
    ],
    [
      "another type and null",
      { type: "string" },
      [1, null],
      { type: ["integer", "string", "null"] },
    ],
    ["a format", { type: "string", format: "date" }, ["later"], { type: "string" }],
    ["a limit", { type: "integer", maximum: 3, minimum: 0 }, [4], { type: "integer", minimum: 0 }],
  ])("%s", async (_name, schema, bodies, want) => {
    const { proposal, findings, after, document } = await propose(
      withThing(schema),
      answers(bodies),
    );
    expect(proposal.refused).toEqual([]);
    expect(new Set(proposal.addressed)).toEqual(
      new Set(findings.map(({ fingerprint }) => fingerprint)),
    );
    expect(after).toEqual([]);
    const patched = at(document, ...thing);
    expect(sorted(patched)).toEqual(sorted(want));
  });

  /** Types in any order: lists of them are sets. */
  function sorted(value: JsonValue | undefined): unknown {
    return JSON.parse(JSON.stringify(value), (key, member: unknown) =>
      key === "type" && Array.isArray(member) ? [...member].sort() : member,
    );
  }

  test("ever new values open the list", async () => {
    const values = Array.from({ length: 12 }, (_, index) => `v${String(index).padStart(2, "0")}`);
    const { after, document } = await propose(
      withThing({ type: "string", enum: ["a"] }),
      answers(values),
    );
    expect(after).toEqual([]);
    expect(at(document, ...thing)).toEqual({
      type: "string",
      "x-extensible-enum": ["a", ...values],
    });
  });

  test("ever new fields are a map", async () => {
    const body = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`k${index}`, index]));
    const { after, document } = await propose(withThing(fields({ a: {} })), answers([body]));
    expect(after).toEqual([]);
    expect(at(document, ...thing, "additionalProperties")).toEqual({ type: "integer" });
  });
});

describe("OpenAPI 3.0", () => {
  test.each<[string, JsonObject, readonly JsonValue[], JsonValue]>([
    ["null", { type: "string" }, [null], { nullable: true }],
    [
      "a nullable field",
      fields({ a: {} }),
      [{ b: null }, { b: "x" }],
      { properties: { b: { type: "string", nullable: true } } },
    ],
    [
      "a field of several types",
      fields({ a: {} }),
      [{ b: 1 }, { b: "x" }],
      { properties: { b: { anyOf: [{ type: "integer" }, { type: "string" }] } } },
    ],
    [
      "an array that was empty",
      fields({ a: {} }),
      [{ b: [] }],
      { properties: { b: { type: "array", items: {} } } },
    ],
    ["another type", { type: "string" }, [1], { anyOf: [{ type: "string" }, { type: "integer" }] }],
    [
      "another type and null",
      { type: "string" },
      [1, null],
      { anyOf: [{ type: "string", nullable: true }, { type: "integer" }] },
    ],
    [
      "another type where null is known",
      { type: "string", nullable: true },
      [1, null],
      { anyOf: [{ type: "string", nullable: true }, { type: "integer" }] },
    ],
    ["a fraction", { type: "integer" }, [1.5], { type: "number" }],
  ])("%s", async (_name, schema, bodies, want) => {
    const { proposal, after } = await propose(withThing(schema, "3.0.3"), answers(bodies));
    expect(proposal.refused).toEqual([]);
    expect(after).toEqual([]);
    expect(proposal.overlay?.actions.at(-1)?.update).toEqual(want);
  });
});

describe("beside the body", () => {
  test.each<[string, Answer, readonly string[], JsonValue]>([
    [
      "a status",
      { status: 404 },
      ["404", "content", "application/json", "schema"],
      fields({ a: { type: "integer" } }),
    ],
    [
      "a media type",
      { mediaType: "application/hal+json" },
      ["200", "content", "application/hal+json", "schema"],
      fields({ a: { type: "integer" } }),
    ],
    [
      "a header",
      { headers: [{ name: "sunset", value: "x" }] },
      ["200", "headers", "sunset"],
      { schema: { type: "string" } },
    ],
  ])("%s", async (_name, answer, keys, want) => {
    const { proposal, after, document } = await propose(
      withThing(fields({ a: {} })),
      answers([{ a: 1 }, { a: 2 }], answer),
    );
    expect(proposal.refused).toEqual([]);
    expect(after).toEqual([]);
    expect(at(document, "paths", "/things", "get", "responses", ...keys)).toEqual(want);
  });
});

describe("what is refused", () => {
  test.each<[string, JsonObject, readonly JsonValue[], string, Answer]>([
    ["a status seen once", {}, [{ a: 1 }], "one sight", { status: 404 }],
    ["a media type seen once", {}, [{ a: 1 }], "one sight", { mediaType: "application/hal+json" }],
    ["a missing field", { ...fields({ a: {} }), required: ["a"] }, [{}], "judgement", {}],
    ["below not", { not: { type: "object", required: ["a"] } }, [{ a: 1 }], "", {}],
    [
      "a branch that may overlap",
      { oneOf: [{ type: "string" }, { type: "boolean" }] },
      [1],
      "overlap",
      {},
    ],
    [
      "beside a $ref",
      { $ref: "#/components/schemas/Other", maximum: 3 },
      [4],
      "beside a `$ref`",
      {},
    ],
    ["a const", { const: "a" }, ["b"], "`const`", {}],
    ["a text that was not kept", { enum: ["a"] }, ["some words, not a name"], "was not kept", {}],
    [
      "a combination",
      { oneOf: [{ minimum: 1 }, { minimum: 2 }] },
      [3],
      "no single edit repairs oneOf",
      {},
    ],
    ["a server error seen once", {}, [{}], "too little evidence", { status: 500 }],
    ["a field that is forbidden", { ...fields({ a: {}, b: false }) }, [{ b: 1 }], "forbids", {}],
  ])("%s", async (_name, schema, bodies, reason, answer) => {
    const document = documentOf(
      { $ref: "#/components/schemas/Thing" },
      { schemas: { Thing: schema, Other: {} } },
    );
    const { proposal, findings } = await propose(document, answers(bodies, answer));
    expect(findings.length).toBeGreaterThan(0);
    expect(proposal.refused.map((one) => one.reason)).toContainEqual(
      expect.stringContaining(reason),
    );
    expect(proposal.addressed.length + proposal.refused.length).toBe(findings.length);
  });

  test("what is refused does not keep the rest from being answered", async () => {
    const schema = { ...fields({ a: { type: "string" } }), required: ["id"] };
    const { proposal, after } = await propose(withThing(schema), answers([{ a: null, b: 1 }]));
    expect(proposal.addressed).toHaveLength(2);
    expect(after.map(({ kind }) => kind)).toEqual(["missing-required"]);
  });

  test("a required field is relaxed on demand", async () => {
    const schema = { ...fields({ a: {}, b: {} }), required: ["a", "b"] };
    const { after, document } = await propose(withThing(schema), answers([{ b: 1 }]), {
      required: "relax",
    });
    expect(after).toEqual([]);
    expect(at(document, ...thing, "required")).toEqual(["b"]);
  });

  test("nothing found, nothing proposed", async () => {
    const { proposal } = await propose(withThing(fields({ a: {} })), answers([{ a: 1 }]));
    expect(proposal).toEqual({
      overlay: undefined,
      repairs: new Map(),
      text: undefined,
      addressed: [],
      refused: [],
    });
  });
});

test("operations that share a schema are answered together", async () => {
  const document = documentOf(
    {
      type: "object",
      properties: {
        one: { $ref: "#/components/schemas/Thing" },
        list: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
      },
    },
    { schemas: { Thing: fields({ a: {} }) } },
  );
  const body = { one: { b: 1, e: "x" }, list: [{ b: null, e: 1.5 }] };
  const { proposal, after } = await propose(document, answers([body]));
  expect(proposal.refused).toEqual([]);
  expect(proposal.addressed).toHaveLength(4);
  expect(after).toEqual([]);
});

test("a description that has the same fault in fewer places is no worse", async () => {
  const contrary: JsonObject = { type: "string", enum: ["a", null] };
  const schema = withThing(fields({ a: contrary, b: contrary, c: contrary }));
  const { proposal, after } = await propose(schema, answers([{ a: null }]));
  expect(proposal.refused).toEqual([]);
  expect(after).toEqual([]);
});
