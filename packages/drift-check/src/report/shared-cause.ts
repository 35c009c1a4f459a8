import { parsePointer } from "@truespec/json-schema";
import type { Finding } from "../compare/finding.ts";
import type { FindingKind } from "../finding-kind.ts";

/** Findings without those that have the same cause in the description as one before them. */
export interface FoldedFindings {
  readonly findings: readonly Finding[];
  /** In how many other places the same part of the description is left in the same way. */
  readonly elsewhere: ReadonlyMap<Finding, number>;
}

/**
 * Tells what has one cause once: a schema that many operations share is left in each of them in the same way, a gateway
 * answers for all of them, and each is a finding of its own. The first stands for all.
 */
export function foldShared(findings: readonly Finding[]): FoldedFindings {
  const firsts = new Map<string, Finding>();
  const elsewhere = new Map<Finding, number>();
  for (const finding of findings) {
    const key = causeKey(finding);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, finding);
    else elsewhere.set(first, (elsewhere.get(first) ?? 0) + 1);
  }
  return { findings: [...firsts.values()], elsewhere };
}

/** `; and in 3 other places`, behind what a finding means; empty where it is alone. */
export function describeElsewhere(count: number | undefined): string {
  if (count === undefined) return "";
  return count === 1 ? "; and in 1 other place" : `; and in ${count} other places`;
}

/** Kinds that say the same of each operation: what a gateway adds, it adds to all. */
const kindsOfGateways: ReadonlySet<FindingKind> = new Set<FindingKind>([
  "undocumented-header",
  "undocumented-status",
  "undocumented-media-type",
]);

/** Below the schema that was left only the last key counts: the field that it lacks. */
function causeKey({ kind, schemaPointer, location, values, fingerprint }: Finding): string {
  if (kindsOfGateways.has(kind)) return JSON.stringify([kind, values]);
  if (schemaPointer === null) return fingerprint;
  return JSON.stringify([kind, schemaPointer, parsePointer(location).at(-1), values]);
}
