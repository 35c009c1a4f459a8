import { expect, test } from "vitest";
import { hostileReport } from "../../test/hostile.ts";
import { checkEverything } from "../../test/report.ts";
import { parseXml, type XmlElement } from "../../test/xml.ts";
import { emptyProfile } from "../profile/merge.ts";
import { printJunitReport } from "./junit-report.ts";
import { createReport } from "./report.ts";

/** What `junit-10.xsd` of Jenkins' xUnit plugin says of the elements that we write. */
const grammar: {
  readonly [name: string]: {
    readonly children: readonly string[];
    readonly required: readonly string[];
    readonly optional: readonly string[];
  };
} = {
  testsuites: {
    children: ["testsuite"],
    required: [],
    optional: ["name", "time", "tests", "failures", "errors"],
  },
  testsuite: {
    children: ["testsuite", "properties", "testcase", "system-out", "system-err"],
    required: ["name", "tests", "failures", "errors"],
    optional: ["time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"],
  },
  testcase: {
    children: ["skipped", "error", "failure", "system-out", "system-err"],
    required: ["name"],
    optional: ["time", "classname", "group"],
  },
  failure: { children: [], required: [], optional: ["type", "message"] },
  error: { children: [], required: [], optional: ["type", "message"] },
  skipped: { children: [], required: [], optional: ["type", "message"] },
};

function faultsOf(element: XmlElement): readonly string[] {
  const rule = grammar[element.name];
  if (rule === undefined) return [`no element ${element.name}`];
  const names = [...element.attributes.keys()];
  return [
    ...rule.required.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
    ...names.filter((name) => ![...rule.required, ...rule.optional].includes(name)),
    ...element.children.filter(({ name }) => !rule.children.includes(name)).map(({ name }) => name),
    ...element.children.flatMap(faultsOf),
  ];
}

const count = (root: XmlElement, outcome: string) =>
  root.children
    .flatMap(({ children }) => children)
    .filter((one) => one.children[0]?.name === outcome).length;

test("findings that count are failures, the others are skipped, what was not read is an error", async () => {
  const { report } = await checkEverything();
  const root = parseXml(printJunitReport(report, { failOn: "additive" }));
  expect(faultsOf(root)).toEqual([]);
  const counted = report.findings.filter(({ severity }) => /breaking|additive/.test(severity));
  expect(root.attributes.get("failures")).toBe(String(counted.length));
  expect(count(root, "failure")).toBe(counted.length);
  expect(count(root, "error")).toBe(1);
  expect(count(root, "skipped")).toBe(report.findings.length - counted.length + 1);
  for (const suite of root.children) {
    expect(suite.attributes.get("tests")).toBe(String(suite.children.length));
  }
  const benchmarks = root.children
    .flatMap(({ children }) => children)
    .find((one) => one.attributes.get("name") === "/*/benchmarks: undocumented-field");
  expect(benchmarks?.attributes.get("classname")).toBe("GET /things · 200 · application/json");
  expect(benchmarks?.children[0]?.attributes.get("message")).toContain("(62 of 90)");
  expect(benchmarks?.children[0]?.text).toContain("seen in a:1 /0, a:1 /1, a:1 /2; on 2026-06-12");
});

test("hostile names stay text, and an accepted finding does not fail where new ones count", async () => {
  const { report } = await hostileReport();
  const root = parseXml(printJunitReport(report, { failOn: "informational", counting: "new" }));
  expect(faultsOf(root)).toEqual([]);
  expect(count(root, "failure")).toBe(report.findings.length - 1);
  const names = root.children.flatMap(({ children }) =>
    children.map((c) => c.attributes.get("name")),
  );
  expect(names).toContain(
    "/</testcase><failure/>: undocumented-field".replace("</", "<~1").replace("/>:", "~1>:"),
  );
});

test("nothing found: one test that passes; nothing compared: one that does not", async () => {
  const clean = createReport({
    source: "a.yaml",
    profile: { ...emptyProfile, exchanges: 1, matched: 1 },
    findings: [],
  });
  const passed = parseXml(printJunitReport(clean, { failOn: "additive" }));
  expect([faultsOf(passed), passed.attributes.get("tests"), count(passed, "error")]).toEqual([
    [],
    "1",
    0,
  ]);
  const nothing = createReport({ source: "a.yaml", profile: emptyProfile, findings: [] });
  expect(count(parseXml(printJunitReport(nothing, { failOn: "additive" })), "error")).toBe(1);
});
