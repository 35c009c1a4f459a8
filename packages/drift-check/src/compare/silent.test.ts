import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { answers, documentOf } from "../../test/api.ts";
import { brief, check, checkBodies } from "../../test/check.ts";

const rows = (count: number, row: JsonValue): JsonValue => Array.from({ length: count }, () => row);
const listOf = (item: JsonValue): JsonObject => ({ type: "array", items: item });

const kinds = ["never-seen", "stale-example"];

async function silent(schema: JsonValue, bodies: readonly JsonValue[], schemas: JsonObject = {}) {
  const { findings } = await checkBodies(schema, bodies, { schemas });
  return findings
    .filter(({ kind }) => kinds.includes(kind))
    .map((finding) => `${finding.severity} ${brief(finding)}: ${finding.message}`);
}

const thing = {
  type: "object",
  properties: {
    id: { type: "string" },
    size: { enum: ["s", "m", "l", null] },
    old: { type: "object", properties: { deep: {} } },
    password: { type: "string", writeOnly: true },
  },
};

describe("never seen", () => {
  test("fields and values, from a hundred on, with the claim that the evidence bears", async () => {
    const body = rows(340, { id: "a", size: "m" });
    expect(await silent(listOf(thing), [body])).toEqual([
      "informational never-seen /*/old 0 of 340: A described field that was not seen in 340 objects: under 0.9 %, at 95 %.",
      'informational never-seen /*/size 0 of 340 ["s","l"]: A described value that was not seen in 340 values: under 0.9 %, at 95 %.',
    ]);
    expect(await silent(listOf(thing), [rows(99, { id: "a", size: "m" })])).toEqual([]);
  });

  test("seen once is seen", async () => {
    const body = [
      ...(rows(120, { size: "s" }) as JsonValue[]),
      { size: "l", old: { deep: 1 } },
      { id: "", size: "m" },
    ];
    expect(await silent(listOf(thing), [body])).toEqual([]);
  });

  test.each<[string, JsonValue]>([
    ["behind a reference", { $ref: "#/components/schemas/Thing" }],
    [
      "in a part of allOf",
      { allOf: [{ properties: { id: {} } }, { $ref: "#/components/schemas/Thing" }] },
    ],
    ["in a branch of anyOf", { anyOf: [{ $ref: "#/components/schemas/Thing" }, { type: "null" }] }],
    ["behind a reference with a plus", { $ref: "#/components/schemas/Held/properties/a+b" }],
    ["beside itself", { $ref: "#/components/schemas/Ring" }],
  ])("%s", async (_name, schema) => {
    const ring = {
      type: "object",
      properties: { ...thing.properties, next: { $ref: "#/components/schemas/Ring" } },
    };
    const body = rows(100, { id: "a", size: "m", next: { id: "b" } });
    const found = await silent(listOf(schema), [body], {
      Thing: thing,
      Ring: ring,
      Held: { properties: { "a+b": thing } },
    });
    expect(found.some((one) => one.startsWith("informational never-seen /*/old 0 of 100"))).toBe(
      true,
    );
  });

  test("statuses, of a hundred exchanges", async () => {
    const document = documentOf({ type: "object" });
    const text = JSON.stringify(document).replace(
      '"responses":{',
      '"responses":{"404":{"description":"no"},"default":{"description":"else"},',
    );
    const { findings } = await check(
      JSON.parse(text),
      answers(Array.from({ length: 100 }, () => ({}))),
    );
    expect(findings.map(brief)).toEqual(['never-seen  0 of 100 ["404"]']);
  });
});

describe("stale examples", () => {
  const withExample = (example: JsonValue) => ({
    type: "object",
    properties: { id: { type: "integer", examples: [example] }, free: {} },
  });

  test("that do not fit their own schema", async () => {
    expect(await silent(withExample("x"), [{ id: 1 }])).toEqual([
      "informational stale-example /id 1 of 1: The example does not fit its own schema: it breaks type.",
    ]);
    expect(await silent(withExample(1), [{ id: 1 }])).toEqual([]);
  });

  test("that show what was never seen", async () => {
    const schema = { ...withExample(1), examples: [{ id: 1, free: "text" }] };
    const body = (count: number) => Array.from({ length: count }, () => ({ id: 1, free: 1 }));
    expect(await silent(schema, body(100))).toEqual([
      "informational stale-example  1 of 1: The example shows string at /free, never seen in 100 values.",
    ]);
    expect(await silent(schema, body(99))).toEqual([]);
  });

  test("of media types and parameters", async () => {
    const document = JSON.parse(
      JSON.stringify(documentOf({ type: "object", required: ["id"] })).replace(
        '"application/json":{',
        '"application/json":{"examples":{"good":{"value":{"id":1}},"bad":{"$ref":"#/components/examples/bad"}},',
      ),
    );
    document.components = { ...document.components, examples: { bad: { dataValue: {} } } };
    document.paths["/things"].get.parameters = [
      { name: "q", in: "query", schema: { type: "integer" }, example: "many" },
    ];
    const { findings } = await check(document, []);
    expect(findings.map((finding) => `${finding.direction} ${brief(finding)}`)).toEqual([
      "response stale-example  1 of 2",
      "request stale-example /query/q 1 of 1",
    ]);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});
