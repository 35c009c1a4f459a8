import { describe, expect, test } from "vitest";
import { answers, documentOf, textAnswers } from "../../test/api.ts";
import { check } from "../../test/check.ts";
import { checkEverything } from "../../test/report.ts";
import { createReport, type Report } from "./report.ts";
import { printTerminalReport } from "./terminal-report.ts";

test("everything at once", async () => {
  const { report } = await checkEverything();
  expect(printTerminalReport(report, { width: 100 })).toMatchInlineSnapshot(`
    "Checked things.yaml against 4 exchanges; 2 called an operation that it describes.

    Breaking (3) clients generated from the description fail on these
      GET /things · 200 · application/json
        /*/owner      1 of 90  required, and missing
        /*/knowledge   1 of 1  not of the described format date
        /*/voice      1 of 90  new value "tenor"

    Never true (2) every value seen differs: the description was never true here
      GET /things · 200 · application/json
        /*/limits  90 of 90  null, and described as never null
        /*/price   90 of 90  described as object, seen as string

    Additive (4) the API grew, and the description does not say so yet
        GET /v1/things/*/parts    1 of 3
          an operation that the description does not know, called with success
      GET /things · 200 · application/json
        /*/links                90 of 90  new field: object
        /*/benchmarks           62 of 90  new field: object {arena, index}
      GET /things · 200
        header deprecation        1 of 1  a response header that the description does not know

    Undecided (1) too little evidence to judge
      GET /things · 500 · application/json
        status 500  1 of 2  a status that the description does not know

    Not read (1)
      a:9: timeout: GET /things: no whole answer within 30 seconds

    Skipped (1)
      GET /things/{id}: no value is known for its path parameter \`id\`

    Found: 5 breaking (2 never true), 4 additive, 0 informational, 1 undecided; 1 of 4 exchanges could not be read.
    "
  `);
});

test("colours only on demand, and the same text", async () => {
  const { report } = await checkEverything();
  const plain = printTerminalReport(report);
  const coloured = printTerminalReport(report, { color: "ansi" });
  expect(plain).not.toContain("\u001b");
  expect(coloured).toContain("\u001b[31m");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them.
  expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain);
});

function reportOf(bodies: Parameters<typeof answers>[0]): Promise<Report> {
  return reportOn(answers(bodies));
}

async function reportOn(collected: ReturnType<typeof answers>): Promise<Report> {
  const document = documentOf({ type: "object", properties: { a: { type: "string" } } });
  const { profile, findings } = await check(document, collected);
  return createReport({ source: "t.yaml", profile, findings });
}

/** Three operations of one schema, which leave it in the same ways. */
async function reportOnShared(): Promise<Report> {
  const names = Array.from({ length: 16 }, (_, index) => `f${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
  const when = { type: "string", format: "date" };
  const Thing = { required: ["owner"], properties: { owner: {}, when, ...properties } };
  const document = documentOf({ $ref: "#/components/schemas/Thing" }, { schemas: { Thing } });
  const paths = ["/things", "/others", "/more"];
  const [path] = Object.values(document["paths"] ?? {});
  const all = { ...document, paths: Object.fromEntries(paths.map((name) => [name, path])) };
  const body = { when: "soon", ...Object.fromEntries(names.map((name) => [name, 1])) };
  const headers = [{ name: "x-gate", value: "1" }];
  const collected = paths.flatMap((name) =>
    answers([body], { url: `https://api.example.com/v1${name}`, headers }),
  );
  const { profile, findings } = await check(all, collected);
  return createReport({ source: "t.yaml", profile, findings });
}

describe("at most a screen", () => {
  test("a long list is cut, and says how to see the rest", async () => {
    const body = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`field${index}`, index]),
    );
    const text = printTerminalReport(await reportOf([body]));
    expect(text).toContain("… and 30 more: see them all with --report html=drift.html");
    expect(text.split("\n").length).toBeLessThan(20);
  });

  test("what many operations share is told once, and the rest is counted by kind", async () => {
    const text = printTerminalReport(await reportOnShared(), { width: 100 });
    expect(text).toContain("/owner  1 of 1  required, and missing; and in 2 other places");
    expect(text).toContain("header x-gate  1 of 1");
    expect(text.match(/header x-gate/g)).toHaveLength(1);
    expect(text).toContain(
      "… and 24 more: see them all with --report html=drift.html\n    21 type-mismatch, 3 format-mismatch\n",
    );
  });

  test.each([40, 60, 80, 120])("%i columns", async (width) => {
    const { report } = await checkEverything();
    const lines = printTerminalReport(report, { width }).split("\n");
    const places = lines.filter((line) => line.includes("  /*/"));
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((line) => line.length > Math.max(width, 70))).toEqual([]);
  });
});

test.each<[string, Parameters<typeof answers>[0], string]>([
  [
    "nothing was collected",
    [],
    "Nothing could be compared: no exchange called an operation of the description.",
  ],
  ["nothing was found", [{ a: "x" }], "No drift found."],
])("%s", async (_name, bodies, want) => {
  expect(printTerminalReport(await reportOf(bodies))).toContain(want);
});

test.each<[readonly string[], string]>([
  [['{"a":'], "Nothing could be compared; 1 of 1 exchanges could not be read."],
  [['{"a":', "{}"], "No drift found; 1 of 2 exchanges could not be read."],
])("bodies that cannot be read: %j", async (texts, want) => {
  expect(printTerminalReport(await reportOn(textAnswers(texts)))).toContain(want);
});

test("no name commands the terminal", async () => {
  const text = printTerminalReport(await reportOf([{ "\u001b[2J\u0007\u202eabc\n::error::": 1 }]));
  expect(text).toContain("/\\u{1b}[2J\\u{7}\\u{202e}abc\\u{a}::error::");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});
