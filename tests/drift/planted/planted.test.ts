import { readFileSync } from "node:fs";
import { createValidator, type JsonObject, openSchemas } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { answersBeyond } from "./answers.ts";
import { checkScenario, lineOf } from "./check-scenario.ts";
import { controls } from "./controls.ts";
import { enums } from "./enums.ts";
import { fields } from "./fields.ts";
import { neverSeen, placed } from "./placements.ts";
import { problems } from "./problems.ts";
import { requests } from "./requests.ts";
import { silentKinds } from "./silent-kinds.ts";
import { values } from "./values.ts";

const scenarios = [
  ...[placed, neverSeen, fields, values, enums],
  ...[answersBeyond, requests, silentKinds, controls, problems],
].flat();

/** The schema that is published with the report. */
const schema: JsonObject = JSON.parse(
  readFileSync("packages/drift-check/report.schema.json", "utf8"),
);
const isReport = createValidator(openSchemas(schema), "", { formats: "assert" });

describe(`${scenarios.length} planted scenarios`, () => {
  test("have names of their own", () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    console.log(`\nplanted drift: ${scenarios.length} scenarios\n`);
  });

  test.each(scenarios)("$name", async (scenario) => {
    const { report } = await checkScenario(scenario);
    const { findings, collection } = report;
    expect(isReport(report)).toMatchObject({ valid: true });
    expect(collection.problems.map(({ kind }) => kind)).toEqual(scenario.problems ?? []);
    expect(findings.map(lineOf).sort()).toEqual([...scenario.want].sort());
  });
});
