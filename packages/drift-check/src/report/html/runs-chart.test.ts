import { expect, test } from "vitest";
import { emptyHistory, type RunCounts, recordRun } from "../../baseline/history.ts";
import { parseHistory, printHistory } from "../../baseline/history-file.ts";
import { runsChart } from "./runs-chart.ts";

const run = (number: number, breaking: number, additive: number): RunCounts => ({
  ...{ run: number, time: `2026-01-${String(number).padStart(2, "0")}T05:00:00.000Z` },
  ...{ breaking, additive, informational: 0, undecided: 0 },
});

test("a column a run, the worst at the bottom, in words as well", () => {
  const chart = runsChart([run(1, 2, 2), run(2, 1, 0), run(3, 0, 0)])?.html ?? "";
  expect(chart).toContain("The last 3 runs, 2026-01-01 to 2026-01-03: from 4 findings to 0.");
  expect(chart).toContain("<title>Run 1, 2026-01-01: 2 breaking, 2 additive</title>");
  expect(chart).toContain("<title>Run 3, 2026-01-03: no findings</title>");
  expect(chart.match(/<rect [^>]*>/g)).toEqual([
    '<rect class="fill breaking" x="0%" y="50%" width="2.4%" height="50%"/>',
    '<rect class="fill additive" x="0%" y="0%" width="2.4%" height="50%"/>',
    '<rect class="fill breaking" x="3.33%" y="75%" width="2.4%" height="25%"/>',
  ]);
  expect(chart).toContain('<span class="kind additive">additive</span></figcaption>');
  expect(chart).not.toContain("informational");
  expect(chart).not.toContain("style=");
});

test("one run is no course of things; of many the newest are drawn", () => {
  expect(runsChart([])).toBeUndefined();
  expect(runsChart([run(1, 1, 1)])).toBeUndefined();
  const many = Array.from({ length: 90 }, (_, index) => run(index + 1, 1, 0));
  expect(runsChart(many)?.html.match(/<g>/g)).toHaveLength(60);
});

test("runs are kept in numbers, and a history from before has none", () => {
  let history = emptyHistory;
  for (let day = 0; day < 120; day += 1) {
    history = recordRun(history, [], { baseline: [], now: day * 86_400_000 });
  }
  expect(history.log.map((one) => one.run)).toEqual(Array.from({ length: 100 }, (_, i) => i + 21));
  expect(parseHistory(printHistory(history), "h.json")).toEqual(history);
  const old = '{"version": 1, "runs": 3, "entries": []}';
  expect(parseHistory(old, "h.json").log).toEqual([]);
  const broken = '{"version": 1, "runs": 3, "log": [{"run": 1}], "entries": []}';
  expect(() => parseHistory(broken, "h.json")).toThrow("h.json:1");
});
