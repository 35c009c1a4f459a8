import { readFileSync } from "node:fs";
import { createValidator, openSchemas } from "@truespec/json-schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { checkEverything } from "../../test/report.ts";
import { emptyProfile } from "../profile/merge.ts";
import { printJsonReport } from "./json-report.ts";
import { type FailOn, judgeReport, type Verdict } from "./judge-report.ts";
import { createReport, type Report } from "./report.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../report.schema.json", import.meta.url), "utf8"),
);

/** Whether a report validates, by our interpreter and by Ajv. */
function judgements(report: unknown): readonly boolean[] {
  const ours = createValidator(openSchemas(schema), "", { formats: "assert" });
  // Ajv knows formats only through a plugin; ours asserts them.
  const ajv = new Ajv2020({ strict: false, formats: { "date-time": true } });
  return [ours(report).valid, ajv.validate(schema, report)];
}

const empty = createReport({ source: "-", profile: emptyProfile, findings: [] });

describe("the published schema", () => {
  test("is met by real reports", async () => {
    const { report } = await checkEverything();
    expect(report.findings.length).toBeGreaterThan(5);
    expect(judgements(JSON.parse(printJsonReport(report)))).toEqual([true, true]);
    expect(judgements(JSON.parse(printJsonReport(empty)))).toEqual([true, true]);
  });

  test("is a valid schema", () => {
    expect(new Ajv2020({ strict: false }).validateSchema(schema)).toBe(true);
  });

  test.each<[string, (report: Report) => unknown]>([
    ["a key too few", ({ summary: _summary, ...rest }) => rest],
    ["a key too many", (report) => ({ ...report, more: 1 })],
    ["another version", (report) => ({ ...report, schemaVersion: 2 })],
    [
      "a finding without its baseline",
      (report) => ({
        ...report,
        findings: report.findings.map(({ baseline: _baseline, ...rest }) => rest),
      }),
    ],
    [
      "a kind that is none",
      (report) => ({
        ...report,
        findings: report.findings.map((one) => ({ ...one, kind: "odd" })),
      }),
    ],
    [
      "a time that is none",
      (report) => ({
        ...report,
        findings: report.findings.map((one) => ({ ...one, firstSeen: 1 })),
      }),
    ],
  ])("refuses %s", async (_name, spoil) => {
    const { report } = await checkEverything();
    expect(judgements(spoil(report))).toEqual([false, false]);
  });
});

test("every key is there, null where it does not apply", async () => {
  const { report } = await checkEverything();
  const keys = [
    "kind",
    "severity",
    "operation",
    "direction",
    "status",
    "mediaType",
    "location",
    "n",
    "total",
    "systematic",
    "openSet",
    "values",
    "types",
    "inferredSchema",
    "samples",
    "firstSeen",
    "lastSeen",
    "schemaPointer",
    "fingerprint",
    "baseline",
    "message",
  ];
  for (const finding of report.findings)
    expect(Object.keys(finding).sort()).toEqual([...keys].sort());
  expect(Object.values(JSON.parse(printJsonReport(report)).findings[0])).not.toContain(undefined);
  expect(empty.description.sha256).toBeNull();
});

describe("judged", () => {
  const summary = (counts: Partial<Report["summary"]>): Partial<Report> => ({
    summary: { ...empty.summary, ...counts },
  });
  const collection = (
    kinds: readonly Report["collection"]["problems"][number]["kind"][],
    matched = 1,
  ): Partial<Report> => ({
    collection: {
      exchanges: 1,
      matched,
      skipped: [],
      problems: kinds.map((kind) => ({ exchange: "a", kind, message: "" })),
    },
  });

  test.each<[string, Partial<Report>, FailOn, Verdict]>([
    ["nothing found", collection([]), "additive", "clean"],
    ["additive", { ...collection([]), ...summary({ additive: 1 }) }, "additive", "drift"],
    [
      "additive, when breaking alone fails",
      { ...collection([]), ...summary({ additive: 1 }) },
      "breaking",
      "clean",
    ],
    ["breaking", { ...collection([]), ...summary({ breaking: 1 }) }, "informational", "drift"],
    ["informational", { ...collection([]), ...summary({ informational: 1 }) }, "additive", "clean"],
    [
      "undecided never fails",
      { ...collection([]), ...summary({ undecided: 1 }) },
      "informational",
      "clean",
    ],
    ["none never fails", { ...collection([]), ...summary({ breaking: 1 }) }, "none", "clean"],
    ["nothing matched", collection([], 0), "additive", "evidence"],
    ["an unreadable exchange", collection(["unreadable"]), "additive", "evidence"],
    ["a timeout", collection(["timeout"]), "none", "evidence"],
    ["a refusal", collection(["auth-refused"]), "additive", "evidence"],
    ["exchanges with others", collection(["unmatched"]), "additive", "clean"],
    [
      "drift outweighs evidence",
      { ...collection(["truncated"], 0), ...summary({ breaking: 1 }) },
      "additive",
      "drift",
    ],
  ])("%s", (_name, parts, failOn, want) => {
    expect(judgeReport({ ...empty, ...parts }, { failOn })).toBe(want);
  });
});
