import {
  type ChangeClass,
  changeClasses,
  type DescriptionChange,
  type DescriptionDiff,
} from "../change.ts";

/** The changes of one class, as reports show them. */
export interface Section {
  readonly class: ChangeClass;
  readonly title: string;
  readonly meaning: string;
  readonly changes: readonly DescriptionChange[];
}

const meanings: { readonly [one in ChangeClass]: string } = {
  breaking: "a client of the old description may fail on these",
  undecided: "whether a client minds these cannot be told from the descriptions",
  additive: "a client of the old description goes on as before",
  informational: "nothing that travels changed",
};

/** The classes that have changes, worst first. */
export function sectionsOf({ changes }: DescriptionDiff): readonly Section[] {
  return changeClasses.flatMap((one) => {
    const some = changes.filter((change) => change.class === one);
    const title = `${one.slice(0, 1).toUpperCase()}${one.slice(1)}`;
    return some.length === 0 ? [] : [{ class: one, title, meaning: meanings[one], changes: some }];
  });
}

/** The operations of a change, the first by name: `GET /models and 3 more`. */
export function nameOperations({ operation, operations }: DescriptionChange): string {
  const rest = operations.length - 1;
  return rest > 0 ? `${operation} and ${rest} more` : operation;
}

/** Where a change is: its operations, the direction, the place in the description. */
export function placeOf(change: DescriptionChange): readonly string[] {
  const { direction, pointer } = change;
  return [nameOperations(change), ...(direction === null ? [] : [direction]), pointer];
}

/** The closing line: the bump, and why. */
export function describeBump(diff: DescriptionDiff): string {
  const counts = sectionsOf(diff).map((section) => `${section.changes.length} ${section.class}`);
  if (diff.bump === "none") return "Bump: none, for nothing changed that a client could notice.";
  const because = {
    major: diff.changes.some((change) => change.class === "breaking")
      ? "breaking changes ask for it"
      : "changes that may break a client ask for it",
    minor: "additive changes ask for it, and nothing breaks",
    patch: "all changes are informational",
  }[diff.bump];
  return `Bump: ${diff.bump}, for ${because} (${counts.join(", ")}).`;
}
