import { randomBytes } from "node:crypto";
import { createValidator, openSchemas } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { hostileReport } from "../../test/hostile.ts";
import { checkEverything } from "../../test/report.ts";
import { sarifSchema } from "../../test/sarif-schema.ts";
import type { Report } from "./report.ts";
import { printSarifReport, type SarifOptions } from "./sarif-report.ts";

const validate = createValidator(openSchemas(JSON.parse(JSON.stringify(sarifSchema))), "", {
  formats: "assert",
});

function printChecked(report: Report, places: Omit<SarifOptions, "version">) {
  const log = JSON.parse(printSarifReport(report, { ...places, version: "1.2.3" }));
  expect(validate(log)).toMatchObject({ valid: true });
  return log.runs[0];
}

test("a result for each finding: rule, level, place, fingerprint", async () => {
  const { report, checked } = await checkEverything();
  const places = { locate: checked.description.locate, root: process.cwd() };
  const run = printChecked(report, places);
  expect(run.results).toHaveLength(report.findings.length);
  expect(run.automationDetails.id).toBe("drift/things.yaml/");
  for (const [index, result] of run.results.entries()) {
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.partialFingerprints.primaryLocationLineHash).toBe(
      report.findings[index]?.fingerprint,
    );
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe("api.json");
    // Section 3.27.10: only failures have a level.
    expect(result.kind === "fail").toBe(result.level !== "none");
  }
  expect(run.invocations[0].toolExecutionNotifications).toHaveLength(1);
});

test("lines are those of the schema, paths are relative, and standard input has no place", async () => {
  const { report } = await checkEverything();
  const at = (source: string) => () => ({ source, line: 7, column: 3, pointer: "" });
  const location = (source: string) =>
    printChecked(report, { locate: at(source), root: "/srv/api" }).results[0].locations[0];
  expect(location("/srv/api/my dir/a#b.yaml").physicalLocation).toEqual({
    artifactLocation: { uri: "my%20dir/a%23b.yaml" },
    region: { startLine: 7, startColumn: 3 },
  });
  expect(location("./x.yaml").physicalLocation.artifactLocation.uri).toBe("x.yaml");
  expect(location("https://a.example/x.yaml").physicalLocation.artifactLocation.uri).toBe(
    "https://a.example/x.yaml",
  );
  expect(Object.keys(location("-"))).toEqual(["logicalLocations"]);
});

test("what the baseline accepts is suppressed, hostile names are plain text", async () => {
  const { report, checked } = await hostileReport();
  const run = printChecked(report, { locate: checked.description.locate, root: process.cwd() });
  const suppressed = run.results.filter(
    (one: { suppressions: object[] }) => one.suppressions.length,
  );
  expect(suppressed).toHaveLength(1);
  expect(suppressed[0].suppressions).toEqual([
    { kind: "external", status: "accepted", justification: "</script> ::error:: & `why`" },
  ]);
  const texts = run.results
    .map(({ message }: { message: { text: string } }) => message.text)
    .join(" ");
  expect(texts).toContain("\\[link](https:");
  expect(texts).toContain("{{0}} placeholder");
  expect(texts).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
});

test("of more than code scanning takes the least severe are left out, and it is told", async () => {
  const { report, checked } = await checkEverything();
  const places = { locate: checked.description.locate, root: process.cwd() };
  const [breaking] = report.findings;
  const minor = report.findings.find(({ severity }) => severity === "additive");
  if (breaking === undefined || minor === undefined) throw new Error("nothing was found");
  const accepted = { reason: null, by: null, since: null, expires: null, expired: false };
  const counts: number[] = [];
  const print = (findings: Report["findings"]) => {
    const onOmitted = (count: number) => counts.push(count);
    const text = printSarifReport({ ...report, findings }, { ...places, version: "1", onOmitted });
    return JSON.parse(text).runs[0];
  };

  const many = Array.from({ length: 25_001 }, (_, index) => ({
    ...minor,
    location: `/${index}`,
  }));
  const run = print([{ ...breaking, baseline: accepted }, breaking, ...many]);
  expect(run.results).toHaveLength(25_000);
  expect(run.results[0].level).toBe("error");
  expect(run.results.filter((one: { suppressions: object[] }) => one.suppressions.length)).toEqual(
    [],
  );
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^3 more findings/);

  // What hardly packs: ten megabytes of digits and more.
  const noise = Array.from({ length: 50 }, () => ({
    ...breaking,
    location: `/${randomBytes(100_000).toString("hex")}`,
  }));
  const results = print(noise).results.length;
  expect(results).toBeGreaterThan(20);
  expect(results).toBeLessThan(50);
  expect(counts).toEqual([3, 50 - results]);
});
