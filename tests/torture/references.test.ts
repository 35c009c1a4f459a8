import { expect } from "vitest";
import { operation, runCases, type TortureCase, withSchemas, withYaml } from "./check-case.ts";

/** What references may lead to, and how it is written. */
const cases: readonly TortureCase[] = [
  {
    name: "percent escapes and tildes",
    files: {
      "openapi.yaml": withSchemas(
        "'a/b~c d%': { type: string }\nA: { $ref: '#/components/schemas/a~1b~0c%20d%25' }\nB: { $ref: 'my%20parts.yaml#/x%20y' }",
      ),
      "my parts.yaml": "'x y': { type: string }",
    },
    labels: ["GET /a"],
    check: ({ document }) =>
      expect(document).toMatchObject({ components: { schemas: { B: { type: "string" } } } }),
  },
  {
    name: "percent escapes that are broken",
    files: {
      "openapi.yaml": withSchemas(
        "A: { $ref: '#/components/schemas/%zz' }\nB: { $ref: '%zz.yaml' }",
      ),
    },
    labels: ["GET /a"],
    codes: ["ref-not-allowed", "ref-not-found"],
  },
  {
    name: "a path with slashes as a name, in a pointer",
    files: {
      "openapi.yaml": withYaml(
        `paths:\n  /a/{id}: { get: ${operation}, parameters: [{ name: id, in: path, required: true, schema: { type: string } }] }\n  /b/{id}: { $ref: "#/paths/~1a~1%7Bid%7D" }\n`,
      ),
    },
    labels: ["GET /a/{id}", "GET /b/{id}"],
  },
  {
    name: "a reference with siblings, 3.1",
    files: {
      "openapi.yaml": withSchemas(
        "A: { type: string }\nB: { $ref: '#/components/schemas/A', maxLength: 3 }",
      ),
    },
    labels: ["GET /a"],
    check: ({ document }) =>
      expect(document).toMatchObject({ components: { schemas: { B: { maxLength: 3 } } } }),
  },
  {
    name: "a reference with siblings, 3.0",
    files: {
      "openapi.yaml": withSchemas(
        "A: { type: string }\nB: { $ref: '#/components/schemas/A', maxLength: 3 }",
        "3.0.3",
      ),
    },
    labels: ["GET /a"],
    codes: ["ref-siblings"],
    check: ({ document }) =>
      expect(document).toMatchObject({
        components: { schemas: { B: { $ref: "#/components/schemas/A" } } },
      }),
  },
  {
    name: "references in every place, to another file",
    files: {
      "openapi.yaml": withYaml(`paths:
  /a: { $ref: "parts.yaml#/item" }
components:
  schemas: { s: { $ref: "parts.yaml#/schema" } }
  parameters: { p: { $ref: "parts.yaml#/parameter" } }
  responses: { r: { $ref: "parts.yaml#/response" } }
  headers: { h: { $ref: "parts.yaml#/header" } }
  examples: { e: { $ref: "parts.yaml#/example" } }
  callbacks: { c: { $ref: "parts.yaml#/callback" } }
  links: { l: { $ref: "parts.yaml#/link" } }
  requestBodies: { b: { $ref: "parts.yaml#/body" } }
  securitySchemes: { k: { $ref: "parts.yaml#/scheme" } }
  pathItems: { i: { $ref: "parts.yaml#/item" } }
`),
      "parts.yaml": `item:
  parameters: [{ $ref: "#/parameter" }]
  post:
    requestBody: { $ref: "#/body" }
    callbacks: { done: { $ref: "#/callback" } }
    responses: { "200": { $ref: "#/response" } }
schema: { type: object }
parameter: { name: q, in: query, schema: { $ref: "#/schema" }, examples: { e: { $ref: "#/example" } } }
response:
  description: ok
  headers: { X-H: { $ref: "#/header" } }
  links: { l: { $ref: "#/link" } }
  content: { application/json: { schema: { $ref: "#/schema" }, examples: { e: { $ref: "#/example" } } } }
header: { schema: { $ref: "#/schema" } }
example: { value: 1 }
callback: { "{$request.body#/url}": { post: { responses: { "200": { description: ok } } } } }
link: { operationRef: "#/paths/~1a/post" }
body: { content: { application/json: { schema: { $ref: "#/schema" } } } }
scheme: { type: http, scheme: bearer }
`,
    },
    labels: ["POST /a"],
    check: ({ operations, securitySchemes }) => {
      const [post] = operations;
      expect(post?.parameters.map(({ name }) => name)).toEqual(["q"]);
      expect(post?.requestBody?.content).toHaveLength(1);
      expect(post?.responses[0]?.headers.map(({ name }) => name)).toEqual(["X-H"]);
      expect(securitySchemes.map(({ kind }) => kind)).toEqual(["http"]);
    },
  },
  {
    name: "a reference in place of info, paths, properties and a list of parameters",
    files: {
      "openapi.yaml": `openapi: 3.1.0
info: { $ref: parts.yaml#/info }
paths: { $ref: parts.yaml#/paths }
components: { schemas: { A: { type: object, properties: { $ref: parts.yaml#/properties } } } }
`,
      "parts.yaml": `info: { title: T, version: "1" }\npaths: { /a: { get: ${operation} } }\nproperties: { x: { type: string } }\n`,
    },
    labels: ["GET /a"],
    codes: ["ref-misplaced"],
    check: ({ title }) => expect(title).toBe("T"),
  },
  {
    name: "a property and a schema that are called $ref",
    files: {
      "openapi.yaml": withSchemas(
        "A: { type: object, properties: { $ref: { type: string } }, required: [$ref] }\nB: { enum: [{ $ref: '#/nowhere' }], example: { $ref: '#/nowhere' }, x-c: { $ref: '#/nowhere' } }",
      ),
    },
    labels: ["GET /a"],
  },
  {
    name: "$anchor, $defs, $id and $dynamicRef",
    files: {
      "openapi.yaml": withSchemas(
        "A: { $anchor: a, $defs: { b: { type: string } } }\nB: { $ref: '#a' }\nC: { $ref: '#/components/schemas/A/$defs/b' }\nD: { $id: 'https://example.com/d', $defs: { e: { $anchor: e } }, items: { $ref: '#e' }, not: { $ref: '#/$defs/e' } }\nE: { $ref: 'https://example.com/d#e' }\nF: { $dynamicAnchor: f, items: { $dynamicRef: '#f' } }",
      ),
    },
    labels: ["GET /a"],
  },
  {
    name: "$ref that is no string",
    files: {
      "openapi.yaml": withSchemas("A: { $ref: 1 }\nB: { $ref: null }\nC: { $ref: { a: 1 } }"),
    },
    labels: ["GET /a"],
    codes: ["wrong-type"],
  },
  {
    name: "a file that is broken costs its reference alone",
    files: {
      "openapi.yaml": withSchemas("A: { $ref: broken.yaml }\nB: { type: string }"),
      "broken.yaml": "a: [",
    },
    labels: ["GET /a"],
    codes: ["yaml-syntax"],
    check: ({ document }) =>
      expect(document).toMatchObject({ components: { schemas: { B: { type: "string" } } } }),
  },
  {
    name: "a file that is empty, a list, a number",
    files: {
      "openapi.yaml": withSchemas(
        "A: { $ref: empty.yaml }\nB: { $ref: list.yaml }\nC: { $ref: number.json }\nD: { $ref: 'list.yaml#/0' }",
      ),
      "empty.yaml": "",
      "list.yaml": "[{ type: string }]",
      "number.json": "5",
    },
    labels: ["GET /a"],
    codes: ["wrong-type"],
  },
  {
    name: "another description as a whole file, with its own rings",
    files: {
      "openapi.yaml": withYaml("paths: { /a: { $ref: 'other.yaml#/paths/~1a' } }\n"),
      "other.yaml": withYaml(
        "paths: { /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/N' } } } } } } } }\ncomponents: { schemas: { N: { properties: { n: { $ref: '#/components/schemas/N' } } } } }\n",
      ),
    },
    labels: ["GET /a"],
    check: ({ schemas }) => expect(schemas.map(({ name }) => name)).toEqual(["N"]),
  },
];

runCases(cases);
