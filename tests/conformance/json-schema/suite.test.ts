import {
  compileModule,
  createValidator,
  type FormatMode,
  formatPointer,
  openSchemas,
  type Validation,
} from "@truespec/json-schema";
import { afterAll, describe, expect, test } from "vitest";
import { countCases, createFigures, printFigures, sectionOf } from "./figures.ts";
import { importModule } from "./import-module.ts";
import { knownFailures } from "./known-failures.ts";
import { readRemotes, readSuite, type SuiteFile, type SuiteGroup } from "./suite.ts";

const folder = process.env["TRUESPEC_SUITES"];

/** One way to ask whether an instance is valid; where its errors are asked, they are compared. */
interface Face {
  readonly name: string;
  readonly isValid: (instance: unknown) => boolean;
}

/** What a group is answered by. */
interface Compiled {
  readonly faces: readonly Face[];
  /** The errors of the interpreter and those of the compiled module. */
  readonly compareErrors: (instance: unknown) => readonly [Validation, Validation];
}

interface Outcome {
  readonly cases: number;
  readonly failures: readonly string[];
  /** The cases that every face answers as the suite asks. */
  readonly passed: number;
}

describe("the official JSON Schema test suite, draft 2020-12", () => {
  if (folder === undefined) {
    test("every case", (context) => context.skip("TRUESPEC_SUITES names no folder"));
    return;
  }
  const files = readSuite(folder);
  const remotes = readRemotes(folder);
  const figures = createFigures();
  afterAll(() => {
    const told = new Map([["interpreter, isX, validateX and XJsonSchema", figures]]);
    console.log(`\n${printFigures(countCases(files), told)}\n`);
  });

  test.each(files.map((file) => [file.name, file] as const))("%s", async (name, file) => {
    const { cases, failures, passed } = await runFile(file);
    figures[sectionOf(file)] += passed;
    const known = knownFailures
      .filter((failure) => failure.file === name)
      .flatMap(({ group, tests }) => tests.map((one) => [group, one] as const))
      .flatMap(([group, one]) => faceNames.map((face) => label(group, one, face)));
    expect(cases).toBeGreaterThan(0);
    expect([...failures].sort()).toEqual([...known].sort());
  });

  test("every known failure is a case of an optional file", () => {
    const labels = files.flatMap((file) =>
      file.groups.flatMap((group) =>
        group.tests.map((one) => formatPointer([file.name, group.description, one.description])),
      ),
    );
    const unknown = knownFailures
      .flatMap(({ file, group, tests }) => tests.map((one) => formatPointer([file, group, one])))
      .filter((one) => !labels.includes(one) || !one.startsWith("/optional"));
    expect(unknown).toEqual([]);
  });

  async function runFile(file: SuiteFile): Promise<Outcome> {
    const formats = file.name.startsWith("optional/format/") ? "assert" : "annotate";
    // What `$vocabulary` says of formats is not part of the schema, so not told with it.
    const toldFormats = file.name.startsWith("optional/format") ? "assert" : "annotate";
    const failures: string[] = [];
    let [cases, passed] = [0, 0];
    for (const group of file.groups) {
      const { faces, compareErrors } = await compileGroup(group, formats, toldFormats);
      for (const { description, data, valid } of group.tests) {
        cases += 1;
        const [interpreted, compiled] = compareErrors(data);
        expect(compiled, `${group.description} > ${description}`).toEqual(interpreted);
        const wrong = faces.filter((face) => face.isValid(data) !== valid);
        if (wrong.length === 0) passed += 1;
        failures.push(...wrong.map((face) => label(group.description, description, face.name)));
      }
    }
    return { cases, failures, passed };
  }

  async function compileGroup(
    group: SuiteGroup,
    formats: FormatMode,
    toldFormats: FormatMode,
  ): Promise<Compiled> {
    const document = openSchemas(group.schema, { remotes });
    const interpret = createValidator(document, "", { formats });
    const { code } = compileModule(document, [{ name: "Case", pointer: "" }], { formats });
    const compiled = await importModule(code);
    const told = createValidator(openSchemas(compiled.jsonSchema("Case")), "", {
      formats: toldFormats,
    });
    return {
      faces: [
        { name: "interpreter", isValid: (instance) => interpret(instance).valid },
        { name: "isX", isValid: (instance) => compiled.is("Case", instance) },
        { name: "validateX", isValid: (instance) => compiled.validate("Case", instance).valid },
        { name: "XJsonSchema", isValid: (instance) => told(instance).valid },
      ],
      compareErrors: (instance) => [interpret(instance), compiled.validate("Case", instance)],
    };
  }
});

const faceNames = ["interpreter", "isX", "validateX", "XJsonSchema"];

function label(group: string, description: string, face: string): string {
  return `${group} > ${description} (${face})`;
}
