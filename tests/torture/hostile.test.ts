import { expect } from "vitest";
import { operation, runCases, type TortureCase, withSchemas, withYaml } from "./check-case.ts";

const head = '{"openapi":"3.1.0","info":{"title":"T","version":"1"}';
const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];
const quoted = names.map((name) => JSON.stringify(name));

function nest(opening: string, closing: string, depth: number): string {
  return opening.repeat(depth) + closing.repeat(depth);
}

/** What is meant to break a reader. */
const cases: readonly TortureCase[] = [
  {
    name: "prototype names as schemas and properties",
    files: {
      "openapi.json": `${head},"paths":{},"components":{"schemas":{${quoted
        .map(
          (name) =>
            `${name}:{"type":"object","properties":{${name}:{"$ref":"#/components/schemas/${name.slice(1, -1)}"}},"required":[${name}]}`,
        )
        .join(",")}}}}`,
    },
    labels: [],
    check: ({ schemas }) => expect(schemas.map(({ name }) => name)).toEqual(names),
  },
  {
    name: "prototype names as paths, operation ids, parameters, responses, headers, tags, media types",
    files: {
      "openapi.json": `${head},"paths":{${names
        .map(
          (name) =>
            `"/${name}":{"get":{"operationId":"${name}","tags":["${name}"],"parameters":[{"name":"${name}","in":"query","schema":{}}],"responses":{"200":{"description":"","headers":{"${name}":{"schema":{}}},"content":{"${name}/x":{"schema":{}}},"links":{"${name}":{"operationId":"${name}"}}}}}}`,
        )
        .join(",")}}}`,
    },
    labels: names.map((name) => `GET /${name}`),
    check: ({ operations }) => {
      expect(new Set(operations.map(({ name }) => name)).size).toBe(names.length);
      expect(operations.map(({ parameters }) => parameters[0]?.name)).toEqual(names);
    },
  },
  {
    name: "prototype names as security schemes, server variables, discriminator values, callbacks",
    files: {
      "openapi.json": `${head},"servers":[{"url":"https://{__proto__}.example","variables":{"__proto__":{"default":"a"}}}],"security":[{"__proto__":[]}],"paths":{"/a":{"get":{"callbacks":{"constructor":{"{$request.body#/u}":{"post":{"responses":{"200":{"description":""}}}}}},"responses":{"200":{"description":""}}}}},"components":{"securitySchemes":{"__proto__":{"type":"http","scheme":"basic"}},"schemas":{"A":{"type":"object","required":["k"],"properties":{"k":{"type":"string"}},"discriminator":{"propertyName":"k","mapping":{"__proto__":"#/components/schemas/A","constructor":"A"}}}}}}`,
    },
    labels: ["GET /a"],
    check: ({ securitySchemes, servers }) => {
      expect(securitySchemes.map(({ name }) => name)).toEqual(["__proto__"]);
      expect(servers[0]?.variables[0]?.name).toBe("__proto__");
    },
  },
  {
    name: "references to what only the prototype has",
    files: {
      "openapi.yaml": withSchemas(
        "A: { $ref: '#/components/schemas/constructor' }\nB: { $ref: '#/__proto__' }\nC: { $ref: '#/components/schemas/A/toString' }",
      ),
    },
    labels: ["GET /a"],
    codes: ["ref-not-found"],
  },
  {
    name: "YAML, 10,000 lists deep",
    files: { "openapi.yaml": withYaml(`paths: {}\nx: ${nest("[", "]", 10_000)}\n`) },
    labels: undefined,
    codes: ["too-deep"],
  },
  {
    name: "YAML, 10,000 block maps deep",
    files: {
      "openapi.yaml": withYaml(
        `paths: {}\nx:\n${Array.from({ length: 10_000 }, (_, depth) => `${" ".repeat(depth + 1)}a:`).join("\n")}\n`,
      ),
    },
    labels: undefined,
    codes: ["too-deep"],
  },
  {
    name: "JSON, 10,000 lists deep",
    files: { "openapi.json": `${head},"paths":{},"x-a":${nest("[", "]", 10_000)}}` },
    labels: undefined,
    codes: ["too-deep"],
  },
  {
    name: "JSON, a million lists deep, without an end",
    files: { "openapi.json": `${head},"x-a":${"[".repeat(1_000_000)}` },
    labels: undefined,
    codes: ["json-syntax"],
  },
  {
    name: "a schema as deep as allowed",
    files: {
      "openapi.json": `${head},"paths":{},"components":{"schemas":{"A":${'{"items":'.repeat(500)}true${"}".repeat(500)}}}}`,
    },
    labels: [],
  },
  {
    name: "references that nest deeper than any file",
    files: {
      "openapi.json": `${head},"paths":{},"components":{"schemas":{${Array.from(
        { length: 10_000 },
        (_, index) => `"S${index}":{"allOf":[{"$ref":"#/components/schemas/S${index + 1}"}]}`,
      ).join(",")},"S10000":{}}}}`,
    },
    labels: [],
  },
  {
    name: "a chain of 10,000 references",
    files: {
      "openapi.json": `${head},"paths":{"/a":{"get":{"responses":{"200":{"$ref":"#/components/responses/S0"}}}}},"components":{"responses":{${Array.from(
        { length: 10_000 },
        (_, index) => `"S${index}":{"$ref":"#/components/responses/S${index + 1}"}`,
      ).join(",")},"S10000":{"description":""}}}}`,
    },
    labels: ["GET /a"],
    check: ({ operations }) => expect(operations[0]?.responses).toHaveLength(1),
  },
  {
    name: "billion laughs, by aliases",
    files: {
      "openapi.yaml": withYaml(
        `paths: {}\nx-a: &a [x, x, x, x, x, x, x, x, x, x]\n${[..."abcdefghi"]
          .map(
            (name, index) =>
              `x-${"bcdefghij"[index]}: &${"bcdefghij"[index]} [${Array(10).fill(`*${name}`).join(", ")}]`,
          )
          .join("\n")}\n`,
      ),
    },
    labels: undefined,
    codes: ["alias-bomb"],
  },
  {
    name: "billion laughs, by merge keys",
    files: {
      "openapi.yaml": withYaml(
        `paths: {}\nx-a: &a { k: 1 }\n${[..."abcdefghijklmnopqrstuvwxy"]
          .map((name, index) => {
            const next = "bcdefghijklmnopqrstuvwxyz"[index];
            return `x-${next}: &${next} { <<: [*${name}, *${name}], l${index}: *${name}, r${index}: *${name} }`;
          })
          .join("\n")}\n`,
      ),
    },
    labels: undefined,
    codes: ["alias-bomb"],
  },
  {
    name: "doubling by references between schemas: shared, and no bomb",
    files: {
      "openapi.yaml": withSchemas(
        `${Array.from({ length: 40 }, (_, index) => `S${index}: { allOf: [{ $ref: '#/components/schemas/S${index + 1}' }, { $ref: '#/components/schemas/S${index + 1}' }] }`).join("\n")}\nS40: { type: object }`,
      ),
    },
    labels: ["GET /a"],
  },
  {
    name: "doubling by references to maps, in one file",
    files: {
      "openapi.yaml": `${withSchemas("A: { properties: { $ref: '#/x-maps/m0' } }")}x-maps:\n${Array.from({ length: 30 }, (_, index) => `  m${index}: { a: { properties: { $ref: '#/x-maps/m${index + 1}' } }, b: { properties: { $ref: '#/x-maps/m${index + 1}' } } }`).join("\n")}\n  m30: { a: {} }\n`,
    },
    labels: undefined,
    codes: ["ref-bomb", "ref-misplaced"],
  },
  {
    name: "doubling by references to maps, in another file",
    files: {
      "openapi.yaml": withSchemas("A: { properties: { $ref: 'maps.yaml#/m0' } }"),
      "maps.yaml": `${Array.from({ length: 30 }, (_, index) => `m${index}: { a: { properties: { $ref: '#/m${index + 1}' } }, b: { properties: { $ref: '#/m${index + 1}' } } }`).join("\n")}\nm30: { a: {} }\n`,
    },
    labels: undefined,
    codes: ["ref-bomb", "ref-misplaced"],
  },
  {
    name: "50 MB of one string",
    files: {
      "openapi.json": `${head},"paths":{"/a":{"get":{"responses":{"200":{"description":"${"x".repeat(50_000_000)}"}}}}}}`,
    },
    labels: ["GET /a"],
  },
  {
    name: "50 MB of operations",
    files: {
      "openapi.json": `${head},"paths":{${Array.from({ length: 50_000 }, (_, index) => `"/p${index}":{"get":{"description":"${"x".repeat(940)}","responses":{"200":{"description":"ok"}}}}`).join(",")}}}`,
    },
    labels: Array.from({ length: 50_000 }, (_, index) => `GET /p${index}`),
  },
  {
    name: "a thousand paths that match the same requests",
    files: {
      "openapi.json": `${head},"paths":{${Array.from({ length: 1000 }, (_, index) => `"/{p${index}}":{"parameters":[{"name":"p${index}","in":"path","required":true,"schema":{}}],"get":{"responses":{"200":{"description":"ok"}}}}`).join(",")}}}`,
    },
    labels: Array.from({ length: 1000 }, (_, index) => `GET /{p${index}}`),
    codes: ["path-conflict"],
  },
  {
    name: "names that break out of code, terminals and paths",
    files: {
      "openapi.json": `${head},"paths":{"/a":{"get":{"operationId":"*/ process.exit(1) //","summary":"\\u001b[2J\\u0007","responses":{"200":{"description":"\\u2028\`\${1}"}}}}},"components":{"schemas":{"../../x":{},"a\\u0000b":{},"":{},"\\ud800":{}}}}`,
    },
    labels: ["GET /a"],
    check: ({ operations, schemas }) => {
      expect(operations[0]?.name).toMatch(/^[a-zA-Z][a-zA-Z0-9]*$/);
      expect(schemas).toHaveLength(4);
    },
  },
  {
    name: "path templates without an end, and a path without its slash",
    files: {
      "openapi.yaml": withYaml(
        `paths: { "/a/{b": { get: ${operation} }, "/{}": { get: ${operation} }, "/}{": { get: ${operation} }, "a": { get: ${operation} } }\n`,
      ),
    },
    labels: ["GET /a/{b", "GET /{}", "GET /}{", "GET /a"],
    codes: ["bad-value", "path-parameter-missing"],
  },
];

runCases(cases);
