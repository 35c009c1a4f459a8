import type { DescriptionChange, DescriptionDiff } from "../change.ts";

/**
 * The diff as JSON, `schemaVersion: 1`: every change of every operation, so that one cause in a
 * shared component stands once for each operation that it concerns. Ends with a newline.
 */
export function printJsonDiff({ bump, changes }: DescriptionDiff): string {
  const diff = { schemaVersion: 1, bump, changes: changes.flatMap(listOperations) };
  return `${JSON.stringify(diff, null, 2)}\n`;
}

function listOperations(change: DescriptionChange): readonly object[] {
  const { kind, direction, pointer, message, operations } = change;
  return operations.map((operation) => ({
    ...{ kind, class: change.class, operation, direction, pointer, message },
  }));
}
