import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { applyOverlay, parseOverlay } from "@truespec/openapi";
import { describe, expect, test } from "vitest";
import { answers, documentOf } from "../../test/api.ts";
import { at, propose } from "../../test/propose.ts";

/** The schema of things in a component, so that it has a place of its own. */
function withThing(schema: JsonObject, version = "3.1.0"): JsonObject {
  return documentOf(
    { $ref: "#/components/schemas/Thing" },
    { schemas: { Thing: schema }, version },
  );
}

const fields = (properties: JsonObject): JsonObject => ({ type: "object", properties });

describe("the overlay", () => {
  const hostile = [
    "__proto__",
    "constructor",
    "it's",
    'say "x"',
    "a/b",
    "~",
    "$[*]",
    "a\nb",
    "- x: #",
    "'] | $..*",
    "ключ",
    "",
  ];

  test("any name is a name", async () => {
    const entries = hostile.map((name) => [name, [1, null]] as const);
    const body = Object.fromEntries([...entries, ["known", 1]]);
    const { proposal, after } = await propose(withThing(fields({ known: {} })), answers([body]));
    expect(proposal.addressed).toHaveLength(hostile.length);
    expect(after).toEqual([]);
    expect(proposal.text).not.toContain("a\nb");
  });

  test("stands below any name", async () => {
    const properties = Object.fromEntries(hostile.map((name) => [name, { type: "string" }]));
    const body = Object.fromEntries(hostile.map((name) => [name, null]));
    const { proposal, after } = await propose(withThing(fields(properties)), answers([body]));
    expect(proposal.refused).toEqual([]);
    expect(after).toEqual([]);
  });

  test("can be read again, and twice is once", async () => {
    const schema = fields({ a: { type: "string", enum: ["x"] } });
    const api = withThing(schema);
    const { proposal } = await propose(api, answers([{ a: "y", b: ["z", null] }]));
    const { overlay } = parseOverlay(proposal.text ?? "", "proposal");
    expect(overlay).toEqual(proposal.overlay);
    if (overlay === undefined) throw new Error("no overlay");
    const once = applyOverlay(api, overlay).document;
    expect(applyOverlay(once, overlay).document).toEqual(once);
  });

  test("means the same to engines of 1.0 and 1.1", async () => {
    const api = withThing(fields({ a: { type: "string", enum: ["x"] }, c: { type: "integer" } }));
    const { proposal } = await propose(api, answers([{ a: null, b: ["z", null], c: 1.5 }]));
    expect(proposal.refused).toEqual([]);
    const { overlay } = proposal;
    if (overlay === undefined) throw new Error("no overlay");
    const [first, second] = ["1.0.0", "1.1.0"].map(
      (version) => applyOverlay(api, { ...overlay, overlay: version }).document,
    );
    expect(first).toEqual(second);
  });

  test.each<[string, JsonObject, JsonValue, string]>([
    ["removing a primitive needs 1.1", { type: "string" }, null, "1.1.0"],
    ["else 1.0 does", { type: "string", enum: ["a"] }, "b", "1.0.0"],
  ])("%s", async (_name, schema, body, want) => {
    const { proposal } = await propose(withThing(schema), answers([body]));
    expect(proposal.overlay?.overlay).toBe(want);
  });

  test("says how often, and who else uses the component", async () => {
    const api = withThing(fields({ a: {} }));
    const other = {
      get: {
        responses: {
          "200": {
            description: "",
            content: {
              "application/json": { schema: { items: { $ref: "#/components/schemas/Thing" } } },
            },
          },
        },
      },
    };
    const paths = { ...(at(api, "paths") as JsonObject), "/others": other };
    const { proposal } = await propose({ ...api, paths }, answers([{ b: 1 }, {}]));
    expect(proposal.text).toContain(
      "# undocumented-field /b: 1 of 2 (GET /things · 200 · application/json)",
    );
    expect(proposal.text).toContain("# Used by GET /things, GET /others\n");
    const many = Array.from({ length: 20 }, (_, index) => [`/o${index}`, other]);
    const { proposal: wide } = await propose(
      { ...api, paths: { ...paths, ...Object.fromEntries(many) } },
      answers([{ b: 1 }, {}]),
    );
    expect(wide.text).toContain("GET /o9 and 10 more\n");
  });

  test("is the same text for the same evidence", async () => {
    const run = () => propose(withThing(fields({ a: {} })), answers([{ c: 1, b: [1] }]));
    expect((await run()).proposal.text).toBe((await run()).proposal.text);
  });
});
