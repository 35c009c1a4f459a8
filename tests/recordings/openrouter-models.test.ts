import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  compare,
  createFileAccess,
  createReload,
  type Finding,
  observe,
  proposeOverlay,
  readRecordings,
} from "@truespec/drift-check";
import { createSourceReader, loadDescription } from "@truespec/openapi";
import { describe, expect, test } from "vitest";

const folder = process.env["TRUESPEC_RECORDINGS"];
const source = "openapi/openrouter/openapi.yaml";
const corrections = ["10-documented-operations", "20-corrections"].map(
  (name) => `openapi/openrouter/overlays/${name}.overlay.yaml`,
);
const read = createSourceReader({ allowNetwork: false });

/** Bodies of `GET /models`, by the day they were recorded. */
const files =
  folder === undefined
    ? []
    : readdirSync(folder).filter(
        (name) => /^models-.*\.json$/.test(name) && !name.endsWith(".headers.json"),
      );

async function load(overlays: readonly string[]) {
  const result = await loadDescription(source, { read, overlays });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.description;
}

function recording(name: string) {
  return readRecordings([join(folder ?? "", name)], {
    files: createFileAccess(),
    operation: "GET /models",
  });
}

async function findingsIn(name: string, overlays: readonly string[]): Promise<readonly Finding[]> {
  const description = await load(overlays);
  const profile = await observe(description, recording(name));
  expect(profile.problems).toEqual([]);
  expect(profile.matched).toBe(1);
  return compare(description, profile);
}

function locations(findings: readonly Finding[], kind: Finding["kind"]): readonly string[] {
  return findings.filter((finding) => finding.kind === kind).map(({ location }) => location);
}

/** When each field came, so that no earlier recording has it. */
const arrivals: readonly (readonly [location: string, since: string])[] = [
  ["/data/*/supported_voices", "2026-05-05"],
  ["/data/*/benchmarks", "2026-06-12"],
  ["/data/*/reasoning", "2026-06-18"],
  ["/data/*/pricing/overrides", "2026-07-14"],
  ["/total_count", "2026-07-14"],
];

/** Findings that no exchange shows, and no overlay answers. */
function isSilent(kind: Finding["kind"]): boolean {
  return kind === "never-seen" || kind === "stale-example";
}

describe("recorded answers of OpenRouter's GET /models", () => {
  test("recordings are at hand", ({ skip }) => {
    skip(folder === undefined, "TRUESPEC_RECORDINGS names no folder of recordings");
    expect(files.length).toBeGreaterThan(5);
  });

  test.each(files)("%s against the published description", async (name) => {
    const findings = await findingsIn(name, []);
    expect(findings.length).toBeLessThan(40);
    const prices = findings.filter(
      ({ kind, location, total }) =>
        kind === "type-mismatch" && /\/pricing\/(prompt|completion)$/.test(location) && total >= 20,
    );
    for (const price of prices) expect(price).toMatchObject({ systematic: true, n: price.total });
    const isWhole = findings.some(({ total }) => total >= 100);
    if (isWhole) expect(prices).toHaveLength(2);
  });

  test.each(files)("%s against the corrected description", async (name) => {
    const findings = await findingsIn(name, corrections);
    expect(findings.length).toBeLessThan(40);
    expect(locations(findings, "type-mismatch")).toEqual([]);
    const day = /\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? "";
    const found = locations(findings, "undocumented-field");
    for (const [location, since] of arrivals) {
      if (day < since) expect(found).not.toContain(location);
      else if (!name.includes("trimmed")) expect(found).toContain(location);
    }
  });

  test.each(files)("%s: what is proposed answers what it addresses", async (name) => {
    const description = await load(corrections);
    const profile = await observe(description, recording(name));
    const findings = compare(description, profile);
    const reload = createReload(source, { read, overlays: corrections });
    const proposal = await proposeOverlay(description, profile, findings, {
      reload,
      collect: () => recording(name),
    });
    const { refused } = proposal;
    const unanswered = refused.map(
      ({ fingerprint }) => findings.find((one) => one.fingerprint === fingerprint)?.kind,
    );
    expect(new Set(unanswered)).toEqual(
      new Set(unanswered.length === 0 ? [] : ["missing-required"]),
    );
    const patched = await reload(proposal.text === undefined ? [] : [proposal.text]);
    if (!patched.ok) throw new Error(JSON.stringify(patched.diagnostics));
    const after = compare(patched.description, await observe(patched.description, recording(name)));
    const left = after.filter(({ kind }) => !isSilent(kind));
    expect(left.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      refused.map(({ fingerprint }) => fingerprint).sort(),
    );
  });
});
