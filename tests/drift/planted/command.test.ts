import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "@truespec/drift-check";
import { expect, test } from "vitest";
import { runTruespec } from "../../harness/run-command.ts";
import { answersBeyond } from "./answers.ts";
import { lineOf, writeScenario } from "./check-scenario.ts";
import { controls } from "./controls.ts";
import { placed } from "./placements.ts";
import { problems } from "./problems.ts";
import { requests } from "./requests.ts";
import type { Scenario } from "./scenario.ts";
import { silentKinds } from "./silent-kinds.ts";

/** A few of each table: the command says of them what the library says. */
const scenarios: readonly Scenario[] = [
  ...placed.filter((_, index) => index % 15 === 0),
  ...answersBeyond.filter(({ name }) => /Sunset|404|feed|500|page/.test(name)),
  ...requests.filter(({ name }) => /is none|body that was sent/.test(name)),
  ...silentKinds.slice(0, 2),
  ...controls.slice(0, 2),
  ...problems.filter(({ name }) => /breaks off|calls itself|beside it/.test(name)),
];

/** Drift goes before a lack of evidence; somebody else's exchange is none of either. */
function exitOf({ want, problems: unread = [] }: Scenario): number {
  if (want.some((line) => /^(breaking|additive) /.test(line))) return 1;
  return unread.some((kind) => kind !== "unmatched") ? 3 : 0;
}

test.each(scenarios)("$name", async (scenario) => {
  const cwd = await mkdtemp(join(tmpdir(), "planted-"));
  const files = await writeScenario(cwd, scenario);
  const { code, stdout, stderr } = await runTruespec(["drift", ...files, "--report", "json"], {
    cwd,
  });
  await rm(cwd, { recursive: true });
  const report: Report = JSON.parse(stdout);
  expect(report.findings.map(lineOf).sort()).toEqual([...scenario.want].sort());
  expect([code, stderr.includes("Error:")]).toEqual([exitOf(scenario), false]);
});
