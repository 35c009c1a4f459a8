import { codeSpan } from "../../text/report-text.ts";
import type { DescriptionChange, DescriptionDiff } from "../change.ts";
import { describeBump, placeOf, type Section, sectionsOf } from "./sections.ts";

const mostShown = 200;

/**
 * The diff as Markdown, for a release note or the summary of a job. Every text out of a description
 * stands in a code span, so that no name can format, link, mention or command.
 */
export function printMarkdownDiff(diff: DescriptionDiff): string {
  const blocks = ["# API changes", describeBump(diff), ...sectionsOf(diff).flatMap(printSection)];
  return `${blocks.join("\n\n")}\n`;
}

function printSection({ title, meaning, changes }: Section): readonly string[] {
  const shown = changes.slice(0, mostShown).map(printChange);
  const rest = changes.length - shown.length;
  return [
    `## ${title} (${changes.length})`,
    `${meaning.slice(0, 1).toUpperCase()}${meaning.slice(1)}.`,
    [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n"),
  ];
}

function printChange(change: DescriptionChange): string {
  return `- ${codeSpan(change.message)}\n  ${placeOf(change).map(codeSpan).join(" · ")}`;
}
