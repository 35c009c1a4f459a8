import { type Baseline, baselineVersion } from "./baseline.ts";

/** A baseline as the text of its file: sorted by fingerprint, one entry a line, so that equal baselines are equal bytes and differences are lines. */
export function printBaseline(baseline: Baseline): string {
  const entries = baseline.map(({ fingerprint, kind, where, reason, by, since, expires }) => ({
    ...{ fingerprint, kind, where, reason, by, since, expires },
  }));
  return printEntries({ version: baselineVersion }, entries);
}

/** An object of some fields and a list of entries, one a line, sorted by fingerprint. */
export function printEntries(
  head: { readonly [name: string]: unknown },
  entries: readonly { readonly fingerprint: string }[],
): string {
  const lines = [...entries]
    .sort((left, right) => (left.fingerprint < right.fingerprint ? -1 : 1))
    .map((entry) => `    ${JSON.stringify(entry)}`);
  const fields = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n${fields.join("")}  "entries": ${list}\n}\n`;
}
