import { expect, test } from "vitest";
import { describeFiles } from "../../test/folder.ts";

const root = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a: { $ref: "parts.yaml#/pathItem" }
  /b:
    post:
      parameters: [{ $ref: "parts.yaml#/parameter" }]
      requestBody: { $ref: "parts.yaml#/requestBody" }
      responses:
        "200": { $ref: "parts.yaml#/response" }
      callbacks:
        done: { $ref: "parts.yaml#/callback" }
`;

const parts = `pathItem:
  get: { operationId: fromFile, responses: { "200": { $ref: "#/response" } } }
parameter:
  name: q
  in: query
  schema: { $ref: "#/schema" }
  examples: { one: { $ref: "#/example" } }
requestBody: { content: { application/json: { schema: { $ref: "#/schema" } } } }
response:
  description: ok
  headers: { X-Next: { $ref: "#/header" } }
  content: { application/json: { schema: { $ref: "#/schema" } } }
  links: { self: { $ref: "#/link" } }
callback:
  "{$request.body#/url}": { post: { responses: { "200": { description: ok } } } }
header: { schema: { type: integer } }
link: { operationId: fromFile }
example: { value: a }
schema: { type: string }
`;

test("references lead into another file in the place of every kind of object", async () => {
  const { document, operations } = await describeFiles({
    "openapi.yaml": root,
    "parts.yaml": parts,
  });
  const [get, post] = operations;
  expect(operations.map(({ label }) => label)).toEqual(["GET /a", "POST /b"]);
  expect(get?.operationId).toBe("fromFile");
  expect(post?.parameters.map(({ name }) => name)).toEqual(["q"]);
  expect(post?.requestBody?.content.map(({ mediaType }) => mediaType)).toEqual([
    "application/json",
  ]);
  for (const operation of [get, post]) {
    const [response] = operation?.responses ?? [];
    expect(response?.headers.map(({ name }) => name)).toEqual(["X-Next"]);
    expect(response?.links.map(({ name }) => name)).toEqual(["self"]);
    expect(response?.content[0]?.schemaPointer).toBeDefined();
  }
  expect(post?.callbacks).toHaveLength(1);
  expect(document["components"]).toMatchObject({
    examples: { example: { value: "a" } },
    schemas: { schema: { type: "string" } },
  });
});
