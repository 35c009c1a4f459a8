/**
 * How much of the suite passes, as a table.
 */
import type { SuiteFile } from "./suite.ts";

/** The three parts of the suite that figures are told of. */
export const sections = ["required", "optional", "optional/format"] as const;

/** A part of the suite. */
export type Section = (typeof sections)[number];

/** Cases of each part that passed. */
export type Figures = Record<Section, number>;

/** The part that a file belongs to. */
export function sectionOf({ name }: Pick<SuiteFile, "name">): Section {
  if (name.startsWith("optional/format/")) return "optional/format";
  return name.startsWith("optional/") ? "optional" : "required";
}

/** No cases. */
export function createFigures(): Figures {
  return { required: 0, optional: 0, "optional/format": 0 };
}

/** The cases of each part. */
export function countCases(files: readonly SuiteFile[]): Figures {
  const figures = createFigures();
  for (const file of files) {
    for (const { tests } of file.groups) figures[sectionOf(file)] += tests.length;
  }
  return figures;
}

/** A table of who passes how many cases of how many. */
export function printFigures(total: Figures, passed: ReadonlyMap<string, Figures>): string {
  const head = ["draft 2020-12", ...sections];
  const rows = [...passed].map(([name, figures]) => [
    name,
    ...sections.map((section) => `${figures[section]} of ${total[section]}`),
  ]);
  const widths = head.map((cell, index) =>
    Math.max(cell.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
