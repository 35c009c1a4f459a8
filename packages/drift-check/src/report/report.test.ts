import { readFileSync } from "node:fs";
import { createValidator, openSchemas } from "@truespec/json-schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { checkEverything } from "../../test/report.ts";
import type { Finding } from "../compare/finding.ts";
import { emptyProfile } from "../profile/merge.ts";
import { printJsonReport } from "./json-report.ts";
import { type JudgeOptions, judgeReport, type Verdict } from "./judge-report.ts";
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

const example: Finding = {
  ...{
    kind: "undocumented-field",
    severity: "additive",
    operation: "GET /a",
    direction: "response",
  },
  ...{ status: "200", mediaType: "application/json", location: "/b", n: 1, total: 1 },
  ...{ systematic: false, openSet: false, values: null, types: null, inferredSchema: null },
  ...{ samples: [], firstSeen: null, lastSeen: null, schemaPointer: null, baseline: null },
  ...{ fingerprint: "v1:0123456789abcdef", message: "A field." },
};

const empty = createReport({ source: "-", profile: emptyProfile, findings: [] });

describe("the published schema", () => {
  test("is met by real reports", async () => {
    const { report } = await checkEverything();
    expect(report.findings.length).toBeGreaterThan(5);
    expect(judgements(JSON.parse(printJsonReport(report)))).toEqual([true, true]);
    expect(judgements(JSON.parse(printJsonReport(empty)))).toEqual([true, true]);
    const stale = {
      fingerprint: "v1:0123456789abcdef",
      where: "x",
      lastSeen: null,
      unseenRuns: 10,
    };
    const input = { source: "-", profile: emptyProfile, findings: [example], stale: [stale] };
    expect(judgements(JSON.parse(printJsonReport(createReport(input))))).toEqual([true, true]);
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
  const found = (
    severity: Finding["severity"],
    baseline: Finding["baseline"] = null,
  ): Partial<Report> => ({ findings: [{ ...example, severity, baseline }] });
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
  const accepted = { reason: null, by: null, since: null, expires: null, expired: false };
  const expired = { ...accepted, expired: true };

  test.each<[string, Partial<Report>, JudgeOptions, Verdict]>([
    ["nothing found", {}, { failOn: "additive" }, "clean"],
    ["additive", found("additive"), { failOn: "additive" }, "drift"],
    ["additive, when breaking fails", found("additive"), { failOn: "breaking" }, "clean"],
    ["breaking", found("breaking"), { failOn: "informational" }, "drift"],
    ["informational", found("informational"), { failOn: "additive" }, "clean"],
    ["undecided never fails", found("undecided"), { failOn: "informational" }, "clean"],
    ["none never fails", found("breaking"), { failOn: "none" }, "clean"],
    ["accepted, all counted", found("breaking", accepted), { failOn: "breaking" }, "drift"],
    [
      "accepted, new ones counted",
      found("breaking", accepted),
      { failOn: "breaking", counting: "new" },
      "clean",
    ],
    [
      "accepted until yesterday",
      found("breaking", expired),
      { failOn: "breaking", counting: "new" },
      "drift",
    ],
    ["new", found("breaking"), { failOn: "breaking", counting: "new" }, "drift"],
    ["nothing matched", collection([], 0), { failOn: "additive" }, "evidence"],
    ["an unreadable exchange", collection(["unreadable"]), { failOn: "additive" }, "evidence"],
    ["a timeout", collection(["timeout"]), { failOn: "none" }, "evidence"],
    ["a refusal", collection(["auth-refused"]), { failOn: "additive" }, "evidence"],
    ["exchanges with others", collection(["unmatched"]), { failOn: "additive" }, "clean"],
    [
      "drift outweighs evidence",
      { ...collection(["truncated"], 0), ...found("breaking") },
      { failOn: "additive" },
      "drift",
    ],
  ])("%s", (_name, parts, options, want) => {
    expect(judgeReport({ ...empty, ...collection([]), ...parts }, options)).toBe(want);
  });
});
