import type { JsonObject } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { describe, withMembers } from "../../../test/folder.ts";
import type { DescriptionDiff } from "../change.ts";
import { diffDescriptions } from "../diff-descriptions.ts";
import { printJsonDiff } from "./json-diff.ts";
import { printMarkdownDiff } from "./markdown-diff.ts";
import { printTerminalDiff } from "./terminal-diff.ts";

async function diffEverything(): Promise<DescriptionDiff> {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Model" } } };
  const get = { responses: { 200: { description: "", content } } };
  const of = (Model: object, more: object = {}) =>
    describe(
      withMembers({
        paths: { "/models": { get }, "/models/{id}": { get: { ...get, ...more } } },
        components: { schemas: { Model: { type: "object", ...Model } } },
      }),
    );
  const before = await of({ properties: { id: { type: "string" }, a: { pattern: "^a" } } });
  const after = await of(
    { properties: { id: { type: ["string", "null"] }, a: { pattern: "^b" }, b: {} } },
    { deprecated: true },
  );
  return diffDescriptions(before, after);
}

test("on a terminal", async () => {
  expect(printTerminalDiff(await diffEverything())).toMatchInlineSnapshot(`
    "Breaking (1) a client of the old description may fail on these
      null is allowed now
        GET /models and 1 more · response · /components/schemas/Model/properties/id

    Undecided (1) whether a client minds these cannot be told from the descriptions
      pattern was ^a, and is ^b now
        GET /models and 1 more · response · /components/schemas/Model/properties/a

    Additive (1) a client of the old description goes on as before
      property "b" is new
        GET /models and 1 more · response · /components/schemas/Model/properties/b

    Informational (1) nothing that travels changed
      the operation is deprecated
        GET /models/{id} · /paths/~1models~1{id}/get

    Bump: major, for breaking changes ask for it (1 breaking, 1 undecided, 1 additive, 1 informational).
    "
  `);
});

test("as Markdown", async () => {
  expect(printMarkdownDiff(await diffEverything())).toMatchInlineSnapshot(`
    "# API changes

    Bump: major, for breaking changes ask for it (1 breaking, 1 undecided, 1 additive, 1 informational).

    ## Breaking (1)

    A client of the old description may fail on these.

    - \`null is allowed now\`
      \`GET /models and 1 more\` · \`response\` · \`/components/schemas/Model/properties/id\`

    ## Undecided (1)

    Whether a client minds these cannot be told from the descriptions.

    - \`pattern was ^a, and is ^b now\`
      \`GET /models and 1 more\` · \`response\` · \`/components/schemas/Model/properties/a\`

    ## Additive (1)

    A client of the old description goes on as before.

    - \`property "b" is new\`
      \`GET /models and 1 more\` · \`response\` · \`/components/schemas/Model/properties/b\`

    ## Informational (1)

    Nothing that travels changed.

    - \`the operation is deprecated\`
      \`GET /models/{id}\` · \`/paths/~1models~1{id}/get\`
    "
  `);
});

test("as JSON: the keys of the contract and no other", async () => {
  const report = JSON.parse(printJsonDiff(await diffEverything()));
  expect(Object.keys(report)).toEqual(["schemaVersion", "bump", "changes"]);
  expect(report).toMatchObject({ schemaVersion: 1, bump: "major" });
  expect(report.changes[0]).toEqual({
    kind: "null-added",
    class: "breaking",
    operation: "GET /models",
    direction: "response",
    pointer: "/components/schemas/Model/properties/id",
    message: "null is allowed now",
  });
  expect(report.changes[1]).toEqual({ ...report.changes[0], operation: "GET /models/{id}" });
  expect(report.changes.at(-1)).toMatchObject({ class: "informational", direction: null });
});

test("nothing changed", () => {
  const none: DescriptionDiff = { bump: "none", changes: [] };
  expect(printTerminalDiff(none)).toBe(
    "Bump: none, for nothing changed that a client could notice.\n",
  );
  expect(JSON.parse(printJsonDiff(none))).toEqual({ schemaVersion: 1, bump: "none", changes: [] });
});

test("colours only on demand, and the same text", async () => {
  const diff = await diffEverything();
  const plain = printTerminalDiff(diff);
  const coloured = printTerminalDiff(diff, { color: "ansi" });
  expect(plain).not.toContain("\u001b");
  expect(coloured).toContain("\u001b[31m");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them.
  expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain);
});

test("no name commands a terminal or formats a page", async () => {
  const of = (properties: JsonObject) =>
    describe(
      withMembers({
        paths: {
          "/<b>`@you`|[x](y)\u001b[2J": {
            get: {
              responses: {
                200: {
                  description: "",
                  content: { "application/json": { schema: { type: "object", properties } } },
                },
              },
            },
          },
        },
      }),
    );
  const name = "a\u001b[2J\u0007\u202e\n# `h` <script> @you";
  const diff = diffDescriptions(await of({}), await of({ [name]: { type: "string" } }));
  const [terminal, markdown] = [printTerminalDiff(diff), printMarkdownDiff(diff)];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  expect(terminal + markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(markdown.split("\n").filter((line) => line.startsWith("#"))).toEqual([
    "# API changes",
    "## Additive (1)",
  ]);
  // What is left without its code spans is ours alone.
  const outside = markdown.replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, "");
  expect(outside).not.toMatch(/<script>|@you|<b>|\]\(/);
});

test("a long list is cut, and says how to see the rest", () => {
  const change = {
    ...{ kind: "property-added", class: "additive", direction: "response" },
    ...{ operation: "GET /a", operations: ["GET /a"], pointer: "", message: "m" },
  } as const;
  const text = printTerminalDiff({ bump: "minor", changes: Array(60).fill(change) });
  expect(text).toContain("… and 40 more: see them all with --report json");
});
