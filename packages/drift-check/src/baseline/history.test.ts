import { expect, test } from "vitest";
import { checkBodies } from "../../test/check.ts";
import type { Finding } from "../compare/finding.ts";
import { emptyHistory, findStale, type History, recordRun } from "./history.ts";
import { parseHistory, printHistory } from "./history-file.ts";
import { updateBaseline } from "./update-baseline.ts";

const day = 86_400_000;
const start = Date.parse("2026-01-01T00:00:00Z");
const schema = { type: "object", properties: { id: {} } } as const;

const found = async (field: string, time?: string): Promise<readonly Finding[]> =>
  (await checkBodies(schema, [{ [field]: 1 }], time === undefined ? {} : { time })).findings;

test("first and last seen grow over runs", async () => {
  const a = await found("a");
  const one = recordRun(emptyHistory, a, { baseline: [], now: start });
  const two = recordRun(one, await found("b"), { baseline: [], now: start + day });
  const three = recordRun(two, a, { baseline: [], now: start + 2 * day });
  const entry = three.entries.find(({ fingerprint }) => fingerprint === a[0]?.fingerprint);
  expect(three.runs).toBe(3);
  expect(entry).toMatchObject({
    firstSeen: "2026-01-01T00:00:00.000Z",
    lastSeen: "2026-01-03T00:00:00.000Z",
    lastRun: 3,
  });
});

test("the time of an exchange is believed before the time of the run", async () => {
  const old = await found("a", "2025-03-01T00:00:00.000Z");
  const { entries } = recordRun(emptyHistory, old, { baseline: [], now: start });
  expect(entries[0]).toMatchObject({
    firstSeen: "2025-03-01T00:00:00.000Z",
    lastSeen: "2025-03-01T00:00:00.000Z",
  });
});

test("an entry that ten runs did not see is stale, and one seen again is not", async () => {
  const a = await found("a");
  const baseline = updateBaseline([], [...a, ...(await found("b"))], { now: start });
  let history: History = recordRun(emptyHistory, a, { baseline, now: start });
  const stale: (readonly string[])[] = [];
  for (let run = 0; run < 10; run += 1) {
    history = recordRun(history, run === 4 ? a : [], { baseline, now: start + run * day });
    stale.push(findStale(baseline, history).map(({ where }) => where));
  }
  const where = "GET /things · 200 · application/json · /b";
  expect(stale).toEqual([...Array(8).fill([]), [where], [where]]);
  expect(findStale(baseline, history)).toMatchObject([{ lastSeen: null, unseenRuns: 11 }]);
});

test("what is printed reads back the same, one entry a line", async () => {
  const findings = [...(await found("a")), ...(await found("b"))];
  const text = printHistory(recordRun(emptyHistory, findings, { baseline: [], now: start }));
  expect(printHistory(parseHistory(text, "h.json"))).toBe(text);
  expect(text.split("\n").filter((line) => line.includes("v1:"))).toHaveLength(2);
});

test.each([
  ["[]", "h.json:1"],
  ['{"version": 1, "runs": -1, "entries": []}', "h.json:1"],
  ['{"version": 2, "runs": 1, "entries": []}', "h.json:1"],
  ['{"version": 1, "runs": 1, "entries": [], "log": {}}', "h.json:1"],
  ['{"version": 1, "runs": 1, "entries": [], "log": [{"time": 1}]}', "h.json:1"],
  ['{"version": 1, "runs": 1, "entries": [], "log": [{"time": "", "run": 1}]}', "h.json:1"],
  ['{"version": 1, "runs": 1, "entries": [\n{"fingerprint": 1}]}', "h.json:2"],
  [
    '{"version": 1, "runs": 1, "entries": [\n{"fingerprint": "v1:0", "where": 1, "firstSeen": null, "lastSeen": null, "lastRun": 1}]}',
    "h.json:2",
  ],
])("%s is refused", (text, place) => {
  expect(() => parseHistory(text, "h.json")).toThrow(place);
});

test("what no baseline holds is forgotten in the end", async () => {
  let history = recordRun(emptyHistory, await found("a"), { baseline: [], now: start });
  for (let run = 0; run < 99; run += 1)
    history = recordRun(history, [], { baseline: [], now: start });
  expect(history.entries).toHaveLength(1);
  expect(recordRun(history, [], { baseline: [], now: start }).entries).toEqual([]);
});
