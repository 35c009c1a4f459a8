import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

interface Finding {
  readonly location: string;
  readonly n: number;
  readonly total: number;
  readonly fingerprint: string;
}

/** Runs a script of the repository as npm would. */
function runScript(script: string, env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [script], {
    encoding: "utf8",
    env: { ...process.env, ...env, NO_COLOR: "1" },
  });
}

test("the main job names what the description does not say, and proposes the repair", () => {
  const { status, stdout } = runScript("scripts/drift.mjs");
  expect(status).toBe(0);
  for (const location of ["/data/*/benchmarks", "/data/*/supported_voices"]) {
    expect(stdout).toContain(location);
  }
  expect(stdout).toMatch(/\d+ of \d+/);
  expect(stdout.split("\n").length).toBeLessThan(80);

  const page = readFileSync(".truespec/report.html", "utf8");
  expect(page).toContain("Content-Security-Policy");
  expect(page).toContain("supported_voices");

  const { findings } = JSON.parse(readFileSync(".truespec/report.json", "utf8"));
  const found = (location: string): Finding =>
    findings.find((finding: Finding) => finding.location === location);
  const benchmarks = found("/data/*/benchmarks");
  expect(benchmarks.n).toBeGreaterThan(0);
  expect(benchmarks.n).toBeLessThan(benchmarks.total);
  const voices = found("/data/*/supported_voices");
  expect(voices.n).toBe(voices.total);
  expect(stdout).toContain(`${benchmarks.n} of ${benchmarks.total}`);

  expect(existsSync(".truespec/proposal.yaml")).toBe(true);
  const proposal = parse(readFileSync(".truespec/proposal.yaml", "utf8"));
  expect(JSON.stringify(proposal)).toContain("supported_voices");
});
