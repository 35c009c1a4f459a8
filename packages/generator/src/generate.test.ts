import { expect, test } from "vitest";
import { loadParts } from "../../../tests/harness/load-parts.ts";
import { generate } from "./generate.ts";
import type { GenerateOptions } from "./options.ts";

const components = { schemas: { Pet: { type: "object", properties: { id: { type: "string" } } } } };
const content = { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } };
const paths = { "/pets": { get: { operationId: "getPet", responses: { 200: { content } } } } };

test.each<{ name: string; options: Partial<GenerateOptions>; want: readonly string[] }>([
  { name: "types", options: { emit: ["types"] }, want: ["types.ts"] },
  {
    name: "all, whatever their order",
    options: { emit: ["validators", "client", "types"] },
    want: ["types.ts", "client.ts", "validators/index.js", "validators/index.d.ts"],
  },
  {
    name: "validators alone bring their types",
    options: { emit: ["validators"] },
    want: ["validators/index.js", "validators/index.d.ts", "validators/types.d.ts"],
  },
  {
    name: "validators with types from elsewhere",
    options: { emit: ["validators"], typesFrom: "@x/types" },
    want: ["validators/index.js", "validators/index.d.ts"],
  },
  { name: "nothing", options: { emit: [] }, want: [] },
  {
    name: "a package",
    options: { emit: ["client"], typesFrom: "@x/types", packageName: "@x/client" },
    want: ["client.ts", "package.json", "README.md", "tsconfig.json"],
  },
  {
    name: "a package of validators, which needs no build",
    options: { emit: ["validators"], typesFrom: "@x/types", packageName: "@x/validators" },
    want: ["validators/index.js", "validators/index.d.ts", "package.json", "README.md"],
  },
])("$name", async ({ options, want }) => {
  const { files, diagnostics } = await run({ components, paths }, options);
  expect(files.map(({ path }) => path)).toEqual(want);
  expect(diagnostics).toEqual([]);
  for (const { text } of files) expect(text).toMatch(/[^\n]\n$/);
});

test("bodies that are JSON, or may be, have validators", async () => {
  const schema = { type: "object" };
  const types = ["*/*", "application/*", "application/vnd.x+json; v=1", "text/*", "image/png"];
  const content = Object.fromEntries(types.map((mediaType) => [mediaType, { schema }]));
  const get = { operationId: "getPet", responses: { 200: { content } } };
  const { files } = await run({ paths: { "/pets": { get } } }, { emit: ["validators"] });
  const index = files.find(({ path }) => path === "validators/index.d.ts")?.text ?? "";
  const names = [...index.matchAll(/^export declare const (is\w+)/gm)].map(([, name]) => name);
  expect(names).toEqual(["isGetPet200Other", "isGetPet200Application", "isGetPet200"]);
});

test.each<{
  name: string;
  options: Partial<GenerateOptions>;
  client?: string;
  validators?: string;
}>([
  {
    name: "beside",
    options: { emit: ["types", "client", "validators"] },
    client: "./types.js",
    validators: "../types.js",
  },
  {
    name: "in the same package",
    options: { emit: ["types", "validators"], packageName: "@x/api" },
    validators: "../dist/types.js",
  },
  {
    name: "in another package",
    options: { emit: ["client", "validators"], typesFrom: "@x/types" },
    client: "@x/types",
    validators: "@x/types",
  },
  {
    name: "in another folder",
    options: { emit: ["client", "validators"], typesFrom: "../types/types.js" },
    client: "../types/types.js",
    validators: "../../types/types.js",
  },
  { name: "their own", options: { emit: ["validators"] }, validators: "./types.js" },
])("types are imported from $name", async ({ options, client, validators }) => {
  const { files } = await run({ components, paths }, options);
  const find = (path: string) => files.find((file) => file.path === path)?.text;
  const importing = (module: string) => `import type * as types from "${module}";`;
  if (client !== undefined) expect(find("client.ts")).toContain(importing(client));
  if (validators !== undefined) {
    expect(find("validators/index.d.ts")).toContain(importing(validators));
  }
});

test("a client without types is an error, and the rest is made", async () => {
  const { files, diagnostics } = await run(
    { components, paths },
    { emit: ["client", "validators"] },
  );
  expect(diagnostics).toMatchObject([{ code: "missing-types", severity: "error" }]);
  expect(files.map(({ path }) => path)).not.toContain("client.ts");
  expect(files.map(({ path }) => path)).toContain("validators/index.js");
});

test("a pattern that may take for ever is told, and a reference to nowhere once", async () => {
  // OpenAPI 3.0 ignores what stands beside a reference: it is nowhere in the composed document
  const lost = { $ref: "#/components/schemas/Odd/allOf/first" };
  const Odd = { $ref: "#/components/schemas/Slow", allOf: { first: {} } };
  const schemas = { Odd, A: { items: lost }, B: { items: lost }, Slow: { pattern: "^(a+)+$" } };
  const { diagnostics } = await run(
    { openapi: "3.0.3", components: { schemas } },
    { emit: ["types", "validators"] },
  );
  expect(diagnostics.map(({ code, hint }) => [code, hint.split(" ", 2).join(" ")])).toEqual([
    ["unresolved-reference", "Correct the"],
    ["validator-not-compiled", 'Correct "$ref"'],
    ["validator-not-compiled", 'Correct "$ref"'],
    ["validator-not-compiled", "Mend its"],
  ]);
});

test("what a validator cannot check is told, with its place", async () => {
  const schemas = { Odd: { properties: { a: { minimum: "1" } } } };
  const options = { emit: ["validators"] as const, typesFrom: "@x/types" };
  const { files, diagnostics } = await run({ components: { schemas } }, options);
  expect(diagnostics).toEqual([
    {
      code: "validator-not-compiled",
      severity: "warning",
      pointer: expect.stringMatching(/^\/components\/schemas\/Odd\/properties\/a/),
      message: expect.stringContaining("minimum"),
      hint: expect.stringContaining('"minimum"'),
    },
  ]);
  expect(files.map(({ path }) => path)).toContain("validators/index.js");
});

test.each([
  { keyword: "items", wrap: (schema: object) => ({ items: schema }) },
  { keyword: "properties", wrap: (schema: object) => ({ properties: { a: schema } }) },
  { keyword: "allOf", wrap: (schema: object) => ({ allOf: [schema] }) },
  { keyword: "anyOf", wrap: (schema: object) => ({ anyOf: [schema, {}] }) },
])("a schema as deep as a description may be: $keyword", async ({ keyword, wrap }) => {
  let schema: object = { type: "string" };
  for (let depth = 0; depth < (keyword === "items" ? 500 : 250); depth += 1) schema = wrap(schema);
  const emit = ["types", "client", "validators"] as const;
  const { files, diagnostics } = await run({ components: { schemas: { Deep: schema } } }, { emit });
  expect(diagnostics).toEqual([]);
  expect(files).toHaveLength(4);
});

test("a README shows what can be called, and another package's validators at work", async () => {
  const options = {
    emit: ["client"] as const,
    packageName: "@x/client",
    typesFrom: "@x/types",
    validatorsFrom: "@x/validators",
  };
  const servers = [{ url: "https://x.test" }];
  const { files } = await run({ components, paths, servers }, options);
  const readme = files.find(({ path }) => path === "README.md")?.text;
  expect(readme).toContain("A client of T");
  expect(readme).toContain("const result = await client.pets.getPet();");
  expect(readme).toContain('import { validateGetPet200 } from "@x/validators";');
});

test("a README shows the richest schema, and a command that can be typed", async () => {
  const schemas = { Id: { type: "string" }, Pet: { properties: { id: {} } } };
  const command = "truespec generate a --> --!> --out b";
  const options = { emit: ["types", "validators"] as const, packageName: "@x/pets", command };
  const { files } = await run({ components: { schemas } }, options);
  const readme = files.find(({ path }) => path === "README.md")?.text;
  expect(readme).toContain("run `truespec generate a - -> - -!> --out b`. -->\n");
  expect(readme).toContain('import type { Pet } from "@x/pets";');
  expect(readme).toContain('import { validatePet } from "@x/pets/validators";');
});

test.each([
  { name: "an answer", schema: {}, want: ["## Types", "## Validators"] },
  { name: "nothing", schema: undefined, want: [] },
])("without component schemas a README shows $name", async ({ schema, want }) => {
  const content = { "text/plain": { schema: {} }, "application/json": { schema } };
  const pets = { get: { operationId: "listPets", responses: { 200: { content } } } };
  const options = { emit: ["types", "validators"] as const, packageName: "@x/pets" };
  const { files } = await run({ paths: { "/pets": pets } }, options);
  const readme = files.find(({ path }) => path === "README.md")?.text ?? "";
  expect(readme.match(/^## .*/gm) ?? []).toEqual(want);
  expect(readme.includes("import type { ListPets200Response }")).toBe(want.length > 0);
  expect(readme.includes("import { validateListPets200 }")).toBe(want.length > 0);
});

async function run(parts: object, options: Partial<GenerateOptions>) {
  const source = { source: "api.yaml", command: "truespec generate" };
  return await generate(await loadParts(parts), { emit: [], ...source, ...options });
}
