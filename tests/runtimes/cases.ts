/**
 * The cases that every engine is asked of: schemas made by chance and, where TRUESPEC_SUITES is set,
 * those of the official suite, each compiled ahead, with what the interpreter says here.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  compileModule,
  createValidator,
  type FormatMode,
  type JsonValue,
  openSchemas,
  type Schema,
} from "@truespec/json-schema";
import { readRemotes, readSuite } from "../conformance/json-schema/suite.ts";
import { listInstances } from "../differential/instances.ts";
import { createRandom } from "../differential/random.ts";
import { makeRandomSchema } from "../differential/random-schemas.ts";

/** A compiled schema; instances and answers are JSON text. */
export interface RuntimeCase {
  readonly code: string;
  readonly instances: readonly string[];
  readonly answers: readonly string[];
}

interface Source {
  readonly schema: Schema;
  readonly instances: readonly JsonValue[];
  readonly formats: FormatMode;
  readonly remotes: ReadonlyMap<string, JsonValue>;
}

function compileCase({ schema, instances, formats, remotes }: Source): RuntimeCase {
  const document = openSchemas(schema, { remotes });
  const validate = createValidator(document, "", { formats });
  const { code } = compileModule(document, [{ name: "X", pointer: "" }], { formats });
  const texts = instances.map((instance) => JSON.stringify(instance));
  const answers = texts.map((text) => {
    const answer = validate(JSON.parse(text));
    return JSON.stringify(answer.valid ? [] : answer.errors);
  });
  return { code, instances: texts, answers };
}

function listRandomSources(): readonly Source[] {
  return Array.from({ length: 60 }, (_, seed) => {
    const random = createRandom(seed);
    const kind = { isHostile: seed % 2 === 1, isDynamic: seed % 3 === 2 };
    const schema = makeRandomSchema(random, kind);
    const amount = { samples: 4, changed: 12 };
    const instances = listInstances({ root: schema, random }, schema, amount);
    return { schema, instances, formats: "annotate", remotes: new Map() };
  });
}

function listSuiteSources(folder: string): readonly Source[] {
  const remotes = readRemotes(folder);
  return readSuite(folder).flatMap(({ name, groups }): readonly Source[] => {
    const formats = name.startsWith("optional/format/") ? "assert" : "annotate";
    return groups.map(({ schema, tests }) => {
      const instances = tests.map(({ data }) => data);
      return { schema, instances, formats, remotes };
    });
  });
}

/** All cases. */
export function listCases(): readonly RuntimeCase[] {
  const folder = process.env["TRUESPEC_SUITES"];
  const ofSuite = folder === undefined ? [] : listSuiteSources(folder);
  return [...listRandomSources(), ...ofSuite].map(compileCase);
}

/** What an engine answers: how many instances it was asked of, and what went wrong. */
export interface Report {
  readonly asked: number;
  readonly wrong: readonly string[];
}

/** The function that asks every module; it runs in the engine. */
const run = `export function run() {
  const wrong = [];
  let asked = 0;
  for (const [index, { isX, validateX, X }] of modules.entries()) {
    const { instances, answers } = JSON.parse(table[index]);
    for (const [place, text] of instances.entries()) {
      asked += 1;
      const instance = JSON.parse(text);
      const told = validateX(instance);
      const isSame =
        JSON.stringify(told.valid ? [] : told.errors) === answers[place] &&
        isX(instance) === told.valid &&
        (X["~standard"].validate(instance).issues === undefined) === told.valid;
      if (!isSame) wrong.push(index + " " + text);
    }
  }
  return { asked, wrong };
}
`;

/**
 * Writes the cases as modules: `main.mjs` exports `run`, `print.mjs` prints what it answers and
 * `worker.mjs` does so as a Worker's test.
 */
export function writeCases(folder: string, cases: readonly RuntimeCase[]): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  for (const [index, { code }] of cases.entries()) write(`case${index}.mjs`, code);
  const imports = cases.map((_, index) => `import * as case${index} from "./case${index}.mjs";`);
  const modules = cases.map((_, index) => `case${index}`).join(", ");
  const table = cases.map(({ instances, answers }) => JSON.stringify({ instances, answers }));
  const constants = `const modules = [${modules}];\nconst table = ${JSON.stringify(table)};\n`;
  write("main.mjs", `${imports.join("\n")}\n${constants}${run}`);
  const printed = "console.log(JSON.stringify(run()));";
  write("print.mjs", `import { run } from "./main.mjs";\n${printed}\n`);
  write(
    "worker.mjs",
    `import { run } from "./main.mjs";\nexport default { test() { ${printed} } };\n`,
  );
}
