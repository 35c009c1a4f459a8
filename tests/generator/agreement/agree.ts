import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GeneratedFile, generate, planWrite, writeFiles } from "@truespec/generator";
import { createValidator, type JsonValue, openSchemas } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import { findErrorLines } from "../type-check.ts";
import { printLiteral, quote } from "./literal.ts";
import { mutate } from "./mutations.ts";
import { project, type Strictness } from "./projection.ts";
import { createRandom } from "./random.ts";
import { sample } from "./samples.ts";

/** One value of one component schema, and who accepts it. */
export interface Verdict {
  readonly schema: string;
  readonly value: string;
  /** The generated `isX`. */
  readonly validator: boolean;
  /** TypeScript, of the generated type. */
  readonly type: boolean;
  /** What TypeScript can state of the schema. */
  readonly stated: boolean;
  /** Whether the types go beyond JSON Schema there, as the keywords of a schema without a type and a discriminator mean it. */
  readonly deliberate: boolean;
  /** Whether that follows from structure alone, or TypeScript has a mind of its own there. */
  readonly structural: boolean;
}

/** How many values of each component are made. */
export interface AgreementOptions {
  readonly instances: number;
  readonly mutants: number;
}

/** Values of every component schema, with the verdicts of its generated validator and its generated type. */
export async function judge(
  description: Description,
  options: AgreementOptions,
): Promise<readonly Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), "truespec-agreement-"));
  try {
    const emit = ["types", "validators"] as const;
    const source = { emit, source: "api.yaml", command: "truespec generate" };
    const { files } = await generate(description, source);
    await writeFiles(await planWrite(files, folder));
    const validators: Readonly<Record<string, unknown>> = await import(
      join(folder, "validators/index.js")
    );
    const guards = findGuards(files, validators);
    const values = makeValues(description, options);
    const accepted = checkTypes(folder, values);
    const stated = findStated(description, "structure");
    const literally = findStated(description, "literal");
    const asTypeScript = findStated(description, "TypeScript");
    return values.map(({ schema, value }, index) => ({
      schema,
      value: JSON.stringify(value),
      validator: guards(schema)(value),
      type: accepted[index] === true,
      stated: stated(schema, value),
      deliberate: stated(schema, value) !== literally(schema, value),
      structural: asTypeScript(schema, value) === stated(schema, value),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Guard = (value: unknown) => boolean;

/** The guard of each schema, which is called by what its type is called. */
function findGuards(
  files: readonly GeneratedFile[],
  validators: Readonly<Record<string, unknown>>,
): (schema: string) => Guard {
  const types = files.find(({ path }) => path === "types.ts")?.text ?? "";
  const aliases = types.matchAll(/^export type (\S+) = components\["schemas"\]\[(".*")\];$/gm);
  const names = new Map([...aliases].map(([, name = "", key = '""']) => [JSON.parse(key), name]));
  return (schema) => {
    const guard = validators[`is${names.get(schema)}`];
    if (typeof guard !== "function") throw new Error(`${schema} has no guard`);
    return (value) => guard(value);
  };
}

interface Sampled {
  readonly schema: string;
  readonly value: JsonValue;
}

const longest = 5000;

/** The same values on every run: least, full, and in between; each changed at some place. */
function makeValues(description: Description, options: AgreementOptions): readonly Sampled[] {
  const random = createRandom(1);
  const { document } = description;
  return description.schemas.flatMap(({ name, pointer }) => {
    const found = new Map<string, JsonValue>();
    const add = (value: JsonValue | undefined) => {
      const text = value === undefined ? "" : JSON.stringify(value);
      if (value !== undefined && text.length <= longest) found.set(text, value);
    };
    for (let count = 0; count < options.instances; count += 1) {
      const fullness = [0, 1, 0.3, 0.7][count % 4] ?? 0.5;
      const value = sample({ document, random, fullness }, { $ref: `#${encodeURI(pointer)}` });
      add(value);
      for (let change = 0; value !== undefined && change < options.mutants; change += 1) {
        add(mutate(value, random));
      }
    }
    return [...found.values()].map((value) => ({ schema: name, value }));
  });
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

function findStated(
  description: Description,
  strictness: Strictness,
): (schema: string, value: JsonValue) => boolean {
  const schemas = openSchemas(project(description.document, strictness));
  const validators = new Map<string, (value: JsonValue) => boolean>();
  return (schema, value) => {
    const pointer = `/components/schemas/${schema.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const known = validators.get(schema);
    if (known !== undefined) return known(value);
    const validator = createValidator(schemas, pointer);
    const isStated = (one: JsonValue) => validator(one).valid;
    validators.set(schema, isStated);
    return isStated(value);
  };
}
