import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GeneratedFile, generate, planWrite, writeFiles } from "@truespec/generator";
import type { JsonValue } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import { findErrorLines } from "../type-check.ts";
import { printLiteral, quote } from "./literal.ts";

/** A value, and the component schema to judge it by. */
export interface Sampled {
  readonly schema: string;
  readonly value: JsonValue;
}

/** Who accepts a value, of what is generated. */
export interface Judgement {
  /** `isX`. */
  readonly isValid: boolean;
  /** `validateX`. */
  readonly validates: boolean;
  /** TypeScript, of the type. */
  readonly type: boolean;
}

/** Generates types and validators, imports them, and asks both about each value. */
export async function judgeValues(
  description: Description,
  values: readonly Sampled[],
): Promise<readonly Judgement[]> {
  const folder = mkdtempSync(join(tmpdir(), "truespec-agreement-"));
  try {
    const emit = ["types", "validators"] as const;
    const { files } = await generate(description, { emit, source: "a", command: "b" });
    await writeFiles(await planWrite(files, folder));
    const find = findValidators(files, await import(join(folder, "validators/index.js")));
    const accepted = checkTypes(folder, values);
    return values.map(({ schema, value }, index) => ({
      isValid: find(schema).isValid(value),
      validates: find(schema).validate(value).valid,
      type: accepted[index] === true,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Validator {
  readonly isValid: (value: unknown) => boolean;
  readonly validate: (value: unknown) => { readonly valid: boolean };
}

/** The validator of each schema, which is called by what its type is called. */
function findValidators(
  files: readonly GeneratedFile[],
  module: Readonly<Record<string, unknown>>,
): (schema: string) => Validator {
  const types = files.find(({ path }) => path === "types.ts")?.text ?? "";
  const aliases = types.matchAll(/^export type (\S+) = components\["schemas"\]\[(".*")\];$/gm);
  const names = new Map([...aliases].map(([, name = "", key = '""']) => [JSON.parse(key), name]));
  return (schema) => {
    const isValid = module[`is${names.get(schema)}`];
    const validate = module[`validate${names.get(schema)}`];
    if (typeof isValid !== "function" || typeof validate !== "function") {
      throw new Error(`${schema} has no validator`);
    }
    return { isValid: (value) => isValid(value), validate: (value) => validate(value) };
  };
}

/** Which values are assignable to the type of their schema; no excess properties are looked for, as JSON Schema does not. */
function checkTypes(folder: string, values: readonly Sampled[]): readonly boolean[] {
  const lines = values.map(
    ({ schema, value }) =>
      `given<components["schemas"][${quote(schema)}]>()(${printLiteral(value)});`,
  );
  const path = join(folder, "samples.ts");
  const start = [
    'import type { components } from "./types.js";',
    "declare const empty: { readonly [name: string]: never };",
    "function given<T>(): <V extends T>(value: V) => void { return () => {}; }",
  ];
  writeFileSync(path, [...start, ...lines, ""].join("\n"));
  const errors = findErrorLines(path);
  return lines.map((_, index) => !errors.has(index + start.length));
}
