import { expect, test } from "vitest";
import { hostileReport } from "../../test/hostile.ts";
import { checkEverything } from "../../test/report.ts";
import { printGithubReport } from "./github-report.ts";

/** Reads a workflow command as the runner does: properties up to the first `::`, and undoes the escapes. */
function parseCommand(line: string) {
  const [, name, properties = "", data = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const undo = (text: string) =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const pairs = properties.split(",").map((pair) => {
    const [key = "", value = ""] = pair.split("=");
    return [key, undo(value.replaceAll("%3A", ":").replaceAll("%2C", ","))];
  });
  return { name, properties: Object.fromEntries(pairs), message: undo(data) };
}

test("each finding annotates the line of its schema", async () => {
  const { report, checked } = await checkEverything();
  const places = { locate: checked.description.locate, root: "/work" };
  const lines = printGithubReport(report, places).trimEnd().split("\n").map(parseCommand);
  expect(lines).toHaveLength(report.findings.length + 2);
  const severities = report.findings.map(({ severity }) => severity);
  const names = {
    breaking: "error",
    additive: "warning",
    informational: "notice",
    undecided: "notice",
  };
  expect(lines.slice(0, -2).map(({ name }) => name)).toEqual(severities.map((one) => names[one]));
  const benchmarks = lines.find(({ message }) => message.includes("/*/benchmarks"));
  expect(benchmarks?.properties).toEqual({
    ...{
      file: expect.stringMatching(/api\.json$/),
      line: "1",
      col: expect.stringMatching(/^\d+$/),
    },
    title: "undocumented-field (62 of 90)",
  });
  expect(lines.at(-2)?.properties.title).toBe("Not read: timeout");
});

test("hostile names command nothing: one command a finding, properties stay apart", async () => {
  const { report, checked } = await hostileReport();
  const places = { locate: checked.description.locate, root: "/work" };
  const text = printGithubReport(report, places);
  const lines = text.trimEnd().split("\n");
  // The accepted finding is left out; the problem and the outcome are added.
  expect(lines).toHaveLength(report.findings.length + 1);
  for (const line of lines) {
    const { name, properties } = parseCommand(line);
    expect(["error", "warning", "notice"]).toContain(name);
    expect(Object.keys(properties)).toEqual(
      expect.arrayContaining(
        Object.keys(properties).filter((key) => /^(file|line|col|title)$/.test(key)),
      ),
    );
    expect(Object.keys(properties).every((key) => /^(file|line|col|title)$/.test(key))).toBe(true);
  }
  expect(lines.map(parseCommand).some(({ message }) => message.includes("::error file=x::y"))).toBe(
    true,
  );
  expect(lines.join(" ")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
});
