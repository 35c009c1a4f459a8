import type { Finding } from "../compare/finding.ts";
import {
  countOfFinding,
  groupBySubject,
  meaningOfFinding,
  placeOfFinding,
} from "./describe-finding.ts";
import { plainText } from "./plain-text.ts";
import type { Report } from "./report.ts";
import {
  describeCollection,
  describeOutcome,
  describeStale,
  type Section,
  sectionsOf,
} from "./sections.ts";

const mostProblems = 20;

/**
 * The report as Markdown, for the summary of a job or an issue. Every text out of the description or a response stands
 * in a code span, so that no name can format, link, mention or command.
 */
export function printMarkdownReport(report: Report): string {
  const { problems, skipped } = report.collection;
  const blocks = [
    "# Drift check",
    code(describeCollection(report), report.description.source),
    ...sectionsOf(report).flatMap(printSection),
    ...printList(
      "Not read",
      problems.map(
        ({ exchange, kind, message }) => `${span(exchange)} · ${kind} · ${span(message)}`,
      ),
    ),
    ...printList(
      "Skipped operations",
      skipped.map(({ operation, reason }) => `${span(operation)} · ${span(reason)}`),
    ),
    ...printList("Stale entries of the baseline", describeStale(report).map(span)),
    describeOutcome(report),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function code(sentence: string, name: string): string {
  return sentence.replace(name, () => span(name));
}

function printSection({ title, meaning, findings }: Section): readonly string[] {
  return [
    `## ${title} (${findings.length})`,
    `${meaning[0]?.toUpperCase()}${meaning.slice(1)}.`,
    ...groupBySubject(findings).flatMap(([subject, group]) => [
      ...(subject === "" ? [] : [span(subject)]),
      group.map(printFinding).join("\n"),
    ]),
  ];
}

function printFinding(finding: Finding): string {
  return `- ${span(placeOfFinding(finding))} · ${countOfFinding(finding)} · ${span(meaningOfFinding(finding))}`;
}

function printList(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostProblems).map((line) => `- ${line}`);
  const rest = lines.length - shown.length;
  return [
    `## ${title} (${lines.length})`,
    [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n"),
  ];
}

/** A code span that its text cannot leave (CommonMark 0.31, section 6.1). */
function span(text: string): string {
  const plain = plainText(text);
  const runs = plain.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = plain === "" || /^[` ]|[` ]$/.test(plain) ? " " : "";
  return `${fence}${padding}${plain}${padding}${fence}`;
}
