import { expect, test } from "vitest";
import { hostileReport } from "../../test/hostile.ts";
import { faultsOfJunit } from "../../test/junit-schema.ts";
import { checkEverything } from "../../test/report.ts";
import { parseXml, type XmlElement } from "../../test/xml.ts";
import { emptyProfile } from "../profile/merge.ts";
import { printJunitReport } from "./junit-report.ts";
import { createReport } from "./report.ts";

const count = (root: XmlElement, outcome: string) =>
  root.children
    .flatMap(({ children }) => children)
    .filter((one) => one.children[0]?.name === outcome).length;

test("findings that count are failures, the others are skipped, what was not read is an error", async () => {
  const { report } = await checkEverything();
  const text = printJunitReport(report, { failOn: "additive" });
  expect(await faultsOfJunit([text])).toEqual([]);
  const root = parseXml(text);
  const counted = report.findings.filter(({ severity }) => /breaking|additive/.test(severity));
  expect(root.attributes.get("failures")).toBe(String(counted.length));
  expect(count(root, "failure")).toBe(counted.length);
  expect(count(root, "error")).toBe(1);
  expect(count(root, "skipped")).toBe(report.findings.length - counted.length + 1);
  for (const suite of root.children) {
    expect(suite.attributes.get("tests")).toBe(String(suite.children.length));
    const skipped = suite.children.filter(({ children }) => children[0]?.name === "skipped");
    expect(suite.attributes.get("skipped")).toBe(String(skipped.length));
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
  const text = printJunitReport(report, { failOn: "informational", counting: "new" });
  expect(await faultsOfJunit([text])).toEqual([]);
  const root = parseXml(text);
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
  const nothing = createReport({ source: "a.yaml", profile: emptyProfile, findings: [] });
  const texts = [clean, nothing].map((report) => printJunitReport(report, { failOn: "additive" }));
  expect(await faultsOfJunit(texts)).toEqual([]);
  const roots = texts.map(parseXml);
  expect(roots.map((root) => root.attributes.get("tests"))).toEqual(["1", "1"]);
  expect(roots.map((root) => count(root, "error"))).toEqual([0, 1]);
});

test.each([
  ["<testsuites/>", "testsuite"],
  ['<testsuites tests="1" failures="0" errors="0"><testsuite name="a"/></testsuites>', "tests"],
  ['<testsuites tests="-1" failures="0" errors="0"/>', "nonNegativeInteger"],
  ["<testsuites>", "Premature end"],
])("a fault in %s is seen", async (text, want) => {
  expect((await faultsOfJunit([text])).join("\n")).toContain(want);
});
