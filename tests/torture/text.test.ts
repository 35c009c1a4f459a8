import { expect } from "vitest";
import { operation, runCases, type TortureCase, withSchemas, withYaml } from "./check-case.ts";

const sound = withYaml(`paths: { /a: { get: ${operation} } }\n`);

/** What the parsers are given. */
const cases: readonly TortureCase[] = [
  { name: "nothing", files: { "openapi.yaml": "" }, labels: undefined, codes: ["not-openapi"] },
  {
    name: "blanks and comments",
    files: { "openapi.yaml": "\n  \n# nothing\n" },
    labels: undefined,
    codes: ["not-openapi"],
  },
  {
    name: "null",
    files: { "openapi.json": "null" },
    labels: undefined,
    codes: ["not-openapi"],
  },
  {
    name: "a UTF-8 byte order mark before YAML",
    files: { "openapi.yaml": `\uFEFF${sound}` },
    labels: ["GET /a"],
  },
  {
    name: "a UTF-8 byte order mark before JSON",
    files: {
      "openapi.json": '\uFEFF{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}',
    },
    labels: [],
  },
  {
    name: "UTF-16, little-endian",
    files: { "openapi.yaml": Buffer.from(`\uFEFF${sound}`, "utf16le") },
    labels: ["GET /a"],
  },
  {
    name: "UTF-16, big-endian",
    files: { "openapi.yaml": Buffer.from(`\uFEFF${sound}`, "utf16le").swap16() },
    labels: ["GET /a"],
  },
  {
    name: "UTF-16 without a mark",
    files: { "openapi.yaml": Buffer.from(sound, "utf16le") },
    labels: undefined,
    codes: ["not-openapi"],
  },
  {
    name: "bytes that are no text",
    files: { "openapi.yaml": Buffer.from([0x6f, 0xff, 0xfe, 0x00, 0xc3, 0x28]) },
    labels: undefined,
    codes: ["not-text"],
  },
  {
    name: "NUL in a title, escaped",
    files: { "openapi.yaml": sound.replace("title: T", 'title: "T\\0\\e[31m"') },
    labels: ["GET /a"],
    check: ({ title }) => expect(title).toBe("T\u0000\u001b[31m"),
  },
  {
    name: "CRLF",
    files: { "openapi.yaml": sound.replaceAll("\n", "\r\n") },
    labels: ["GET /a"],
  },
  {
    name: "tabs for indentation in YAML",
    files: { "openapi.yaml": "openapi: 3.1.0\ninfo:\n\ttitle: T\n" },
    labels: undefined,
    codes: ["yaml-syntax"],
  },
  {
    name: "tabs in JSON",
    files: {
      "openapi.json":
        '{\n\t"openapi": "3.1.0",\n\t"info": {\t"title": "T", "version": "1" },\n\t"paths": {}\n}',
    },
    labels: [],
  },
  {
    name: "JSON under the name of YAML",
    files: { "openapi.yaml": '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}' },
    labels: [],
  },
  {
    name: "YAML under the name of JSON",
    files: { "openapi.json": sound },
    labels: undefined,
    codes: ["json-syntax"],
  },
  {
    name: "flow YAML that looks like JSON",
    files: { "openapi.yaml": '{openapi: 3.1.0, info: {title: T, version: "1"}, paths: {},}' },
    labels: [],
  },
  {
    name: "JSON with a comma too many, comments and single quotes",
    files: { "openapi.json": "{'openapi': '3.1.0', // no\n}" },
    labels: undefined,
    codes: ["json-syntax"],
  },
  {
    name: "duplicate keys in YAML: the last one counts",
    files: {
      "openapi.yaml": withYaml(
        `paths:\n  /a: { get: ${operation} }\n  /b: { get: ${operation} }\n  /a: { put: ${operation} }\n`,
      ),
    },
    labels: ["PUT /a", "GET /b"],
    codes: ["duplicate-key"],
  },
  {
    name: "duplicate keys in JSON",
    files: {
      "openapi.json":
        '{"openapi":"3.1.0","info":{"title":"T","title":"U","version":"1"},"paths":{}}',
    },
    labels: [],
    codes: ["duplicate-key"],
    check: ({ title }) => expect(title).toBe("U"),
  },
  {
    name: "merge keys, one and a list of them",
    files: {
      "openapi.yaml": withYaml(
        `x-a: &a { get: ${operation} }\nx-b: &b { put: ${operation} }\npaths:\n  /a: { <<: *a }\n  /b: { <<: [*a, *b], post: ${operation} }\n`,
      ),
    },
    labels: ["GET /a", "POST /b", "GET /b", "PUT /b"],
  },
  {
    name: "anchors do not reach into another document",
    files: { "openapi.yaml": `x: &x 1\n---\n${sound}y: *x\n` },
    labels: undefined,
    codes: ["not-openapi", "several-documents"],
  },
  {
    name: "several documents in one file: the first one",
    files: { "openapi.yaml": `---\n${sound}---\nopenapi: 3.0.0\n` },
    labels: ["GET /a"],
    codes: ["several-documents"],
  },
  {
    name: "an alias to nothing",
    files: { "openapi.yaml": `${sound}x-y: *nothing\n` },
    labels: undefined,
    codes: ["alias-ring"],
  },
  {
    name: "an alias to what holds it",
    files: { "openapi.yaml": withSchemas("A: &a { properties: { next: *a } }") },
    labels: undefined,
    codes: ["alias-ring"],
  },
  {
    name: "tags of YAML, known and unknown",
    files: { "openapi.yaml": withSchemas("A: !custom { enum: [!!str 1, !!int '2'] }") },
    labels: ["GET /a"],
    check: ({ document }) =>
      expect(document).toMatchObject({ components: { schemas: { A: { enum: ["1", 2] } } } }),
  },
  {
    name: "numbers, booleans, null and dates as keys",
    files: {
      "openapi.yaml": withYaml(
        `paths: { /a: { get: { responses: { 200: { description: ok }, 2XX: { description: more } } } } }\ncomponents:\n  schemas:\n    1.0: {}\n    0x10: {}\n    1e3: {}\n    true: {}\n    null: {}\n    2020-01-01: {}\n    ~: {}\n`,
      ),
    },
    labels: ["GET /a"],
    check: ({ schemas, operations }) => {
      expect(schemas.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["1.0", "0x10", "1e3", "true", "null", "2020-01-01", "~"]),
      );
      expect(operations[0]?.responses.map(({ status }) => status)).toEqual(["200", "2XX"]);
    },
  },
  {
    name: "lists and objects as keys",
    files: {
      "openapi.yaml": withYaml(
        `? [a, b]\n: 1\n? { c: d }\n: 2\npaths: { /a: { get: ${operation} } }\n`,
      ),
    },
    labels: ["GET /a"],
    codes: ["yaml-key"],
  },
  {
    name: "a version that is a number, a title that is a date",
    files: {
      "openapi.yaml": `openapi: 3.1\ninfo: { title: 2020-01-01, version: 1.0 }\npaths: { /a: { get: ${operation} } }\n`,
    },
    labels: ["GET /a"],
    codes: ["wrong-type"],
    check: ({ title }) => expect(title).toBe("2020-01-01"),
  },
  {
    name: "enormous numbers, infinities and no number",
    files: {
      "openapi.yaml": withSchemas(
        "A: { maximum: 1e400, minimum: -.inf, multipleOf: .nan, default: 123456789012345678901234567890 }",
      ),
    },
    labels: ["GET /a"],
    codes: ["yaml-key"],
  },
  {
    name: "a JSON number beyond all measure",
    files: {
      "openapi.json":
        '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{"A":{"maximum":1e400}}}}',
    },
    labels: [],
    check: ({ document }) => expect(() => JSON.stringify(document)).not.toThrow(),
  },
];

runCases(cases);
