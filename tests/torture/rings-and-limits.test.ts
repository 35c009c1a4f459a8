import { expect } from "vitest";
import { operation, runCases, type TortureCase, withSchemas, withYaml } from "./check-case.ts";

const parts = `Pet: { type: object, properties: { owner: { $ref: "#/Owner" } } }
Owner: { type: object, properties: { pets: { type: array, items: { $ref: "#/Pet" } } } }
`;

/** Rings, and places that no reference may read. */
const cases: readonly TortureCase[] = [
  {
    name: "a ring within one file",
    files: {
      "openapi.yaml": withSchemas(
        "A: { $ref: '#/components/schemas/B' }\nB: { $ref: '#/components/schemas/A' }",
      ),
    },
    labels: ["GET /a"],
    codes: ["ref-ring"],
  },
  {
    name: "a reference to itself",
    files: { "openapi.yaml": withSchemas("A: { $ref: '#/components/schemas/A' }") },
    labels: ["GET /a"],
    codes: ["ref-ring"],
  },
  {
    name: "a ring over files",
    files: {
      "openapi.yaml": withSchemas("A: { $ref: 'b.yaml#/B' }"),
      "b.yaml": "B: { $ref: 'c.yaml#/C' }\n",
      "c.yaml": "C: { $ref: 'b.yaml#/B' }\n",
    },
    labels: ["GET /a"],
    codes: ["ref-ring"],
  },
  {
    name: "a ring through allOf",
    files: {
      "openapi.yaml": withSchemas(
        "A: { allOf: [{ $ref: '#/components/schemas/B' }] }\nB: { allOf: [{ $ref: '#/components/schemas/A' }] }",
      ),
    },
    labels: ["GET /a"],
  },
  {
    name: "a ring of path items",
    files: {
      "openapi.yaml": withYaml(
        `paths:\n  /a: { get: ${operation} }\n  /b: { $ref: "#/paths/~1c" }\n  /c: { $ref: "#/paths/~1b" }\n`,
      ),
    },
    labels: ["GET /a"],
    codes: ["ref-ring"],
  },
  {
    name: "a ring of parameters and responses",
    files: {
      "openapi.yaml": withYaml(
        `paths: { /a: { get: { parameters: [{ $ref: "#/components/parameters/p" }], responses: { "200": { $ref: "#/components/responses/r" } } } } }\ncomponents:\n  parameters: { p: { $ref: "#/components/parameters/p" } }\n  responses: { r: { $ref: "#/components/responses/r" } }\n`,
      ),
    },
    labels: ["GET /a"],
    codes: ["ref-ring"],
  },
  {
    name: "schemas that hold themselves, over two files",
    files: { "openapi.yaml": withSchemas("Pet: { $ref: 'parts.yaml#/Pet' }"), "parts.yaml": parts },
    labels: ["GET /a"],
    check: ({ schemas }) => expect(schemas.map(({ name }) => name)).toContain("Owner"),
  },
  {
    name: "../../../etc/passwd",
    files: { "openapi.yaml": withSchemas("A: { $ref: '../../../../../../../../etc/passwd' }") },
    labels: ["GET /a"],
    codes: ["ref-not-allowed"],
  },
  {
    name: "../../../etc/passwd, in percent escapes",
    files: {
      "openapi.yaml": withSchemas(
        "A: { $ref: '%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd#/root' }",
      ),
    },
    labels: ["GET /a"],
    codes: ["ref-not-allowed"],
  },
  {
    name: "an absolute path",
    files: { "openapi.yaml": withSchemas("A: { $ref: '/etc/passwd' }") },
    labels: ["GET /a"],
    codes: ["ref-not-allowed"],
  },
  {
    name: "a file: URL",
    files: { "openapi.yaml": withSchemas("A: { $ref: 'file:///etc/passwd' }") },
    labels: ["GET /a"],
    codes: ["ref-not-allowed"],
  },
  {
    name: "an http: URL, while the network is off",
    files: { "openapi.yaml": withSchemas("A: { $ref: 'http://127.0.0.1:1/a.yaml' }") },
    labels: ["GET /a"],
    codes: ["ref-not-allowed"],
  },
  {
    name: "schemes that nobody reads",
    files: {
      "openapi.yaml": withSchemas(
        "A: { $ref: 'javascript:alert(1)' }\nB: { $ref: 'data:application/json,{}' }\nC: { $ref: 'ftp://example.com/a' }",
      ),
    },
    labels: ["GET /a"],
    codes: ["ref-not-allowed"],
  },
  {
    name: "a symbolic link out of the folder",
    files: {
      "openapi.yaml": withSchemas("A: { $ref: 'link.yaml' }"),
      "link.yaml": { link: "/etc/passwd" },
    },
    labels: ["GET /a"],
    codes: ["ref-not-allowed"],
  },
  {
    name: "a symbolic link within the folder",
    files: {
      "openapi.yaml": withSchemas("A: { $ref: 'link.yaml#/Pet' }"),
      "parts.yaml": parts,
      "link.yaml": { link: "parts.yaml" },
    },
    labels: ["GET /a"],
  },
  {
    name: "a folder, a device and a name with NUL",
    files: {
      "openapi.yaml": withSchemas(
        "A: { $ref: 'folder' }\nB: { $ref: \"a\\0.yaml\" }\nC: { $ref: 'zero.yaml' }",
      ),
      "folder/x.yaml": "a: 1",
      "zero.yaml": { link: "/dev/zero" },
    },
    labels: ["GET /a"],
    codes: ["ref-not-allowed", "ref-not-readable"],
  },
  {
    name: "a file beside the folder, as of a shared one",
    files: {
      "openapi.yaml": withSchemas("A: { $ref: '../common/a.yaml' }"),
      "../common/a.yaml": "type: string",
    },
    labels: ["GET /a"],
  },
];

runCases(cases);
