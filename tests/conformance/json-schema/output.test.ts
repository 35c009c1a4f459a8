import {
  createEvaluator,
  createValidator,
  formatBasic,
  formatDetailed,
  formatFlag,
  type JsonValue,
  openSchemas,
} from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { readOutputSchema, readOutputTests, readRemotes, readSuite } from "./suite.ts";

const folder = process.env["TRUESPEC_SUITES"];
const outputUri = "https://json-schema.org/draft/2020-12/output/schema";

describe("output", () => {
  if (folder === undefined) {
    test("every case", (context) => context.skip("TRUESPEC_SUITES names no folder"));
    return;
  }
  const remotes = new Map([...readRemotes(folder), [outputUri, readOutputSchema(folder)]]);
  const formatters = { basic: formatBasic, detailed: formatDetailed, flag: formatFlag };
  const isOutput = createValidator(openSchemas({ $ref: outputUri }, { remotes }), "");
  const isUnit = createValidator(
    openSchemas({ $ref: `${outputUri}#/$defs/outputUnit` }, { remotes }),
    "",
  );

  test.each(readOutputTests(folder))("the output tests of the suite: %s", (_, groups) => {
    for (const { schema, tests } of groups) {
      const evaluate = createEvaluator(openSchemas(schema, { remotes }), "");
      for (const { description, data, output } of tests) {
        const evaluation = evaluate(data);
        const told = Object.entries(formatters).filter(([name]) => Object.hasOwn(output, name));
        expect(told.length, description).toBe(Object.keys(output).length);
        for (const [name, format] of told) {
          const isFit = createValidator(openSchemas(output[name] ?? false, { remotes }), "");
          expect(isFit(format(evaluation)), description).toMatchObject({ valid: true });
        }
      }
    }
  });

  test("every case of the suite: one answer, in the form that the standard's own schema asks", () => {
    let cases = 0;
    for (const { name, groups } of readSuite(folder)) {
      const formats = name.startsWith("optional/format/") ? "assert" : "annotate";
      for (const { schema, tests } of groups) {
        const document = openSchemas(schema, { remotes });
        const validate = createValidator(document, "", { formats });
        const evaluate = createEvaluator(document, "", { formats });
        for (const { description, data } of tests) {
          cases += 1;
          const evaluation = evaluate(data);
          const basic = formatBasic(evaluation);
          const detailed = formatDetailed(evaluation);
          const { valid } = validate(data);
          const told = [formatFlag(evaluation), basic, detailed];
          expect(
            told.map((unit) => unit.valid),
            description,
          ).toEqual([valid, valid, valid]);
          expect(isOutput(basic).valid && isUnit(basic).valid, description).toBe(true);
          expect(isUnit(detailed), description).toMatchObject({ valid: true });
          expect(!valid && (basic.errors ?? []).length === 0, description).toBe(false);
          expect(countLeaves(detailed), description).toBe(countLeaves(basic));
        }
      }
    }
    expect(cases).toBeGreaterThan(2000);
  });
});

/** The errors or annotations in an output, however deep. */
function countLeaves(unit: JsonValue | object): number {
  const { error, annotation, errors, annotations } = unit as Record<string, JsonValue | undefined>;
  const own = error === undefined && annotation === undefined ? 0 : 1;
  const below = [errors, annotations].flatMap((list) => (Array.isArray(list) ? list : []));
  return below.reduce((sum: number, inner: object) => sum + countLeaves(inner), own);
}
