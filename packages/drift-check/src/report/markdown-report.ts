import { codeSpan } from "@truespec/openapi/report-text";
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
import { describeElsewhere, foldShared } from "./shared-cause.ts";

const mostProblems = 20;
/** In characters. GitHub takes comments, issues and pull requests of 65,536. */
const longest = 60_000;

/**
 * The report as Markdown, for the summary of a job or an issue. Every text out of the description or a response stands
 * in a code span, so that no name can format, link, mention or command. Short enough for a comment on GitHub: of very
 * many findings the last are counted alone.
 */
export function printMarkdownReport(report: Report): string {
  const { problems, skipped } = report.collection;
  const blocks = [
    "# Drift check",
    code(describeCollection(report), report.description.source),
    describeOutcome(report),
    ...cut(sectionsOf(report).flatMap(printSection).join("\n\n")),
    ...printList(
      "Not read",
      problems.map(
        ({ exchange, kind, message }) => `${codeSpan(exchange)} · ${kind} · ${codeSpan(message)}`,
      ),
    ),
    ...printList(
      "Skipped operations",
      skipped.map(({ operation, reason }) => `${codeSpan(operation)} · ${codeSpan(reason)}`),
    ),
    ...printList("Stale entries of the baseline", describeStale(report).map(codeSpan)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The sections, and how many findings are left out of them: the worst come first. No heading stands above nothing. */
function cut(sections: string): readonly string[] {
  if (sections.length <= longest) return sections === "" ? [] : [sections];
  const end = sections.lastIndexOf("\n- ", longest);
  const rest = sections.slice(end).match(/^- /gm)?.length ?? 0;
  const shown = sections.slice(0, end).replace(/(?:\n+(?!- ).*)+$/, "");
  return [`${shown}\n- and ${rest} more: the JSON report has them all`];
}

function code(sentence: string, name: string): string {
  return sentence.replace(name, () => codeSpan(name));
}

function printSection({ title, meaning, findings }: Section): readonly string[] {
  const folded = foldShared(findings);
  const print = (finding: Finding) => printFinding(finding, folded.elsewhere.get(finding));
  return [
    `## ${title} (${findings.length})`,
    `${meaning[0]?.toUpperCase()}${meaning.slice(1)}.`,
    ...groupBySubject(folded.findings).flatMap(([subject, group]) => [
      ...(subject === "" ? [] : [codeSpan(subject)]),
      group.map(print).join("\n"),
    ]),
  ];
}

function printFinding(finding: Finding, elsewhere: number | undefined): string {
  return `- ${codeSpan(placeOfFinding(finding))} · ${countOfFinding(finding)} · ${codeSpan(meaningOfFinding(finding))}${describeElsewhere(elsewhere)}`;
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
