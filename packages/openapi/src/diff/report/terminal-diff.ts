import { type Paint, painter, plainText, type TerminalColor } from "../../text/report-text.ts";
import type { ChangeClass, DescriptionChange, DescriptionDiff } from "../change.ts";
import { describeBump, placeOf, type Section, sectionsOf } from "./sections.ts";

/** How a terminal report of a diff looks. */
export interface TerminalDiffOptions {
  /** Coloured with ANSI escape sequences (ECMA-48), or not. Default: `none`. */
  readonly color?: TerminalColor;
}

const mostShown: { readonly [one in ChangeClass]: number } = {
  breaking: 50,
  undecided: 50,
  additive: 20,
  informational: 10,
};

const colors = {
  breaking: "red",
  undecided: "magenta",
  additive: "yellow",
  informational: "cyan",
} as const;

/**
 * The diff for people: by class, worst first, two lines a change, and the bump with its reason.
 * Long lists are cut, and say so.
 */
export function printTerminalDiff(
  diff: DescriptionDiff,
  options: TerminalDiffOptions = {},
): string {
  const paint = painter(options.color ?? "none");
  const blocks = [
    ...sectionsOf(diff).map((section) => printSection(section, paint)),
    paint(describeBump(diff), "bold"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function printSection(section: Section, paint: Paint): string {
  const { title, meaning, changes } = section;
  const heading = paint(`${title} (${changes.length})`, "bold", colors[section.class]);
  const shown = changes.slice(0, mostShown[section.class]);
  const rest = changes.length - shown.length;
  const more = rest === 0 ? [] : [`  … and ${rest} more: see them all with --report json`];
  return [
    `${heading} ${paint(meaning, "dim")}`,
    ...shown.flatMap((change) => printChange(change, paint)),
    ...more.map((line) => paint(line, "dim")),
  ].join("\n");
}

function printChange(change: DescriptionChange, paint: Paint): readonly string[] {
  const place = placeOf(change).map(plainText).join(" · ");
  return [`  ${plainText(change.message)}`, paint(`    ${place}`, "dim")];
}
