import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  compare,
  createFileAccess,
  createReport,
  type Finding,
  observe,
  printJsonReport,
  type Report,
  readRecordings,
} from "@truespec/drift-check";
import { createSourceReader, type Description, loadDescription } from "@truespec/openapi";
import { documentOf, type Scenario } from "./scenario.ts";

/** Writes a scenario to disk: a description and a recording. */
export async function writeScenario(
  folder: string,
  scenario: Scenario,
): Promise<readonly string[]> {
  const files = [join(folder, "openapi.json"), join(folder, "traffic.ndjson")] as const;
  await writeFile(files[0], JSON.stringify(documentOf(scenario)));
  await writeFile(files[1], scenario.exchanges.map((one) => `${JSON.stringify(one)}\n`).join(""));
  return files;
}

/** A description and what its API did. */
export interface CheckedScenario {
  readonly description: Description;
  readonly report: Report;
}

/** Checks a scenario from its files to the JSON report, as it is read back. */
export async function checkScenario(scenario: Scenario): Promise<CheckedScenario> {
  const folder = await mkdtemp(join(tmpdir(), "planted-"));
  try {
    const [source = "", recording = ""] = await writeScenario(folder, scenario);
    const description = await load(source);
    const collected = readRecordings([recording], { files: createFileAccess() });
    const profile = await observe(description, collected);
    const findings = compare(description, profile);
    const { sha256 } = description;
    const report: Report = JSON.parse(
      printJsonReport(createReport({ source, sha256, profile, findings })),
    );
    return { description, report };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function load(source: string): Promise<Description> {
  const result = await loadDescription(source, {
    read: createSourceReader({ allowNetwork: false }),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.description;
}

/** A finding in one line; of whom, where it is not the answer 200 to `GET /things` in JSON. */
export function lineOf(finding: Finding): string {
  const { severity, kind, location, n, total, values, types, systematic, openSet } = finding;
  return [
    severity,
    kind,
    ...subjectOf(finding),
    location === "" ? "(body)" : location,
    `${n}/${total}`,
    ...(values === null ? [] : [JSON.stringify(values)]),
    ...(types === null ? [] : [JSON.stringify(types)]),
    ...(systematic ? ["systematic"] : []),
    ...(openSet ? ["open set"] : []),
  ].join(" ");
}

function subjectOf({ operation, direction, status, mediaType }: Finding): readonly string[] {
  const subject = `${operation} ${direction} ${status ?? "-"} ${mediaType ?? "-"}`;
  return subject === "GET /things response 200 application/json" ? [] : [`[${subject}]`];
}
