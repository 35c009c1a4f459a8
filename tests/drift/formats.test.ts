import { createRequire } from "node:module";
import { join } from "node:path";
import { printJunitReport, printSarifReport } from "@truespec/drift-check";
import { expect, test } from "vitest";
import { faultsOfJunit } from "../../packages/drift-check/test/junit-schema.ts";
import { answersBeyond } from "./planted/answers.ts";
import { checkScenario } from "./planted/check-scenario.ts";
import { fields } from "./planted/fields.ts";
import { problems } from "./planted/problems.ts";
import { requests } from "./planted/requests.ts";
import { bodies, object, type Scenario } from "./planted/scenario.ts";

/** Names that would break out of XML, JSON or a command. */
const hostile: Scenario = {
  name: "hostile names",
  schema: object({ id: {} }),
  exchanges: bodies({
    ...{ "::error file=x::y": 1, "a%0A::b": 1, "]]>&amp;<!-- -->": 1, "</testcase><failure/>": 1 },
    ...{
      '"onload="x': 1,
      "\u0000\u001b[31m\u202e\ud800\ufffe": 1,
      "`x` | <b>": 1,
      "{0} [a](b)": 1,
    },
  }),
  want: [],
};

const scenarios = [...fields, ...answersBeyond, ...problems, ...requests, hostile];
const benchmarks = createRequire(join(import.meta.dirname, "../../benchmarks/package.json"));

type Validate = (instance: unknown) => boolean;

/** Ajv over the JSON Schema that OASIS publishes with SARIF 2.1.0; both are installed in `benchmarks/`. */
function loadOfficialSarif(): Validate | undefined {
  try {
    const {
      $schema: _draft,
      id: _id,
      ...schema
    } = benchmarks("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
    // A draft-04 schema that uses nothing which later drafts read otherwise, but for its own name.
    const { Ajv } = benchmarks("ajv");
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
    const validate: Validate & { errors?: unknown } = ajv.compile(schema);
    return (instance) => {
      if (validate(instance)) return true;
      throw new Error(JSON.stringify(validate.errors));
    };
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "MODULE_NOT_FOUND") return;
    throw cause;
  }
}

test("SARIF is what OASIS's own schema says", async ({ skip }) => {
  const isSarif = loadOfficialSarif();
  if (isSarif === undefined) return skip("benchmarks/ has no peers installed: npm install there");
  expect(() => isSarif({ version: "2.1.0", runs: [{}] })).toThrow("tool");
  for (const scenario of scenarios) {
    const { description, report } = await checkScenario(scenario);
    const places = { locate: description.locate, root: process.cwd(), version: "1.0.0" };
    const log: unknown = JSON.parse(printSarifReport(report, places));
    expect([scenario.name, isSarif(log)]).toEqual([scenario.name, true]);
  }
});

test("JUnit is what its schema says", async () => {
  const checked = await Promise.all(scenarios.map(checkScenario));
  const texts = checked.flatMap(({ report }) =>
    (["informational", "none"] as const).map((failOn) => printJunitReport(report, { failOn })),
  );
  expect(await faultsOfJunit(texts)).toEqual([]);
});
