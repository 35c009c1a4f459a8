/** Every line terminator of ECMAScript: each would start a new line of the comment. */
const lineTerminator = /\r\n|[\n\r\u2028\u2029]/;

/**
 * Prose of a description as the lines of a comment: nothing in it can close the comment, and a line
 * that starts with `@` is no tag.
 */
export function proseLines(prose: string): readonly string[] {
  return prose
    .trim()
    .split(lineTerminator)
    .map((line) =>
      line
        .trimEnd()
        .replaceAll("*/", "*\\/")
        .replace(/^(\s*)@/, "$1\\@"),
    );
}

/**
 * A JSDoc block around lines that are already safe, each indented by `indent`; empty for no lines.
 */
export function printComment(lines: readonly string[], indent = ""): string {
  if (lines.length === 0) {
    return "";
  }
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...body, `${indent} */`, ""].join("\n");
}
