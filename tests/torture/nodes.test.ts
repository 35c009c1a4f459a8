import { operation, runCases, type TortureCase, withYaml } from "./check-case.ts";

const odd = ["null", "1", "true", "text", "[]", "[null]", "{}", "{ a: null }"];

/** Every field, with a value of every kind where it should be another one. */
const places: readonly {
  readonly place: string;
  readonly write: (value: string) => string;
  readonly labels: readonly string[];
}[] = [
  {
    place: "info",
    write: (value) => `openapi: 3.1.0\ninfo: ${value}\npaths: { /a: { get: ${operation} } }\n`,
    labels: ["GET /a"],
  },
  { place: "paths", write: (value) => withYaml(`paths: ${value}\n`), labels: [] },
  {
    place: "a path item",
    write: (value) => withYaml(`paths: { /b: ${value}, /a: { get: ${operation} } }\n`),
    labels: ["GET /a"],
  },
  {
    place: "parameters",
    write: (value) =>
      withYaml(
        `paths: { /a: { parameters: ${value}, get: { parameters: ${value}, responses: {} } } }\n`,
      ),
    labels: ["GET /a"],
  },
  {
    place: "a parameter",
    write: (value) =>
      withYaml(`paths: { /a: { get: { parameters: [${value}], responses: {} } } }\n`),
    labels: ["GET /a"],
  },
  {
    place: "responses",
    write: (value) => withYaml(`paths: { /a: { get: { responses: ${value} } } }\n`),
    labels: ["GET /a"],
  },
  {
    place: "a response",
    write: (value) => withYaml(`paths: { /a: { get: { responses: { 200: ${value} } } } }\n`),
    labels: ["GET /a"],
  },
  {
    place: "content",
    write: (value) =>
      withYaml(
        `paths: { /a: { post: { requestBody: { content: ${value} }, responses: { 200: { description: ok, content: ${value} } } } } }\n`,
      ),
    labels: ["POST /a"],
  },
  {
    place: "a media type",
    write: (value) =>
      withYaml(
        `paths: { /a: { get: { responses: { 200: { description: ok, content: { a/b: ${value} } } } } } }\n`,
      ),
    labels: ["GET /a"],
  },
  {
    place: "a schema",
    write: (value) =>
      withYaml(
        `paths: { /a: { get: { responses: { 200: { description: ok, content: { a/b: { schema: ${value} } } } } } } }\ncomponents: { schemas: { A: ${value}, B: { properties: { c: ${value} }, items: ${value}, allOf: [${value}] } } }\n`,
      ),
    labels: ["GET /a"],
  },
  {
    place: "schema keywords",
    write: (value) =>
      withYaml(
        `paths: { /a: { get: ${operation} } }\ncomponents: { schemas: { A: { type: ${value}, properties: ${value}, required: ${value}, enum: ${value}, allOf: ${value}, oneOf: ${value}, items: ${value}, $defs: ${value}, $id: ${value}, $anchor: ${value}, $ref: ${value}, discriminator: ${value}, nullable: ${value}, pattern: ${value}, minimum: ${value}, exclusiveMinimum: ${value} } } }\n`,
      ),
    labels: ["GET /a"],
  },
  {
    place: "components and its maps",
    write: (value) =>
      withYaml(
        `paths: { /a: { get: ${operation} } }\ncomponents: { schemas: ${value}, parameters: ${value}, responses: ${value}, headers: ${value}, examples: ${value}, securitySchemes: ${value}, links: ${value}, callbacks: ${value}, pathItems: ${value}, requestBodies: ${value} }\n`,
      ),
    labels: ["GET /a"],
  },
  {
    place: "servers, security, tags, webhooks",
    write: (value) =>
      withYaml(
        `servers: ${value}\nsecurity: ${value}\ntags: ${value}\nwebhooks: ${value}\nexternalDocs: ${value}\npaths: { /a: { get: ${operation} } }\n`,
      ),
    labels: ["GET /a"],
  },
  {
    place: "a server, a variable, a requirement",
    write: (value) =>
      withYaml(
        `servers: [${value}, { url: ${value}, variables: ${value} }, { url: "/{v}", variables: { v: ${value} } }]\nsecurity: [${value}, { k: ${value} }]\npaths: { /a: { get: ${operation} } }\ncomponents: { securitySchemes: { k: ${value} } }\n`,
      ),
    labels: ["GET /a"],
  },
  {
    place: "an operation's fields",
    write: (value) =>
      withYaml(
        `paths: { /a: { get: { operationId: ${value}, summary: ${value}, description: ${value}, tags: ${value}, deprecated: ${value}, requestBody: ${value}, callbacks: ${value}, servers: ${value}, security: ${value}, responses: {} } } }\n`,
      ),
    labels: ["GET /a"],
  },
  {
    place: "a parameter's fields",
    write: (value) =>
      withYaml(
        `paths: { /a: { get: { parameters: [{ name: ${value}, in: query, required: ${value}, style: ${value}, explode: ${value}, schema: ${value}, content: ${value}, example: ${value}, examples: ${value} }, { name: x, in: ${value} }], responses: {} } } }\n`,
      ),
    labels: ["GET /a"],
  },
  {
    place: "a response's fields",
    write: (value) =>
      withYaml(
        `paths: { /a: { get: { responses: { 200: { description: ${value}, headers: ${value}, content: ${value}, links: ${value} }, 404: { headers: { h: ${value} }, links: { l: ${value} } } } } } }\n`,
      ),
    labels: ["GET /a"],
  },
];

const cases = places.flatMap(({ place, write, labels }) =>
  odd.map(
    (value): TortureCase => ({
      name: `${place}: ${value}`,
      files: { "openapi.yaml": write(value) },
      labels,
      // What is said of an odd node is for other tests; here the document around it is understood
      codes: "any",
    }),
  ),
);

runCases(cases);
