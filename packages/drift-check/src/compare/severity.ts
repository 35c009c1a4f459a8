import type { FindingKind } from "../finding-kind.ts";
import { isOfClass } from "../match/status.ts";
import type { Finding, Severity } from "./finding.ts";
import { matchesLocation, type Policy, type SeverityOverride } from "./policy.ts";

/** What the severity of a finding depends on. */
export interface Judged
  extends Pick<Finding, "kind" | "operation" | "location" | "status" | "total" | "values"> {
  /** Of how many exchanges it was seen in. */
  readonly exchanges: number;
  /** The description declares the set of values as open. */
  readonly isOpen: boolean;
}

/** Undocumented server errors are believed from so many exchanges on. */
const exchangesToBelieveAnError = 5;

const fixed: { readonly [kind in FindingKind]?: Severity } = {
  "missing-required": "breaking",
  "unexpected-null": "breaking",
  "type-mismatch": "breaking",
  "format-mismatch": "breaking",
  "constraint-violation": "breaking",
  "undocumented-field": "additive",
  "undocumented-operation": "additive",
  "undocumented-parameter": "additive",
  "open-empty-object": "informational",
  "never-seen": "informational",
  "stale-example": "informational",
};

/** How much a finding matters: the user's word first, then whether there is evidence enough, then its kind. */
export function judgeSeverity(judged: Judged, policy: Policy): Severity {
  const override = policy.overrides?.find((one) => isMeant(one, judged));
  if (override !== undefined) return override.severity;
  if (judged.total < (policy.minEvidence ?? 1) || isUnbelievedError(judged)) return "undecided";
  return fixed[judged.kind] ?? judgeByCircumstance(judged);
}

function judgeByCircumstance({ kind, status, values, isOpen }: Judged): Severity {
  if (kind === "undocumented-enum-value") return isOpen ? "additive" : "breaking";
  if (kind === "undocumented-header") {
    return isNamedHeader(String(values?.[0])) ? "additive" : "informational";
  }
  return isOfClass(status, "23") ? "breaking" : "additive";
}

function isUnbelievedError({ kind, status, exchanges }: Judged): boolean {
  return (
    kind === "undocumented-status" &&
    isOfClass(status, "5") &&
    exchanges < exchangesToBelieveAnError
  );
}

/** Headers that tell clients what to do. */
function isNamedHeader(name: string): boolean {
  return (
    ["deprecation", "sunset", "retry-after", "link"].includes(name) ||
    /^(x-)?rate-?limit/.test(name)
  );
}

function isMeant(override: SeverityOverride, judged: Judged): boolean {
  return (
    (override.kind === undefined || override.kind === judged.kind) &&
    (override.operation === undefined || override.operation === judged.operation) &&
    (override.location === undefined || matchesLocation(override.location, judged.location))
  );
}
