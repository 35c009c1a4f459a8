import { expect } from "vitest";
import { operation, runCases, type TortureCase, withSchemas, withYaml } from "./check-case.ts";

/** A case of one schema, `A`, and what it is read as. */
function schemaCase(
  name: string,
  version: string,
  schema: string,
  want: object,
  codes: readonly string[] = [],
): TortureCase {
  return {
    name: `${version}: ${name}`,
    files: { "openapi.yaml": withSchemas(`A: ${schema}`, version) },
    labels: ["GET /a"],
    codes,
    check: ({ document }) =>
      expect(document).toMatchObject({ components: { schemas: { A: want } } }),
  };
}

const swagger = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\n';

const cases: readonly TortureCase[] = [
  schemaCase("nullable", "3.0.3", "{ type: string, nullable: true }", { type: ["string", "null"] }),
  schemaCase(
    "nullable enum with null",
    "3.0.3",
    "{ type: string, nullable: true, enum: [a, null] }",
    { type: ["string", "null"], enum: ["a", null] },
  ),
  schemaCase(
    "exclusiveMinimum: true",
    "3.0.3",
    "{ type: number, minimum: 1, exclusiveMinimum: true }",
    { exclusiveMinimum: 1 },
  ),
  schemaCase(
    "exclusiveMinimum without its bound",
    "3.0.3",
    "{ type: number, exclusiveMinimum: true }",
    { type: "number" },
  ),
  schemaCase("example", "3.0.3", "{ type: string, example: a }", { examples: ["a"] }),
  schemaCase(
    "format: byte and binary",
    "3.0.3",
    "{ properties: { a: { type: string, format: byte } } }",
    { properties: { a: { contentEncoding: "base64" } } },
  ),
  schemaCase(
    "nullable: true",
    "3.1.0",
    "{ type: string, nullable: true }",
    { type: ["string", "null"] },
    ["nullable-in-3-1"],
  ),
  schemaCase(
    "exclusiveMinimum: true",
    "3.1.0",
    "{ type: number, minimum: 1, exclusiveMinimum: true }",
    { exclusiveMinimum: 1 },
    ["exclusive-in-3-1"],
  ),
  schemaCase("type: any", "3.1.0", "{ type: any, title: T }", { title: "T" }, ["type-any"]),
  schemaCase(
    "type: [string, null]",
    "3.1.0",
    "{ type: [string, null] }",
    { type: ["string", "null"] },
    ["type-null"],
  ),
  schemaCase(
    "required names no property",
    "3.1.0",
    "{ type: object, properties: { a: {} }, required: [b] }",
    { required: ["b"] },
    ["required-unknown"],
  ),
  schemaCase(
    "required names what is excluded",
    "3.1.0",
    "{ type: object, properties: { a: {} }, required: [b], additionalProperties: false }",
    { required: ["b"] },
    ["required-excluded"],
  ),
  schemaCase(
    "enum lists what the type excludes",
    "3.0.3",
    "{ type: string, enum: [none, 1] }",
    { type: "string", enum: ["none", 1] },
    ["enum-excluded"],
  ),
  schemaCase(
    "allOf beside required",
    "3.1.0",
    "{ required: [x], allOf: [{ type: object, properties: { x: { type: string } } }] }",
    { required: ["x"] },
  ),
  schemaCase(
    "$recursiveRef",
    "3.1.0",
    "{ type: object, properties: { n: { $recursiveRef: '#' } } }",
    { type: "object" },
    ["recursive-ref"],
  ),
  schemaCase(
    "boolean schemas",
    "3.1.0",
    "{ properties: { a: true, b: false }, additionalProperties: false }",
    { properties: { a: true, b: false } },
  ),
  schemaCase("a list in place of items", "3.0.3", "{ type: array, items: [{ type: string }] }", {
    prefixItems: [{ type: "string" }],
  }),
  {
    name: "a component that is a boolean, in 3.1",
    files: { "openapi.yaml": withSchemas("Any: true\nNone: false") },
    labels: ["GET /a"],
    check: ({ schemas }) => expect(schemas.map(({ name }) => name)).toEqual(["Any", "None"]),
  },
  {
    name: "every method, and what is none",
    files: {
      "openapi.yaml": withYaml(
        `paths: { /a: { ${["get", "put", "post", "delete", "options", "head", "patch", "trace"].map((method) => `${method}: ${operation}`).join(", ")}, connect: ${operation}, GET: ${operation} } }\n`,
      ),
    },
    labels: ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"].map(
      (method) => `${method} /a`,
    ),
    codes: ["unknown-field"],
  },
  {
    name: "3.2: query, additional operations, querystring, $self, itemSchema, media types as components",
    files: {
      "openapi.yaml": withYaml(
        `$self: https://example.com/api.yaml
paths:
  /a:
    query: { requestBody: { content: { application/json: { schema: { type: string } } } }, responses: { "200": { description: ok } } }
    additionalOperations: { COPY: ${operation} }
    get:
      parameters: [{ name: q, in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object } } } }]
      responses: { "200": { description: ok, content: { application/jsonl: { $ref: "#/components/mediaTypes/lines" } } } }
components:
  mediaTypes: { lines: { itemSchema: { $ref: "https://example.com/api.yaml#/components/schemas/A" } } }
  schemas: { A: { type: object } }
`,
        "3.2.0",
      ),
    },
    labels: ["QUERY /a", "COPY /a", "GET /a"],
    check: ({ operations }) => {
      const get = operations.find(({ method }) => method === "get");
      expect(get?.parameters[0]?.in).toBe("querystring");
      expect(get?.responses[0]?.content[0]?.itemSchemaPointer).toBeDefined();
    },
  },
  {
    name: "Swagger 2.0: body, formData, file, collectionFormat, consumes, produces, basePath, x-nullable",
    files: {
      "openapi.yaml": `${swagger}host: api.example.com
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
paths:
  /pets/{id}:
    parameters: [{ name: id, in: path, required: true, type: string }]
    post:
      parameters: [{ name: body, in: body, required: true, schema: { $ref: "#/definitions/Pet" } }]
      responses: { "200": { description: ok, schema: { $ref: "#/definitions/Pet" } } }
    put:
      consumes: [multipart/form-data]
      parameters:
        - { name: photo, in: formData, type: file }
        - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: multi }
      responses: { "204": { description: ok } }
definitions:
  Pet: { type: object, properties: { name: { type: string, x-nullable: true } } }
`,
    },
    labels: ["POST /pets/{id}", "PUT /pets/{id}"],
    check: ({ version, servers, operations, schemas }) => {
      expect(version).toBe("2.0");
      expect(servers.map(({ url }) => url)).toEqual(["https://api.example.com/v1"]);
      expect(schemas.map(({ name }) => name)).toEqual(["Pet"]);
      const [post, put] = operations;
      expect(post?.requestBody?.content.map(({ mediaType }) => mediaType)).toEqual([
        "application/json",
      ]);
      expect(put?.requestBody?.content.map(({ mediaType }) => mediaType)).toEqual([
        "multipart/form-data",
      ]);
      expect(put?.parameters.find(({ name }) => name === "tags")?.explode).toBe(true);
    },
  },
  {
    name: "Swagger 2.0 in several files",
    files: {
      "openapi.yaml": `${swagger}paths:\n  /a:\n    get:\n      parameters: [{ $ref: "parts.yaml#/parameter" }]\n      responses: { "200": { description: ok, schema: { $ref: "parts.yaml#/Pet" } } }\n`,
      "parts.yaml": "parameter: { name: q, in: query, type: string }\nPet: { type: object }\n",
    },
    labels: ["GET /a"],
    check: ({ operations }) => expect(operations[0]?.parameters[0]?.name).toBe("q"),
  },
  {
    name: "Swagger 2.0 as a number",
    files: { "openapi.yaml": 'swagger: 2.0\ninfo: { title: T, version: "1" }\npaths: {}\n' },
    labels: [],
    codes: ["wrong-type"],
  },
  {
    name: "a version that is not there yet",
    files: { "openapi.yaml": withYaml(`paths: { /a: { get: ${operation} } }\n`, "3.7.0") },
    labels: ["GET /a"],
    codes: ["version-unknown"],
  },
  {
    name: "webhooks alone",
    files: {
      "openapi.yaml": withYaml(
        "webhooks: { done: { post: { responses: { '200': { description: ok } } } } }\n",
      ),
    },
    labels: [],
  },
  {
    name: "webhooks are no operations of paths, and callbacks neither",
    files: {
      "openapi.yaml": withYaml(
        `webhooks: { done: { post: ${operation} } }\npaths: { /a: { post: { callbacks: { c: { "{$request.body#/u}": { put: ${operation} } } }, responses: { "200": { description: ok } } } } }\n`,
      ),
    },
    labels: ["POST /a"],
  },
];

runCases(cases);
