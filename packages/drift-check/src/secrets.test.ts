import type { JsonValue } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { answers, documentOf } from "../test/api.ts";
import { check } from "../test/check.ts";
import { propose } from "../test/propose.ts";
import { emptyHistory, recordRun } from "./baseline/history.ts";
import { printHistory } from "./baseline/history-file.ts";
import { printBaseline } from "./baseline/print-baseline.ts";
import { updateBaseline } from "./baseline/update-baseline.ts";
import type { ObserveOptions } from "./observe/observe.ts";
import { printProfile } from "./profile/print-profile.ts";
import { printGithubReport } from "./report/github-report.ts";
import { printHtmlReport } from "./report/html/html-report.ts";
import { printJsonReport } from "./report/json-report.ts";
import { printJunitReport } from "./report/junit-report.ts";
import { printMarkdownReport } from "./report/markdown-report.ts";
import { createReport } from "./report/report.ts";
import { printSarifReport } from "./report/sarif-report.ts";
import { printTerminalReport } from "./report/terminal-report.ts";

const key = "sk-or-v1-0123456789abcdef0123456789abcdef";
const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
const text = "My name is Ada, and I live in the Rue de la Paix.";

const described = {
  type: "object",
  properties: {
    colour: { type: "string", enum: ["red"] },
    day: { type: "string", format: "date" },
    size: { type: "integer" },
    code: { type: "string", pattern: "^[a-z]$" },
  },
};

/** The same schema for what is sent and for what comes back. */
const document = JSON.parse(
  JSON.stringify(documentOf(described)).replace(
    '"responses":',
    `"parameters":[{"name":"q","in":"query","schema":{"enum":["a"]}}],"requestBody":{"content":{"application/json":{"schema":${JSON.stringify(described)}}}},"responses":`,
  ),
);

/** Every text that one check can write. */
async function outputsOf(
  bodies: readonly JsonValue[],
  options: ObserveOptions = {},
): Promise<string> {
  const headers = [{ name: "x-note", value: key }];
  const sent = [{ name: "content-type", value: "application/json" }];
  const collected = bodies.flatMap((value) =>
    answers([value], {
      ...{ headers, sent, body: { kind: "json", value } },
      url: `https://api.example.com/v1/things?q=${encodeURIComponent(String(Object.values(value ?? {})[0]))}`,
    }),
  );
  const { profile, findings, description } = await check(document, collected, options);
  const report = createReport({ source: "api.yaml", profile, findings });
  const { proposal } = await propose(document, collected);
  const places = { locate: description.locate, root: "/" };
  return [
    printHtmlReport(report, { proposal, places }),
    printSarifReport(report, { ...places, version: "1" }),
    printJunitReport(report, { failOn: "informational" }),
    printGithubReport(report, places),
    printBaseline(updateBaseline([], findings, { now: 0 })),
    printHistory(recordRun(emptyHistory, findings, { baseline: [], now: 0 })),
    printJsonReport(report),
    printMarkdownReport(report),
    printTerminalReport(report, { color: "ansi" }),
    printProfile(profile),
    JSON.stringify(proposal),
    [...proposal.repairs.values()].join("\n"),
  ].join("\n");
}

describe("no value of a response reaches an output", () => {
  test.each([
    ["a key", key],
    ["a token", jwt],
    ["a text", text],
    ["an address", "ada@example.com"],
  ])("%s", async (_name, secret) => {
    const outputs = await outputsOf([
      { colour: secret, day: secret, size: secret, code: secret },
      { fresh: secret, list: [secret], deep: { one: { two: secret } } },
    ]);
    expect(outputs).toContain("/fresh");
    expect(outputs).not.toContain(secret);
  });
});

describe("no credential reaches an output as a name", () => {
  test.each([
    ["a key", key],
    ["a token", jwt],
  ])("%s", async (_name, secret) => {
    const outputs = await outputsOf([
      { [secret]: 1, fresh: { [secret]: { [secret]: 1 } } },
      { fresh: [{ [secret]: secret }] },
    ]);
    expect(outputs).toContain("/REDACTED");
    expect(outputs).not.toContain(secret);
  });

  test("nor as a key of a described map, a path or a parameter", async () => {
    const map = documentOf({ additionalProperties: { type: "string" } });
    const url = `https://api.example.com/v1/things/${jwt}?${key}=1`;
    const collected = [...answers([{ [key]: 1 }]), ...answers([{}], { url })];
    const { profile, findings } = await check(map, collected);
    const text = printJsonReport(createReport({ source: "api.yaml", profile, findings }));
    expect(findings.map(({ kind }) => kind)).toEqual(["type-mismatch", "undocumented-operation"]);
    expect(text).not.toContain(key);
    expect(text).not.toContain(jwt);
  });
});

test("names out of a vocabulary are shown", async () => {
  expect(await outputsOf([{ colour: "green" }])).toContain('new value "green"');
});

describe("values on demand", () => {
  test.each<[string, string, boolean]>([
    ["a short text", "light blue, almost", true],
    ["a key", key, false],
    ["a key among words", `the key is ${key}`, false],
    ["a token", jwt, false],
    ["a long text", "many words ".repeat(30), false],
  ])("%s", async (_name, value, isShown) => {
    const { findings } = await check(document, answers([{ colour: value }]), { values: "shown" });
    expect(JSON.stringify(findings).includes(value)).toBe(isShown);
  });
});
