import { expect, test } from "vitest";
import { checkBodies } from "../../test/check.ts";
import { applyBaseline } from "./apply-baseline.ts";
import { type BaselineEntry, isAccepted, isExpired } from "./baseline.ts";
import { printBaseline } from "./print-baseline.ts";
import { parseBaseline } from "./read-baseline.ts";
import { updateBaseline } from "./update-baseline.ts";

const now = Date.parse("2026-08-05T12:00:00Z");
const later = Date.parse("2026-09-01T12:00:00Z");

const schema = {
  type: "array",
  items: { type: "object", properties: { kind: { enum: ["big", "small"] } } },
} as const;

const found = async (rows: readonly object[]) =>
  (await checkBodies(schema, [rows.map((row) => ({ ...row }))])).findings;

test("accepting findings and reading the file again accepts them and nothing else", async () => {
  const first = await found([{ kind: "huge", colour: "red" }]);
  const text = printBaseline(updateBaseline([], first, { now }));
  const baseline = parseBaseline(text, "b.json");
  const marked = applyBaseline(first, baseline, now);
  expect(marked.map(isAccepted)).toEqual([true, true]);
  expect(marked[0]?.baseline).toEqual({
    ...{ reason: null, by: null, since: "2026-08-05", expires: null, expired: false },
  });
  const next = await found([{ kind: "tiny", colour: "red" }]);
  const accepted = applyBaseline(next, baseline, now).map((one) => [one.kind, isAccepted(one)]);
  expect(accepted).toEqual([
    ["undocumented-enum-value", false],
    ["undocumented-field", true],
  ]);
});

test("one entry a line, sorted, the same bytes whatever the order", async () => {
  const findings = await found([{ kind: "huge", a: 1, b: 1, c: 1 }]);
  const text = printBaseline(updateBaseline([], findings, { now }));
  expect(printBaseline(updateBaseline([], [...findings].reverse(), { now }))).toBe(text);
  expect(printBaseline(updateBaseline(parseBaseline(text, "b"), findings, { now: later }))).toBe(
    text,
  );
  const lines = text.split("\n").filter((line) => line.includes("fingerprint"));
  expect(lines).toHaveLength(4);
  expect([...lines].sort()).toEqual(lines);
  expect(JSON.parse(text).version).toBe(1);
  expect(text).toContain('"where":"GET /things · 200 · application/json · /*/kind = \\"huge\\""');
});

test("updating keeps reasons, names and deadlines, and what was not seen this time", async () => {
  const [value, field] = updateBaseline([], await found([{ kind: "huge", colour: 1 }]), { now });
  const kept = { ...field, reason: "on purpose", by: "ada", expires: "2026-08-31" };
  const before = [value, kept].filter((entry) => entry !== undefined) as BaselineEntry[];
  const updated = updateBaseline(before, await found([{ colour: 1, shape: 1 }]), { now: later });
  expect(updated).toHaveLength(3);
  expect(updated).toContainEqual(kept);
  expect(updated).toContainEqual(value);
  const stale = new Set([String(value?.fingerprint)]);
  expect(updateBaseline(before, [], { now: later, stale })).toEqual([kept]);
});

test("a byte order mark of an editor is passed over", () => {
  expect(parseBaseline('\uFEFF{"version": 1, "entries": []}', "b")).toEqual([]);
});

test.each([
  [null, false],
  ["2026-08-04", true],
  ["2026-08-05", false],
  ["2026-08-05T11:59:59Z", true],
  ["2026-08-05T12:00:01Z", false],
])("expires %s", (expires, want) => {
  expect(isExpired({ expires }, now)).toBe(want);
});

const entry = (fields: string) =>
  `{"version": 1, "entries": [\n{"fingerprint": "v1:0000000000000000", "kind": "never-seen"},\n${fields}]}`;

test.each<[string, RegExp]>([
  ["", /^b\.json:1: it is not JSON/],
  ['{"version": 1,\n"entries": [}', /^b\.json:2: it is not JSON/],
  [entry("{}},\n{}"), /^b\.json:3: it is not JSON/],
  ['\n{"version": 1, "entries": [\n<<<<<<< ours\n{},\n{}\n]}', /^b\.json:3: it is not JSON/],
  ['{"version": 1,\n"entries": [\n{},\n', /^b\.json:3: it is not JSON/],
  ["[]", /^b\.json:1: it should be/],
  ['{"version": 2, "entries": []}', /^b\.json:1: it should be/],
  [entry("7"), /^b\.json:3: an entry should be an object/],
  [entry('{"fingerprint": "x", "kind": "never-seen"}'), /^b\.json:3: `fingerprint` should be/],
  [entry('{"fingerprint": "v1:0000000000000000", "kind": "never-seen"}'), /:3: .* a second time/],
  [entry('{"fingerprint": "v1:0000000000000001", "kind": "odd"}'), /:3: `kind` should be one of/],
  [
    entry('{"fingerprint": "v1:0000000000000001", "kind": "never-seen", "expire": null}'),
    /:3: an entry has no field "expire"/,
  ],
  [
    entry('{"fingerprint": "v1:0000000000000001", "kind": "never-seen", "expires": "soon"}'),
    /:3: `expires` should be a date/,
  ],
  [
    entry('{"fingerprint": "v1:0000000000000001", "kind": "never-seen", "expires": "2026-02-31"}'),
    /:3: `expires` should be a date/,
  ],
  [
    entry('{"fingerprint": "v1:0000000000000001", "kind": "never-seen", "by": 7}'),
    /:3: `by` should be a text or null/,
  ],
])("%j is refused", (text, want) => {
  expect(() => parseBaseline(text, "b.json")).toThrow(want);
});
