import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compileModule, openSchemas } from "../index.ts";

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "truespec-json-schema-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The interfaces of Standard Schema as published; vitest brings them. */
function copyStandardSchema(): void {
  const vitest = createRequire(require.resolve("vitest/package.json"));
  const source = dirname(dirname(vitest.resolve("@standard-schema/spec")));
  const target = join(folder, "node_modules/@standard-schema/spec");
  mkdirSync(target, { recursive: true });
  cpSync(source, target, { recursive: true });
}

const types = `export interface Model { readonly id: string; readonly tags?: readonly string[] }
export interface Validation$ { readonly mine: true }
export type Promise = "mine";
`;

const use = `import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { Any, class as reserved, isModel, Model, ModelJsonSchema, Promise, validateAny, validateModel } from "./module.js";

declare const input: unknown;
if (isModel(input)) input.id satisfies string;
const validation = validateModel(input);
if (validation.valid) validation.value.tags satisfies readonly string[] | undefined;
else validation.errors[0]?.instanceLocation satisfies string | undefined;
const any = validateAny(input);
if (any.valid) any.value satisfies unknown;
const standard: StandardSchemaV1<import("./types.js").Model> = Model;
const told: StandardJSONSchemaV1<import("./types.js").Model> = ModelJsonSchema;
const mine: StandardSchemaV1<"mine"> = Promise;
const unnamed: StandardSchemaV1<unknown> = Any;
const renamed: StandardSchemaV1<unknown> = reserved;
const plain: Readonly<Record<string, unknown>> = ModelJsonSchema;
// @ts-expect-error The value is not known to be a model.
validation.value.id;
export { mine, plain, renamed, standard, told, unnamed };
`;

const useInside = (name: string) => `// @ts-expect-error What is not exported stays inside.
export type Inside = import("./module.js").${name};
`;

test("declarations pass the strictest compiler beside types of the same names", async () => {
  copyStandardSchema();
  const schema = { type: "object" };
  const { declarations } = compileModule(
    openSchemas(schema),
    [
      { name: "Model", pointer: "", type: "Model" },
      { name: "Promise", pointer: "", type: "Promise" },
      { name: "Validation$", pointer: "", type: "Validation$ & { a: 1 }" },
      { name: "Any", pointer: "" },
      { name: "class", pointer: "" },
    ],
    { declarationImports: 'import type { Model, Promise, Validation$ } from "./types.js";' },
  );
  writeFileSync(join(folder, "module.d.ts"), declarations);
  writeFileSync(join(folder, "types.d.ts"), types);
  const inside = /interface (ValidationError[$\d]+) /.exec(declarations)?.[1];
  writeFileSync(join(folder, "use.ts"), `${use}${useInside(String(inside))}`);
  const nothing = compileModule(openSchemas(schema), []).declarations;
  const empty = ["nothing.d.ts", "no-more.d.ts"];
  for (const name of empty) writeFileSync(join(folder, name), nothing);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const base = join(import.meta.dirname, "../../../../tsconfig.base.json");
  const { compilerOptions } = JSON.parse(readFileSync(base, "utf8"));
  const strict = { ...compilerOptions, skipLibCheck: false, composite: false, noEmit: true };
  const options = {
    ...strict,
    isolatedDeclarations: false,
    rewriteRelativeImportExtensions: false,
  };
  const config = { compilerOptions: options, files: ["use.ts", "module.d.ts", ...empty] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compiler = require.resolve("typescript/bin/tsc");
  const told = await new Promise<string>((resolve) => {
    execFile(process.execPath, [compiler, "-p", folder], (_, output) => resolve(output));
  });
  expect(told).toBe("");
});
