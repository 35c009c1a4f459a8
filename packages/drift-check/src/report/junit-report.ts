import { plainText } from "@truespec/openapi/report-text";
import type { Finding } from "../compare/finding.ts";
import {
  countOfFinding,
  meaningOfFinding,
  placeOfFinding,
  subjectOfFinding,
} from "./describe-finding.ts";
import { describeSamples } from "./describe-samples.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { isCounted, type JudgeOptions } from "./judge-report.ts";
import type { Report } from "./report.ts";
import { describeCollection } from "./sections.ts";

/** One test of a suite, and what became of it. */
interface Case {
  readonly suite: string;
  readonly name: string;
  readonly outcome: "passed" | "failure" | "error" | "skipped";
  readonly type: string;
  readonly message: string;
  readonly detail: string;
}

/**
 * The report as JUnit XML, after the schema of Jenkins' xUnit plugin (`junit-10.xsd`): a suite for each operation and a
 * test for each finding. A finding that counts is a failure, one that does not (by severity or baseline) is skipped, and
 * an exchange that could not be read is an error. With nothing found, one test passes.
 */
export function printJunitReport(report: Report, options: JudgeOptions): string {
  const cases = casesOf(report, options);
  const suites = new Map<string, Case[]>();
  for (const one of cases) suites.set(one.suite, [...(suites.get(one.suite) ?? []), one]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="drift" ${countsOf(cases)}>`,
    ...[...suites].flatMap(([name, members]) => printSuite(name, members)),
    "</testsuites>",
    "",
  ].join("\n");
}

function casesOf(report: Report, options: JudgeOptions): readonly Case[] {
  const { problems, skipped } = report.collection;
  const cases: readonly Case[] = [
    ...report.findings.map((finding) => caseOf(finding, options)),
    ...problems.map(
      ({ exchange, kind, message }): Case => ({
        ...{ suite: "collection", name: exchange, type: kind, message, detail: "" },
        outcome: kind === "unmatched" ? "skipped" : "error",
      }),
    ),
    ...skipped.map(
      ({ operation, reason }): Case => ({
        ...{ suite: "collection", name: operation, outcome: "skipped", type: "skipped" },
        ...{ message: reason, detail: "" },
      }),
    ),
  ];
  return cases.length > 0 ? cases : [passedCase(report)];
}

function passedCase(report: Report): Case {
  const message = describeCollection(report);
  const isEmpty = report.collection.matched === 0;
  return {
    ...{ suite: "collection", name: "the description tells the truth" },
    ...{ outcome: isEmpty ? "error" : "passed", type: "no-evidence", message, detail: "" },
  };
}

function caseOf(finding: Finding, options: JudgeOptions): Case {
  const { kind, severity, baseline, fingerprint } = finding;
  const accepted = baseline?.reason ? `accepted: ${baseline.reason}` : undefined;
  return {
    suite: subjectOfFinding(finding) || "undocumented operations",
    name: `${placeOfFinding(finding)}: ${kind}`,
    outcome: isCounted(finding, options) ? "failure" : "skipped",
    type: kind,
    message: `${severity}: ${meaningOfFinding(finding)} (${countOfFinding(finding)})`,
    detail: [...(accepted === undefined ? [] : [accepted]), describeSamples(finding), fingerprint]
      .filter((line) => line !== "")
      .map(plainText)
      .join("\n"),
  };
}

function printSuite(name: string, cases: readonly Case[]): readonly string[] {
  const skipped = cases.filter(({ outcome }) => outcome === "skipped").length;
  return [
    `  <testsuite name=${quote(name)} ${countsOf(cases)} skipped="${skipped}">`,
    ...cases.map(printCase),
    "  </testsuite>",
  ];
}

function printCase({ suite, name, outcome, type, message, detail }: Case): string {
  const head = `    <testcase name=${quote(name)} classname=${quote(suite)} time="0"`;
  if (outcome === "passed") return `${head}/>`;
  const text = escapeMarkup(detail);
  return `${head}><${outcome} type=${quote(type)} message=${quote(message)}>${text}</${outcome}></testcase>`;
}

function countsOf(cases: readonly Case[]): string {
  const count = (outcome: Case["outcome"]): number =>
    cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" time="0"`;
}

function quote(text: string): string {
  return `"${escapeMarkup(plainText(text))}"`;
}
