import { createReport, type Report } from "../src/report/report.ts";
import { answers, documentOf } from "./api.ts";
import { type Checked, check } from "./check.ts";

/** A check that shows every part of a report. */
export async function checkEverything(): Promise<{
  readonly report: Report;
  readonly checked: Checked;
}> {
  const model = {
    type: "object",
    required: ["id", "owner"],
    properties: {
      id: { type: "string" },
      owner: { type: "string" },
      price: { type: "object", properties: {} },
      voice: { enum: ["alto", "bass"] },
      limits: { type: "object" },
      knowledge: { type: "string", format: "date" },
    },
  };
  const document = documentOf({ type: "array", items: model });
  const rows = Array.from({ length: 90 }, (_, index) => ({
    id: `m${index}`,
    price: "0.5",
    voice: index === 7 ? "tenor" : "alto",
    limits: null,
    links: {},
    ...(index < 62 ? { benchmarks: { arena: [{ elo: index }], index: 1.5 } } : {}),
    ...(index === 5 ? {} : { owner: "me" }),
    ...(index === 3 ? { knowledge: "soon" } : {}),
  }));
  const time = "2026-06-12T00:00:00.000Z";
  const collected = [
    ...answers([rows], { time, headers: [{ name: "deprecation", value: "true" }] }),
    ...answers([{}], { time, status: 500 }),
    ...answers([{}], { time, url: "https://api.example.com/v1/things/7/parts" }),
    {
      kind: "problem",
      problem: {
        exchange: "a:9",
        kind: "timeout",
        message: "GET /things: no whole answer within 30 seconds",
      },
    },
  ] as const;
  const checked = await check(document, collected);
  const { profile, findings, description } = checked;
  const skipped = [
    { operation: "GET /things/{id}", reason: "no value is known for its path parameter `id`" },
  ];
  const report = createReport({
    source: "things.yaml",
    sha256: description.sha256,
    profile,
    findings,
    skipped,
  });
  return { report, checked };
}
