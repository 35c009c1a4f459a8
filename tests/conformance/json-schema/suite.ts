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
