import { expect, test } from "vitest";
import { loadParts } from "../../../../tests/harness/load-parts.ts";
import { nameDescription } from "../names/names.ts";
import { printAliases } from "./aliases.ts";

const described = { description: "" };
const lines = { content: { "application/jsonl": { itemSchema: { type: "integer" } } } };
const sentItem = 'NonNullable<operations["send"]["requestBody"]>["content"]["application/jsonl"]';

test.each<{ name: string; parts: object; has: readonly string[] }>([
  {
    name: "every component",
    parts: {
      components: {
        schemas: { "user-name": {} },
        responses: { not_found: described },
        parameters: { 'a"b': { name: "a", in: "query", schema: {} } },
        requestBodies: { Create: { content: {} } },
        headers: { "X-Rate-Limit": { schema: {} } },
      },
    },
    has: [
      'export type UserName = components["schemas"]["user-name"];',
      'export type NotFoundResponse = components["responses"]["not_found"];',
      'export type ABParameter = components["parameters"]["a\\"b"];',
      'export type CreateRequestBody = components["requestBodies"]["Create"];',
      'export type XRateLimitHeader = components["headers"]["X-Rate-Limit"];',
    ],
  },
  {
    name: "what a component says of itself",
    parts: {
      components: { schemas: { A: { description: "One. */", deprecated: true }, B: true } },
    },
    has: [
      '/**\n * One. *\\/\n * @deprecated\n */\nexport type A = components["schemas"]["A"];',
      '\n\nexport type B = components["schemas"]["B"];',
    ],
  },
  {
    name: "parameters, of which a location with a required one is always there",
    parts: {
      paths: {
        "/a/{id}": {
          get: {
            operationId: "read",
            parameters: [
              { name: "id", in: "path", required: true, schema: {} },
              { name: "q", in: "query", required: true, schema: {} },
              { name: "r", in: "query", schema: {} },
              { name: "h", in: "header", schema: {} },
            ],
            responses: { 200: described },
          },
        },
      },
    },
    has: [
      'readonly id: operations["read"]["parameters"]["path"]["id"];',
      'readonly q: operations["read"]["parameters"]["query"]["q"];',
      'readonly r?: operations["read"]["parameters"]["query"]["r"] | undefined;',
      'readonly h?: NonNullable<operations["read"]["parameters"]["header"]>["h"] | undefined;',
    ],
  },
  {
    name: "items that a caller gives, and that a webhook receives",
    parts: {
      openapi: "3.2.0",
      paths: { "/a": { post: { operationId: "send", requestBody: lines } } },
      webhooks: { told: { post: { requestBody: lines } } },
    },
    has: [
      `export type SendRequestBody = Iterable<${sentItem}> | AsyncIterable<${sentItem}> | string |`,
      "export type ToldRequestBody = string;",
    ],
  },
])("$name", async ({ parts, has }) => {
  const printed = await print(parts);
  for (const line of has) expect(printed).toContain(line);
});

async function print(parts: object): Promise<string> {
  const description = await loadParts(parts);
  const operationKeys = new Map(description.operations.map((one) => [one, one.name]));
  const names = nameDescription(description);
  return printAliases({ description, names, operationKeys, types: { dates: "string" } });
}
