import { type Paint, painter, plainText, type TerminalColor } from "@truespec/openapi/report-text";
import type { Finding } from "../compare/finding.ts";
import {
  countOfFinding,
  groupBySubject,
  meaningOfFinding,
  placeOfFinding,
} from "./describe-finding.ts";
import type { Report } from "./report.ts";
import {
  describeCollection,
  describeOutcome,
  describeStale,
  type Section,
  sectionsOf,
} from "./sections.ts";
import { describeElsewhere, type FoldedFindings, foldShared } from "./shared-cause.ts";

/** How a terminal report looks. */
export interface TerminalReportOptions {
  /** Default: `none`. */
  readonly color?: TerminalColor | undefined;
  /** Columns. Default: 100. */
  readonly width?: number | undefined;
}

/** So many findings of each group: together about one screen. */
const mostShown: { readonly [kind in Section["kind"]]: number } = {
  breaking: 10,
  systematic: 10,
  additive: 10,
  informational: 3,
  undecided: 3,
  accepted: 3,
};
const mostProblems = 5;
const widestPlace = 56;

/**
 * The report for people: what was checked, findings worst first with how often and what they mean, what could not be
 * read or asked, and the outcome. Long lists are cut, and say so.
 */
export function printTerminalReport(report: Report, options: TerminalReportOptions = {}): string {
  const page = {
    paint: painter(options.color ?? "none"),
    width: Math.max(40, options.width ?? 100),
  };
  const { problems, skipped } = report.collection;
  const blocks = [
    [plainText(describeCollection(report))],
    ...sectionsOf(report).map((section) => printSection(section, page)),
    printNotes(
      "Not read",
      problems.map((one) => `${one.exchange}: ${one.kind}: ${one.message}`),
      page,
    ),
    printNotes(
      "Skipped",
      skipped.map((one) => `${one.operation}: ${one.reason}`),
      page,
    ),
    printNotes("Stale entries of the baseline", describeStale(report), page),
    [page.paint(plainText(describeOutcome(report)), "bold")],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

interface Page {
  readonly paint: Paint;
  readonly width: number;
}

const colors = {
  breaking: "red",
  systematic: "magenta",
  additive: "yellow",
  informational: "cyan",
  undecided: "dim",
  accepted: "dim",
} as const;

function printSection({ kind, title, meaning, findings }: Section, page: Page): readonly string[] {
  const heading = page.paint(`${title} (${findings.length})`, "bold", colors[kind]);
  const folded = foldShared(findings);
  const shown = folded.findings.slice(0, mostShown[kind]);
  const rest = folded.findings.slice(shown.length);
  return [
    `${heading} ${page.paint(meaning, "dim")}`,
    ...printFindings({ ...folded, findings: shown }, page),
    ...printRest({ ...folded, findings: rest }, page),
  ];
}

/** How many findings are not shown, and of which kinds. */
function printRest({ findings, elsewhere }: FoldedFindings, page: Page): readonly string[] {
  if (findings.length === 0) return [];
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const count = 1 + (elsewhere.get(finding) ?? 0);
    counts.set(finding.kind, (counts.get(finding.kind) ?? 0) + count);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const ranked = [...counts].sort(([, left], [, right]) => right - left);
  const kinds = ranked.map(([kind, count]) => `${count} ${kind}`).join(", ");
  return [
    `  … and ${all} more: see them all with --report html=drift.html`,
    ...(counts.size > 1 ? [cut(`    ${kinds}`, page.width)] : []),
  ].map((line) => page.paint(line, "dim"));
}

function printFindings({ findings, elsewhere }: FoldedFindings, page: Page): readonly string[] {
  const widths = findings.map((finding) => plainText(placeOfFinding(finding)).length);
  const columns = {
    place: Math.min(widestPlace, Math.max(0, ...widths)),
    count: Math.max(0, ...findings.map((finding) => countOfFinding(finding).length)),
  };
  return groupBySubject(findings).flatMap(([subject, group]) => [
    ...(subject === "" ? [] : [page.paint(`  ${plainText(subject)}`, "dim")]),
    ...group.flatMap((finding) =>
      printFinding({ finding, elsewhere: elsewhere.get(finding) }, columns, page),
    ),
  ]);
}

/** One line where it fits, else the meaning on a line of its own. */
function printFinding(
  { finding, elsewhere }: { readonly finding: Finding; readonly elsewhere: number | undefined },
  columns: { readonly place: number; readonly count: number },
  { paint, width }: Page,
): readonly string[] {
  const place = plainText(placeOfFinding(finding));
  const count = countOfFinding(finding);
  const meaning = plainText(meaningOfFinding(finding) + describeElsewhere(elsewhere));
  const padding = " ".repeat(Math.max(0, columns.place - place.length));
  const line = `    ${paint(place, "bold")}${padding}  ${count.padStart(columns.count)}`;
  const length = 4 + place.length + padding.length + 2 + Math.max(columns.count, count.length);
  if (length + 2 + meaning.length <= width) return [`${line}  ${meaning}`];
  return [line, cut(`      ${meaning}`, width)];
}

function printNotes(
  title: string,
  notes: readonly string[],
  { paint, width }: Page,
): readonly string[] {
  if (notes.length === 0) return [];
  const shown = notes.slice(0, mostProblems).map((note) => cut(`  ${plainText(note)}`, width * 2));
  const rest = notes.length - shown.length;
  const more =
    rest === 0 ? [] : [paint(`  … and ${rest} more: see them all with --report json`, "dim")];
  return [paint(`${title} (${notes.length})`, "bold"), ...shown, ...more];
}

function cut(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}
