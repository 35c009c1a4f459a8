import { applyBaseline } from "../src/baseline/apply-baseline.ts";
import { updateBaseline } from "../src/baseline/update-baseline.ts";
import { createReport, type Report } from "../src/report/report.ts";
import { answers, documentOf } from "./api.ts";
import { type Checked, check } from "./check.ts";

/** Names of fields that would break out of one format or another if they were not escaped. */
export const hostileNames = [
  "::error file=x::y",
  "a%0A::error::z",
  "##[error]v1",
  "two\nlines\r::warning::w",
  "</testcase><failure/>",
  "]]>&amp;<!-- -->",
  '"onload="alert(1)',
  "'style='x:expression()",
  "</script><script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  "[link](https://evil.example)",
  "{0} placeholder",
  "`code` | cell | <b>",
  "\u0000\u001b[31m\u202e\ud800\ufffe",
  "@everyone #1",
] as const;

/** A report whose findings bear hostile names; the first is accepted, for a hostile reason. */
export async function hostileReport(): Promise<{
  readonly report: Report;
  readonly checked: Checked;
}> {
  const row = Object.fromEntries(hostileNames.map((name) => [name, { [name]: 1 }]));
  const document = documentOf({
    type: "object",
    properties: { id: { type: "integer" }, kind: { enum: ["a"] } },
  });
  const collected = [
    ...answers([{ id: "x", kind: "b::c", ...row }], {
      time: "2026-06-12T00:00:00.000Z",
      headers: [{ name: "x-odd::header", value: "1" }],
    }),
    {
      kind: "problem",
      problem: { exchange: "a::b,c:1", kind: "timeout", message: "100 %\n::error::no </answer>" },
    },
  ] as const;
  const checked = await check(document, collected);
  const { profile, findings, description } = checked;
  const now = Date.parse("2026-08-05T00:00:00Z");
  const [entry] = updateBaseline([], findings.slice(0, 1), { now });
  const baseline =
    entry === undefined ? [] : [{ ...entry, reason: "</script> ::error:: & `why`", by: "<ada>" }];
  const report = createReport({
    source: "odd ::name <x>.yaml",
    sha256: description.sha256,
    profile,
    findings: applyBaseline(findings, baseline, now),
    stale: [],
    skipped: [{ operation: "GET /<x>", reason: '::error:: none & "nothing"' }],
  });
  return { report, checked };
}
