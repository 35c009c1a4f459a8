import { resolvePointer } from "@truespec/json-schema/json-pointer";
import { expect, test } from "vitest";
import { type Files, loadFiles, summarize } from "../../test/folder.ts";

const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';

/** A description whose only response refers to `ref`. */
function answering(ref: string): string {
  return `${head}paths:
  /a:
    get:
      responses:
        "200":
          description: ""
          content:
            application/json:
              schema: { $ref: "${ref}" }
`;
}

async function load(files: Files) {
  const result = await loadFiles(files);
  if (!result.ok) throw new Error(summarize(result).join("\n"));
  const { document, locate, operations, files: read } = result.description;
  const lineOf = (pointer: string) => {
    const location = locate(pointer);
    return `${location?.source.split("/").at(-1)}:${location?.line} ${location?.pointer}`;
  };
  const names = read.map((file) => file.split("/").at(-1));
  return { document, operations, lineOf, names, found: summarize(result) };
}

const schemaAt = "/paths/~1a/get/responses/200/content/application~1json/schema";

test("a schema in another file becomes a component of its name", async () => {
  const { document, lineOf, names, found } = await load({
    "openapi.yaml": answering("schemas/Pet.yaml"),
    "schemas/Pet.yaml": "type: object\nproperties:\n  owner: { $ref: Owner.yaml }",
    "schemas/Owner.yaml": "properties:\n  pets: { items: { $ref: ./Pet.yaml } }",
  });
  expect(document["components"]).toEqual({
    schemas: {
      Pet: { type: "object", properties: { owner: { $ref: "#/components/schemas/Owner" } } },
      Owner: { properties: { pets: { items: { $ref: "#/components/schemas/Pet" } } } },
    },
  });
  expect(lineOf("/components/schemas/Pet/properties/owner")).toBe("Pet.yaml:3 /properties/owner");
  expect(lineOf(schemaAt)).toMatch(/^openapi.yaml:11/);
  expect(names).toEqual(["openapi.yaml", "Pet.yaml", "Owner.yaml"]);
  expect(found).toEqual([]);
});

test.each([
  { ref: "common.yaml#/definitions/Pet", name: "Pet" },
  { ref: "./common.yaml#/definitions/a~1b", name: "a_b" },
  { ref: "common.yaml#/definitions/with%20space", name: "with_space" },
  { ref: "common.yaml#named", name: "Anchored" },
  { ref: "my%20file.json", name: "my_file" },
  { ref: "../common.yaml#/definitions/Pet", name: "Pet" },
])("$ref becomes the component $name", async ({ ref, name }) => {
  const common = `definitions:
  Pet: { type: string }
  a/b: { type: string }
  with space: { type: string }
  Anchored: { $anchor: named, type: string }
`;
  const files = { "common.yaml": common, "my file.json": '{"type": "string"}' };
  const above = { "../common.yaml": common };
  const { document } = await load({ ...files, ...above, "openapi.yaml": answering(ref) });
  const { components } = document as { components: { schemas: { [name: string]: unknown } } };
  expect(Object.keys(components.schemas)).toEqual([name]);
});

test("components that only point to a file keep their names, and others get a free one", async () => {
  const { document } = await load({
    "openapi.yaml": `${answering("b/Pet.yaml")}components:
  schemas:
    Animal: { $ref: a/Pet.yaml }
    Pet: { type: "null" }
`,
    "a/Pet.yaml": "properties: { self: { $ref: Pet.yaml } }",
    "b/Pet.yaml": "{ type: string }",
  });
  expect(document["components"]).toEqual({
    schemas: {
      Animal: { properties: { self: { $ref: "#/components/schemas/Animal" } } },
      Pet: { type: "null" },
      Pet2: { type: "string" },
    },
  });
});

test("an operation in another file has all its parts", async () => {
  const { document, operations, lineOf, found } = await load({
    "openapi.yaml": `${head}paths:
  /a/{id}:
    summary: mine
    $ref: paths/a.yaml
components:
  responses:
    Done: { description: done }
`,
    "paths/a.yaml": `summary: theirs
parameters: [{ $ref: "../shared.yaml#/id" }]
get:
  responses:
    "404": { $ref: "../shared.yaml#/NotFound" }
    "200": { $ref: "../openapi.yaml#/components/responses/Done" }
`,
    "shared.yaml": `id: { name: id, in: path, required: true, schema: { type: string } }
NotFound: { description: gone }
`,
  });
  const [operation] = operations;
  expect(operation?.label).toBe("GET /a/{id}");
  expect(operation?.summary).toBe("mine");
  expect(operation?.parameters.map(({ pointer }) => pointer)).toEqual([
    "/components/parameters/id",
  ]);
  expect(operation?.responses.map(({ description }) => description)).toEqual(["done", "gone"]);
  expect(Object.keys(document["components"] ?? {})).toEqual(["responses", "parameters"]);
  expect(lineOf("/paths/~1a~1{id}/get/responses")).toBe("a.yaml:4 /get/responses");
  expect(lineOf("/paths/~1a~1{id}/summary")).toBe("openapi.yaml:5 /paths/~1a~1{id}/summary");
  expect(lineOf("/components/parameters/id/schema")).toBe("shared.yaml:1 /id/schema");
  expect(found).toEqual([]);
});

test("what no reference may stand for is put in its place", async () => {
  const { document, found } = await load({
    "openapi.yaml": `openapi: 3.1.0
info: { $ref: info.yaml }
paths: { $ref: paths.yaml }
components:
  schemas: { $ref: "#/x-schemas" }
x-schemas:
  A: { properties: { $ref: "properties.yaml#/A" } }
`,
    "info.yaml": '{ title: T, version: "1" }',
    "paths.yaml": "/a: { $ref: a.yaml }",
    "a.yaml": 'get: { responses: { "204": { description: "" } } }',
    "properties.yaml": "A: { b: { type: string } }",
  });
  expect(document).toMatchObject({
    info: { title: "T", version: "1" },
    paths: { "/a": { get: { responses: { 204: { description: "" } } } } },
    components: { schemas: { A: { properties: { b: { type: "string" } } } } },
  });
  expect(found).toEqual([
    "ref-misplaced openapi.yaml:2 /info",
    "ref-misplaced openapi.yaml:3 /paths",
    "ref-misplaced openapi.yaml:5 /components/schemas",
    "ref-misplaced openapi.yaml:7 /x-schemas/A/properties",
  ]);
});

test("a discriminator follows its schemas", async () => {
  const { document, found } = await load({
    "openapi.yaml": answering("Pet.yaml"),
    "Pet.yaml": `oneOf: [{ $ref: Cat.yaml }, { $ref: Dog.yaml }]
discriminator:
  propertyName: kind
  mapping: { cat: Cat.yaml, __proto__: Cat.yaml, kitten: Cat }
  defaultMapping: Dog.yaml
`,
    "Cat.yaml": "type: object",
    "Dog.yaml": "type: object",
  });
  const [Cat, Dog] = ["#/components/schemas/Cat", "#/components/schemas/Dog"];
  const mapping = { cat: Cat, ["__proto__"]: Cat, kitten: "Cat" };
  expect(resolvePointer(document, "/components/schemas/Pet/discriminator")).toEqual({
    propertyName: "kind",
    mapping,
    defaultMapping: Dog,
  });
  expect(found).toEqual([]);
});

test.each([
  { name: "Dgo", hint: 'Did you mean "Dog"?' },
  { name: "constructor", hint: "Name a schema" },
  { name: "#/components/schemas/Dgo", hint: "schemas/Dog" },
  { name: "#nowhere", hint: "Name a schema" },
  { name: "nowhere.yaml", hint: "Name a schema" },
  { name: "other.yaml#/Dgo", hint: "other.yaml#/Dog" },
  { name: "https://x.test/a.yaml", hint: "Name a schema" },
  { name: "Dog", hint: undefined },
  { name: "#dog", hint: undefined },
])("what a discriminator names in vain is left out: $name", async ({ name, hint }) => {
  const result = await loadFiles({
    "openapi.yaml": `${head}paths: {}
components:
  schemas:
    Dog: { $anchor: dog, type: object }
    Pet:
      discriminator:
        propertyName: kind
        mapping: { x: "${name}", dog: "#/components/schemas/Dog" }
        defaultMapping: "${name}"
`,
    "other.yaml": "Dog: {}",
  });
  const at = "/components/schemas/Pet/discriminator";
  const dog = "#/components/schemas/Dog";
  const isFound = hint === undefined;
  expect(summarize(result)).toEqual(
    isFound
      ? []
      : [
          `mapping-not-found openapi.yaml:10 ${at}/mapping/x`,
          `mapping-not-found openapi.yaml:11 ${at}/defaultMapping`,
        ],
  );
  expect(result.diagnostics[0]?.severity).toBe(isFound ? undefined : "warning");
  expect(result.diagnostics[0]?.hint ?? "").toContain(hint ?? "");
  expect(result.ok && resolvePointer(result.description.document, at)).toEqual({
    propertyName: "kind",
    ...(isFound ? { mapping: { x: name, dog }, defaultMapping: name } : { mapping: { dog } }),
  });
});

test("schemas with an $id of their own keep their references", async () => {
  const { document, found } = await load({
    "openapi.yaml": `${answering("https://example.com/pet")}components:
  schemas:
    Pet:
      $id: https://example.com/pet
      properties: { owner: { $ref: owner }, tag: { $ref: "#/$defs/tag" } }
      $defs: { tag: { type: string } }
    Owner: { $id: https://example.com/owner }
`,
  });
  expect(document).toMatchObject({
    components: { schemas: { Pet: { properties: { owner: { $ref: "owner" } } } } },
  });
  expect(found).toEqual([]);
});

test("$ref in an example is no reference", async () => {
  const { found } = await load({
    "openapi.yaml": `${head}paths: {}
components:
  schemas:
    A: { examples: [{ $ref: nowhere.yaml }], const: { $ref: "#/x" } }
  examples:
    E: { value: { $ref: nowhere.yaml } }
x-more: { $ref: ../policies.yaml }
`,
  });
  expect(found).toEqual([]);
});

const lost = `/paths/~1a/get/responses/200/content/application~1json/schema/$ref`;

test.each([
  { ref: "#/components/schemas/A", code: "ref-not-found", says: "leads nowhere" },
  { ref: "#nowhere", code: "ref-not-found", says: "leads nowhere" },
  { ref: "missing.yaml", code: "ref-not-readable", says: "missing.yaml" },
  { ref: "b.yaml#/definitions/Pat", code: "ref-not-found", says: "b.yaml#/definitions/Pet" },
  { ref: "/etc/passwd", code: "ref-not-allowed", says: "outside" },
  { ref: "../../../../../../etc/passwd", code: "ref-not-allowed", says: "outside" },
  { ref: "file:///etc/passwd", code: "ref-not-allowed", says: "outside" },
  { ref: "ftp://example.com/a.yaml", code: "ref-not-allowed", says: "only files and http(s)" },
  { ref: "http://127.0.0.1:1/a.yaml", code: "ref-not-allowed", says: "network" },
])("$ref: $code at its place", async ({ ref, code, says }) => {
  const result = await loadFiles({
    "openapi.yaml": answering(ref),
    "b.yaml": "definitions: { Pet: { type: string } }",
  });
  expect(result.ok && resolvePointer(result.description.document, schemaAt)).toEqual({});
  expect(summarize(result)).toEqual([`${code} openapi.yaml:11 ${lost}`]);
  const [diagnostic] = result.diagnostics;
  expect(`${diagnostic?.message} ${diagnostic?.hint}`).toContain(says);
  expect(diagnostic?.message).toContain(JSON.stringify(ref));
});

test("a reference that leads nowhere is reported in the file that holds it", async () => {
  const result = await loadFiles({
    "openapi.yaml": `${head}paths:\n  /a: { $ref: paths/a.yaml }\n`,
    "paths/a.yaml": `get:
  responses:
    "200": { $ref: "../openapi.yaml#/components/responses/Done" }
    "404": { $ref: "b.yaml" }
put: { responses: { "404": { $ref: "#/get/responses/404" } } }
`,
  });
  expect(summarize(result)).toEqual([
    "ref-not-found a.yaml:3 /get/responses/200/$ref",
    "ref-not-readable a.yaml:4 /get/responses/404/$ref",
  ]);
});

test("a broken file is reported where it breaks", async () => {
  const files = { "openapi.yaml": answering("b.yaml"), "b.yaml": 'a: 1\nb: "x\n' };
  const result = await loadFiles(files);
  expect(summarize(result)).toEqual(["yaml-syntax b.yaml:2 "]);
});

test.each([
  {
    files: {
      "openapi.yaml": `${head}paths: {}\ncomponents:\n  schemas:\n    A: { $ref: "#/components/schemas/B" }\n    B: { $ref: "#/components/schemas/A" }`,
    },
    codes: ["ref-ring", "ref-ring"],
  },
  {
    files: {
      "openapi.yaml": `${head}paths: { $ref: a.yaml }`,
      "a.yaml": "$ref: b.yaml",
      "b.yaml": "$ref: a.yaml",
    },
    codes: ["ref-misplaced", "ref-ring"],
  },
])("a ring is a warning $#", async ({ files, codes }) => {
  const result = await loadFiles(files);
  expect(result.ok).toBe(true);
  expect(result.diagnostics.map(({ code }) => code)).toEqual(codes);
});

test("a map that is put in several places knows in each where it was written", async () => {
  const { document, lineOf, found } = await load({
    "openapi.yaml": `${answering("#/components/schemas/A")}components:
  schemas:
    A:
      properties: { $ref: maps.yaml#/shared }
      items: { properties: { $ref: maps.yaml#/outer } }
      not: { properties: { $ref: maps.yaml#/outer, c: false } }
`,
    "maps.yaml":
      "shared: { a: { type: string } }\nouter: { b: { properties: { $ref: '#/shared' } } }\n",
  });
  const shared = { a: { type: "string" } };
  const outer = { b: { properties: shared } };
  expect(document["components"]).toEqual({
    schemas: {
      A: {
        properties: shared,
        items: { properties: outer },
        not: { properties: { ...outer, c: false } },
      },
    },
  });
  const at = "/components/schemas/A";
  for (const place of [
    "properties",
    "items/properties/b/properties",
    "not/properties/b/properties",
  ]) {
    expect(lineOf(`${at}/${place}/a`)).toBe("maps.yaml:1 /shared/a");
  }
  expect(lineOf(`${at}/not/properties/c`)).toMatch(/^openapi.yaml:17/);
  expect(found.map((said) => said.split(" ")[0])).toEqual(Array(3).fill(found[0]?.split(" ")[0]));
});

test("references that double at every step in one file are stopped", async () => {
  const lines = Array.from(
    { length: 40 },
    (_, index) =>
      `x-${index}: { a: { properties: { $ref: "#/x-${index + 1}" } }, b: { properties: { $ref: "#/x-${index + 1}" } } }\n`,
  );
  const text = `${head}paths: {}\n${lines.join("")}x-40: { a: {} }\n`;
  const result = await loadFiles({
    "openapi.yaml": `${text}components: { schemas: { $ref: "#/x-0" } }\n`,
  });
  expect(result.diagnostics.at(-1)?.code).toBe("ref-bomb");
});

test("references that double at every step are stopped", async () => {
  const entries = Array.from({ length: 40 }, (_, index) => [
    `${index}.yaml`,
    `a: { properties: { $ref: ${index + 1}.yaml } }\nb: { properties: { $ref: ${index + 1}.yaml } }`,
  ]);
  const result = await loadFiles({
    ...Object.fromEntries(entries),
    "40.yaml": "a: {}",
    "openapi.yaml": `${head}paths: {}\ncomponents: { schemas: { $ref: 0.yaml } }`,
  });
  expect(result.diagnostics.map(({ code }) => code)).toEqual(["ref-misplaced", "ref-bomb"]);
});

const selfNamed = (ref: string): string =>
  `$self: https://example.com/api/openapi\n${answering(ref)}`;

test.each([
  { ref: "https://example.com/api/openapi#/components/schemas/A", want: "#/components/schemas/A" },
  { ref: "openapi#/components/schemas/A", want: "#/components/schemas/A" },
  { ref: "/api/openapi#/components/schemas/A", want: "#/components/schemas/A" },
  { ref: "beside.yaml#/A", want: "#/components/schemas/A2" },
])("$ref under $$self", async ({ ref, want }) => {
  const { document, found, names } = await load({
    "openapi.yaml": `${selfNamed(ref)}components:\n  schemas:\n    A: { type: string }\n`,
    "beside.yaml": "A: { type: number }",
  });
  expect(resolvePointer(document, schemaAt)).toEqual({ $ref: want });
  expect(found).toEqual([]);
  expect(names[1]).toBe(ref.startsWith("beside") ? "beside.yaml" : undefined);
});

test("a file is found by its $self also where it is read after the reference", async () => {
  const { document, found } = await load({
    "openapi.yaml": `${answering("https://example.com/shared#/A")}components:
  schemas:
    B: { $ref: "b.yaml#/A" }
    C: { $ref: "https://example.com/later#/A" }
`,
    "b.yaml": "$self: https://example.com/shared\nA: { $ref: c.yaml#/A }\n",
    "c.yaml": "$self: https://example.com/later\nA: { type: string }\n",
  });
  expect(found).toEqual([]);
  expect(resolvePointer(document, schemaAt)).toEqual({ $ref: "#/components/schemas/B" });
});

test("a file is found by the $self that it states once it was read", async () => {
  const { document, found } = await load({
    "openapi.yaml": `${answering("b.yaml#/A")}components:
  schemas:
    B: { $ref: "https://example.com/shared#/A" }
`,
    "b.yaml": "$self: https://example.com/shared\nA: { items: { $ref: shared#/A } }\n",
  });
  expect(found).toEqual([]);
  expect(document["components"]).toEqual({
    schemas: { B: { items: { $ref: "#/components/schemas/B" } } },
  });
});

const misled = [
  { at: "parameters", value: [{ $ref: "#/components/schemas/A" }], place: "parameters/0/$ref" },
  { at: "requestBody", value: { $ref: "#/components/schemas/A" }, place: "requestBody/$ref" },
  {
    at: "responses",
    value: { "200": { $ref: "#/components/schemas" } },
    place: "responses/200/$ref",
  },
];

test.each(misled)("$at may not refer to another kind of object", async ({ at, value, place }) => {
  const document = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/a": { post: { [at]: value } } },
    components: { schemas: { A: {} } },
  };
  const result = await loadFiles({ "openapi.yaml": JSON.stringify(document) });
  expect(summarize(result)).toEqual([`wrong-type openapi.yaml:1 /paths/~1a/post/${place}`]);
  expect(result.diagnostics[0]?.message).toMatch(
    /^What "#\/components\/schemas.*a Schema Object; /,
  );
});

const requiring = (security: string): string => `openapi: 3.2.0
info: { title: T, version: "1" }
paths: { /a: { get: { responses: {}, security: [{ ${security}: [read] }] } } }
components: { securitySchemes: { Key: { type: mutualTLS }, b.yaml#/Tok: { type: mutualTLS } } }
`;

test.each([
  { named: "Key", want: "Key" },
  { named: "#/components/securitySchemes/Key", want: "Key" },
  { named: "./openapi.yaml#/components/securitySchemes/Key", want: "Key" },
  { named: "b.yaml#/Key", want: "Key2" },
  { named: "./b.yaml#/Tok", want: "Tok" },
  // The name of a component comes first
  { named: "b.yaml#/Tok", want: "b.yaml#/Tok" },
])("a requirement that names $named", async ({ named, want }) => {
  const { operations, found, document } = await load({
    "openapi.yaml": requiring(JSON.stringify(named)),
    "b.yaml": "Key: { type: http, scheme: basic }\nTok: { type: http, scheme: bearer }\n",
  });
  expect(operations[0]?.security).toEqual([[{ scheme: want, scopes: ["read"] }]]);
  expect(document["components"]).toHaveProperty(["securitySchemes", want]);
  expect(found).toEqual([]);
});

test.each([
  {
    named: "#/components/securitySchemes/Kee",
    want: "security-scheme-missing openapi.yaml:3 /paths/~1a/get/security",
  },
  { named: "c.yaml#/Key", want: "ref-not-readable openapi.yaml:3 /paths/~1a/get/security/0" },
])("a requirement that names $named in vain", async ({ named, want }) => {
  const { found } = await load({ "openapi.yaml": requiring(JSON.stringify(named)) });
  expect(found[0]).toBe(want);
});
