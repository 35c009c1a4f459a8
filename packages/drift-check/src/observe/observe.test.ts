import type { JsonObject } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { type Answer, answers, documentOf, loadApi, textAnswers } from "../../test/api.ts";
import { brief, check } from "../../test/check.ts";
import { DriftCheckError } from "../error.ts";
import { emptyProfile, mergeProfiles } from "../profile/merge.ts";
import { printProfile } from "../profile/print-profile.ts";
import { readProfile } from "../profile/read-profile.ts";
import { mergeMembers } from "../propose/merge-members.ts";
import type { Collected } from "../read/collected.ts";
import { observe } from "./observe.ts";

const document = documentOf({ type: "object", properties: { a: { type: "string" } } });

/** The description with one response more. */
function withResponse(status: string): JsonObject {
  const content = { "application/json": { schema: { properties: { a: {} } } } };
  const responses = { [status]: { description: "", content } };
  return mergeMembers(document, { paths: { "/things": { get: { responses } } } });
}

async function outcome(collected: readonly Collected[], api: JsonObject = document) {
  const { findings, profile } = await check(api, collected);
  return [
    ...findings.map((finding) => `${finding.severity} ${brief(finding)}`),
    ...profile.problems.map(({ kind }) => kind),
  ];
}

describe("what is found beside the body", () => {
  test.each<[string, Answer, readonly string[]]>([
    ["a described answer", {}, []],
    ["a new status", { status: 404 }, ['additive undocumented-status  1 of 1 ["404"]']],
    ["a new success", { status: 201 }, ['breaking undocumented-status  1 of 1 ["201"]']],
    [
      "a server error seen once",
      { status: 500 },
      ['undecided undocumented-status  1 of 1 ["500"]'],
    ],
    [
      "a new media type",
      { mediaType: "text/csv" },
      ['breaking undocumented-media-type  1 of 1 ["text/csv"]'],
    ],
    [
      "a header that tells clients what to do",
      { headers: [{ name: "sunset", value: "soon" }] },
      ['additive undocumented-header  1 of 1 ["sunset"]'],
    ],
    [
      "a header of no weight",
      { headers: [{ name: "x-flavour", value: "sweet" }] },
      ['informational undocumented-header  1 of 1 ["x-flavour"]'],
    ],
    ["a header of the transport", { headers: [{ name: "cf-ray", value: "1" }] }, []],
    [
      "a new query parameter",
      { url: "https://api.example.com/v1/things?page=2" },
      ['additive undocumented-parameter /query/page 1 of 1 ["page"]'],
    ],
    [
      "a path that answers and is not described",
      { url: "https://api.example.com/v1/others" },
      ["additive undocumented-operation  1 of 1"],
    ],
    [
      "a path that is not there",
      { url: "https://api.example.com/v1/others", status: 404 },
      ["unmatched"],
    ],
    ["another server", { url: "https://other.example.com/things" }, ["unmatched"]],
    ["no body after HEAD is none of the matter", { method: "HEAD" }, ["unmatched"]],
  ])("%s", async (_name, answer, want) => {
    expect(await outcome(answers([{}], answer))).toEqual(want);
  });
});

describe("what cannot be compared", () => {
  test.each<[string, string, Answer, readonly string[]]>([
    ["a web page", "<!doctype html><html></html>", { mediaType: "text/html" }, ["html-page"]],
    ["a web page that calls itself JSON", "<html>", {}, ["html-page"]],
    ["JSON that stops", '{"a": "x', {}, ["truncated"]],
    ["JSON that stops after a comma", '{"a": "x",', {}, ["truncated"]],
    ["no JSON", "{a: 1}", {}, ["unreadable"]],
  ])("%s", async (_name, text, answer, want) => {
    expect(await outcome(textAnswers([text], answer))).toEqual(want);
  });

  test("a refusal of our own request is no news about the API", async () => {
    const probed = answers([{}], { status: 401 }).map((item) =>
      item.kind === "exchange" ? { ...item, exchange: { ...item.exchange, probed: true } } : item,
    );
    expect(await outcome(probed)).toEqual(["auth-refused"]);
    expect(await outcome(probed, withResponse("401"))).toEqual([]);
  });
});

describe("status keys", () => {
  test.each([
    ["404", "404"],
    ["4XX", "4XX"],
    ["default", "default"],
  ])("%s describes 404", async (key, want) => {
    const { findings } = await check(withResponse(key), answers([{ b: 1 }], { status: 404 }));
    expect(findings.map(({ kind, status }) => [kind, status])).toEqual([
      ["undocumented-field", want],
    ]);
  });
});

test("a profile of another description is refused", async () => {
  const { profile } = await check(document, answers([{}]));
  const other = await loadApi(documentOf({ type: "string" }));
  await expect(observe(other.description, [{ kind: "profile", profile }])).rejects.toThrow(
    DriftCheckError,
  );
});

test("what is skipped and the empty profile change nothing", async () => {
  const { description } = await loadApi(document);
  const profile = await observe(description, [
    { kind: "skipped", skipped: { operation: "GET /things", reason: "" } },
    { kind: "profile", profile: emptyProfile },
  ]);
  expect([profile.exchanges, profile.matched, profile.families.size]).toEqual([0, 0, 0]);
});

describe("hostile bodies", () => {
  test("a body that nests beyond all limits is read as far as they go", async () => {
    const node = { $ref: "#/components/schemas/Node" };
    const branches = [{ type: "object", properties: { next: node } }, { type: "null" }];
    const api = documentOf(node, { schemas: { Node: { oneOf: branches } } });
    const text = `${'{"next":'.repeat(5_000)}null${"}".repeat(5_000)}`;
    const { profile } = await check(api, textAnswers([text]));
    expect([profile.truncated, profile.places.size]).toEqual([true, 201]);
  });

  test("a number too great for one leaves a profile that reads back", async () => {
    const { profile } = await check(
      documentOf({ type: "object", properties: { a: { type: "number" } } }),
      textAnswers(['{"a":1e999}', '{"a":2.5}']),
    );
    const text = printProfile(profile);
    expect(printProfile(readProfile(JSON.parse(text)))).toBe(text);
    expect(text).toContain('"numbers":{"least":2.5,"greatest":2.5}');
  });
});

test("an undocumented field names every schema that led to its place", async () => {
  const branch = (kind: string) => ({ required: ["kind"], properties: { kind: { const: kind } } });
  const { profile } = await check(
    documentOf({ type: "array", items: { oneOf: [branch("a"), branch("b")] } }),
    answers([
      [
        { kind: "a", more: 1 },
        { kind: "b", more: 2 },
        { kind: "a", more: 3 },
      ],
    ]),
  );
  const [family] = profile.families.values();
  const pointers = family?.members.get("more")?.schemaPointers ?? [];
  expect(pointers.map((pointer) => pointer.slice(-8))).toEqual(["/oneOf/0", "/oneOf/1"]);
});

test("a new kind of a union is one cause: its fields are those of the branch that knows them", async () => {
  const branch = (kind: string, field: string) => ({
    type: "object",
    required: ["kind", field],
    properties: { kind: { const: kind }, [field]: { type: "string" } },
  });
  const { findings } = await check(
    documentOf({ oneOf: [branch("a", "size"), branch("b", "hue")] }),
    answers([{ kind: "c", hue: "red" }]),
  );
  expect(findings.map(brief)).toEqual(['undocumented-enum-value /kind 1 of 1 ["c"]']);
});

test("one wrong field is told, although a branch that takes anything takes it", async () => {
  const text = { type: "string" };
  const wide = { type: "object", properties: { id: text, size: { type: "integer" }, hue: text } };
  const { findings } = await check(
    documentOf({ anyOf: [wide, { type: "object", properties: { id: text } }] }),
    answers([{ id: "a", size: "great", hue: "red" }]),
  );
  expect(findings.map(brief)).toEqual(["type-mismatch /size 1 of 1"]);
});

test("deviations in many schemas merge alike in any order", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `Part${index}`);
  const schemas = Object.fromEntries(names.map((name) => [name, { required: ["id"] }]));
  const allOf = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const { profile, description } = await check(
    documentOf({ allOf }, { schemas }),
    answers([{}, {}]),
  );
  const [first, second] = await Promise.all(
    answers([{}, {}]).map((item) => observe(description, [item])),
  );
  const merged = mergeProfiles([second, first].filter((part) => part !== undefined));
  expect(printProfile(merged)).toBe(printProfile(profile));
  const [family] = profile.families.values();
  expect(family?.members.get("id")?.schemaPointers.length).toBe(8);
});
