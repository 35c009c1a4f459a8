import { expect, test } from "vitest";
import type { GenerateOptions } from "../options.ts";
import { mergePackageJson, packageOf, printPackageJson } from "./package-json.ts";

const common: GenerateOptions = {
  emit: ["types"],
  packageName: "@x/api",
  source: "api.yaml",
  command: "truespec generate",
};

test.each<{
  name: string;
  options: Partial<GenerateOptions>;
  want: object;
  not?: readonly string[];
}>([
  {
    name: "types",
    options: {},
    want: {
      name: "@x/api",
      type: "module",
      sideEffects: false,
      main: "./dist/types.js",
      types: "./dist/types.d.ts",
      exports: {
        ".": { types: "./dist/types.d.ts", default: "./dist/types.js" },
        "./package.json": "./package.json",
      },
      license: "UNLICENSED",
      files: ["dist", "types.ts", "CHANGELOG.md"],
      scripts: { build: "tsc -b", prepack: "tsc -b" },
      devDependencies: { typescript: ">=5.8" },
    },
    not: ["dependencies"],
  },
  {
    name: "validators are not built",
    options: { emit: ["validators"], typesFrom: "@x/types/sub" },
    want: {
      exports: { ".": { types: "./validators/index.d.ts", default: "./validators/index.js" } },
      files: ["validators", "CHANGELOG.md"],
      dependencies: { "@x/types": "*" },
    },
    not: ["scripts", "devDependencies"],
  },
  {
    name: "validators whose errors are interpreted",
    options: { emit: ["validators"], validators: { listing: "interpreted" } },
    want: { dependencies: { "@truespec/json-schema": expect.any(String) } },
  },
  {
    name: "a client, which does not interpret",
    options: { emit: ["client"], typesFrom: "@x/types", validators: { listing: "interpreted" } },
    want: { dependencies: { "@truespec/client": expect.any(String), "@x/types": "*" } },
  },
  {
    name: "a client",
    options: { emit: ["client"], typesFrom: "@x/types", validatorsFrom: "@x/validators" },
    want: { dependencies: { "@truespec/client": expect.any(String), "@x/types": "*" } },
  },
  {
    name: "all three",
    options: { emit: ["validators", "types", "client"], typesFrom: "@x/unused" },
    want: {
      exports: {
        ".": { default: "./dist/client.js" },
        "./types": { default: "./dist/types.js" },
        "./validators": { default: "./validators/index.js" },
      },
      dependencies: { "@truespec/client": expect.any(String) },
    },
  },
])("$name", ({ options, want, not = [] }) => {
  const written: object = JSON.parse(printPackageJson({ ...common, ...options }, "T\n*/"));
  expect(written).toMatchObject(want);
  for (const key of not) expect(written).not.toHaveProperty(key);
  expect(written).not.toHaveProperty(["dependencies", "@x/validators"]);
  expect(written).not.toHaveProperty(["dependencies", "@x/unused"]);
});

test("validators depend on the packages whose formats they import", () => {
  const from = (module: string) => ({ module, export: "isFormat" });
  const customFormats = {
    ...{ isbn: from("@acme/formats/isbn"), iban: from("iban"), own: from("@x/api/formats") },
    ...{ near: from("../near.js"), platform: from("node:net"), bare: from("net") },
    sku: { pattern: "^[A-Z]{3}$" },
  };
  const options: GenerateOptions = {
    ...common,
    emit: ["validators"],
    validators: { customFormats },
  };
  const { dependencies } = JSON.parse(printPackageJson(options, "T"));
  expect(dependencies).toEqual({ "@acme/formats": "*", iban: "*" });
  const without = JSON.parse(printPackageJson({ ...options, emit: ["types"] }, "T"));
  expect(without).not.toHaveProperty("dependencies");
});

const generated = printPackageJson({ ...common, emit: ["client"], typesFrom: "@x/types" }, "T");

test.each([
  {
    name: "what people own stays",
    existing: {
      version: "2.0.0",
      license: "MIT",
      description: "Ours",
      repository: { url: "u" },
      keywords: ["k"],
    },
  },
  {
    name: "ranges stay, and others are added",
    existing: { dependencies: { "@truespec/client": "workspace:*", left: "1" } },
    want: { dependencies: { "@truespec/client": "workspace:*", left: "1", "@x/types": "*" } },
  },
  {
    name: "a script of theirs stays",
    existing: { scripts: { build: "make", test: "vitest" }, engines: { node: ">=22" } },
  },
  {
    name: "what the generator owns is set anew",
    existing: { name: "old", exports: { "./old": "./old.js" }, files: ["old"], type: "commonjs" },
    want: { name: "@x/api", type: "module", files: ["dist", "client.ts", "CHANGELOG.md"] },
  },
  { name: "a range that nobody asked for", existing: { peerDependencies: { react: "*" } } },
  {
    name: "__proto__ is a key like any other",
    existing: { dependencies: JSON.parse('{"__proto__": "1"}') },
  },
])("merging: $name", ({ existing, want = existing }) => {
  const merged = mergePackageJson(JSON.stringify(existing), generated) ?? "";
  expect(JSON.parse(merged)).toMatchObject(want);
  expect(mergePackageJson(merged, generated)).toBe(merged);
  expect(JSON.parse(merged).devDependencies).toBeUndefined();
});

test.each(["", "[]", "null", '"x"', "{"])("%j is no package.json", (existing) => {
  expect(mergePackageJson(existing, generated)).toBeUndefined();
});

test.each([
  { specifier: "@x/types", want: "@x/types" },
  { specifier: "@x/types/sub/path", want: "@x/types" },
  { specifier: "types/sub", want: "types" },
  { specifier: "./types.js", want: undefined },
  { specifier: "../types", want: undefined },
  { specifier: "#types", want: undefined },
  { specifier: "https://x.test/types.js", want: undefined },
  { specifier: "node:util", want: undefined },
  { specifier: "util/types", want: undefined },
])("the package of $specifier", ({ specifier, want }) => {
  expect(packageOf(specifier)).toBe(want);
});
