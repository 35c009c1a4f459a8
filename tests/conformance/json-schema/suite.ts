/**
 * Reads the official JSON Schema test suite from the folder that TRUESPEC_SUITES names.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { JsonValue, Schema } from "@truespec/json-schema";

/** One instance and whether the schema of its group accepts it. */
export interface SuiteCase {
  readonly description: string;
  readonly data: JsonValue;
  readonly valid: boolean;
}

/** A schema and its cases. */
export interface SuiteGroup {
  readonly description: string;
  readonly schema: Schema;
  readonly tests: readonly SuiteCase[];
}

/** A file of the suite; `name` is its path below the draft's folder, without ending. */
export interface SuiteFile {
  readonly name: string;
  readonly groups: readonly SuiteGroup[];
}

/** The files of draft 2020-12: required ones, `optional/…` and `optional/format/…`. */
export function readSuite(folder: string): readonly SuiteFile[] {
  const draft = join(folder, "json-schema/tests/draft2020-12");
  return listJson(draft).map((path) => ({
    name: path.replace(/\.json$/, ""),
    groups: readJson(join(draft, path)),
  }));
}

/** The documents that the suite refers to, by URI, with the meta-schemas of draft 2020-12. */
export function readRemotes(folder: string): ReadonlyMap<string, JsonValue> {
  const remotes = join(folder, "json-schema/remotes");
  const served = listJson(remotes).map((path): [string, JsonValue] => [
    `http://localhost:1234/${path}`,
    readJson(join(remotes, path)),
  ]);
  return new Map([...served, ...readMetaschemas()]);
}

/** Ajv carries the published meta-schemas; they are data. */
function readMetaschemas(): readonly [string, JsonValue][] {
  const require = createRequire(
    join(import.meta.dirname, "../../../packages/json-schema/package.json"),
  );
  const parts = ["core", "applicator", "unevaluated", "validation", "meta-data"];
  const files = ["schema", ...[...parts, "format-annotation", "content"].map((n) => `meta/${n}`)];
  return files.map((name) => {
    const text = readFileSync(require.resolve(`ajv/dist/refs/json-schema-2020-12/${name}.json`));
    return [`https://json-schema.org/draft/2020-12/${name}`, JSON.parse(text.toString())];
  });
}

function listJson(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

/** What must be said of a place of an instance: the value that each schema annotates it with. */
export interface AnnotationAssertion {
  readonly location: string;
  readonly keyword: string;
  readonly expected: Readonly<Record<string, JsonValue>>;
}

/** A case of the suite's annotation tests. */
export interface AnnotationCase {
  readonly description: string;
  readonly compatibility?: string;
  readonly schema: Schema;
  readonly externalSchemas?: Readonly<Record<string, JsonValue>>;
  readonly tests: readonly {
    readonly instance: JsonValue;
    readonly assertions: readonly AnnotationAssertion[];
  }[];
}

/** The annotation tests that hold for draft 2020-12, by the name of their file. */
export function readAnnotationTests(
  folder: string,
): readonly (readonly [name: string, cases: readonly AnnotationCase[]])[] {
  const annotations = join(folder, "json-schema/annotations/tests");
  return listJson(annotations).map((path) => {
    const { suite } = readJson<{ readonly suite: readonly AnnotationCase[] }>(
      join(annotations, path),
    );
    return [path.replace(/\.json$/, ""), suite.filter(isFor2020)];
  });
}

/** `6,<=2019` is from draft 6 to 2019-09; `=2020` is that one alone. */
function isFor2020({ compatibility = "" }: AnnotationCase): boolean {
  const bounds = compatibility === "" ? [] : compatibility.split(",");
  return bounds.every((bound) => {
    const year = Number(bound.replace(/^\D+/, ""));
    if (bound.startsWith("<=")) return 2020 <= year;
    return bound.startsWith("=") ? year === 2020 : 2020 >= year;
  });
}

/** A case of the suite's output tests: a schema for each output format that it looks at. */
export interface OutputGroup {
  readonly description: string;
  readonly schema: Schema;
  readonly tests: readonly {
    readonly description: string;
    readonly data: JsonValue;
    readonly output: Readonly<Record<string, Schema>>;
  }[];
}

/** The output tests of draft 2020-12, by the name of their file. */
export function readOutputTests(
  folder: string,
): readonly (readonly [name: string, groups: readonly OutputGroup[]])[] {
  const content = join(folder, "json-schema/output-tests/draft2020-12/content");
  return listJson(content).map((path) => [
    path.replace(/\.json$/, ""),
    readJson<readonly OutputGroup[]>(join(content, path)),
  ]);
}

/** The schema of JSON Schema's output, which the output tests refer to. */
export function readOutputSchema(folder: string): JsonValue {
  return readJson(join(folder, "json-schema/output-tests/draft2020-12/output-schema.json"));
}
