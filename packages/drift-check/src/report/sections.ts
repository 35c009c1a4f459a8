import { isAccepted } from "../baseline/baseline.ts";
import type { Finding } from "../compare/finding.ts";
import type { Report } from "./report.ts";

/** A group of findings that mean the same to a reader. */
export interface Section {
  readonly kind:
    | "breaking"
    | "systematic"
    | "additive"
    | "informational"
    | "undecided"
    | "accepted";
  readonly title: string;
  /** What it means, in plain words. */
  readonly meaning: string;
  readonly findings: readonly Finding[];
}

const headings: readonly (readonly [Section["kind"], title: string, meaning: string])[] = [
  ["breaking", "Breaking", "clients generated from the description fail on these"],
  ["systematic", "Never true", "every value seen differs: the description was never true here"],
  ["additive", "Additive", "the API grew, and the description does not say so yet"],
  ["informational", "Informational", "worth knowing; nothing breaks"],
  ["undecided", "Undecided", "too little evidence to judge"],
  ["accepted", "Accepted", "known, and accepted by the baseline"],
];

/** The findings in the order in which people should read them; systematic defects stand apart. Empty groups are left out. */
export function sectionsOf({ findings }: Report): readonly Section[] {
  return headings
    .map(([kind, title, meaning]) => ({
      ...{ kind, title, meaning },
      findings: findings.filter((finding) => sectionOf(finding) === kind),
    }))
    .filter((section) => section.findings.length > 0);
}

/** What was checked, in one sentence. */
export function describeCollection({ description, collection }: Report): string {
  const { exchanges, matched } = collection;
  const name = description.source === "-" ? "the description" : description.source;
  if (exchanges === 0) return `Checked ${name} against nothing: no exchange was collected.`;
  const all = `${exchanges} ${exchanges === 1 ? "exchange" : "exchanges"}`;
  return `Checked ${name} against ${all}; ${matched} called an operation that it describes.`;
}

/** The entries of the baseline that may be deleted, one line each: where, and for how long it was not seen. */
export function describeStale({ baseline }: Report): readonly string[] {
  return (baseline?.stale ?? []).map(
    ({ where, unseenRuns, fingerprint }) =>
      `${where}: not seen in the last ${unseenRuns} runs (${fingerprint})`,
  );
}

/** The outcome in one sentence. */
export function describeOutcome({ findings, summary, collection }: Report): string {
  const { breaking, additive, informational, undecided } = summary;
  const unread = collection.problems.filter(({ kind }) => kind !== "unmatched").length;
  const systematic = findings.filter((finding) => sectionOf(finding) === "systematic").length;
  const never = systematic === 0 ? "" : ` (${systematic} never true)`;
  const found = `${breaking} breaking${never}, ${additive} additive, ${informational} informational, ${undecided} undecided`;
  const evidence =
    unread === 0 ? "" : `; ${unread} of ${collection.exchanges} exchanges could not be read`;
  if (collection.matched === 0)
    return "Nothing could be compared: no exchange called an operation of the description.";
  if (findings.length === 0 && collection.problems.length >= collection.exchanges)
    return `Nothing could be compared${evidence}.`;
  const known = findings.filter(isAccepted).length;
  const accepted = known === 0 ? "" : `; ${known} of them accepted by the baseline`;
  return findings.length === 0
    ? `No drift found${evidence}.`
    : `Found: ${found}${accepted}${evidence}.`;
}

function sectionOf(finding: Finding): Section["kind"] {
  const { severity, systematic } = finding;
  if (isAccepted(finding)) return "accepted";
  return systematic && severity === "breaking" ? "systematic" : severity;
}
