import type { StatementStructures } from "ts-morph";
import { printComment } from "../print/comment.ts";
import { printStructure } from "../ts-morph.ts";

/**
 * A statement of the module under its comment. The lines are safe already; they do not go through
 * ts-morph, which looks at every character of what it prints.
 */
export interface Statement {
  /** What ts-morph prints, or text that stands as it is. */
  readonly code: StatementStructures | string;
  readonly docs?: readonly string[];
}

/** The text of a statement, without a newline at its end. */
export function printStatement({ code, docs = [] }: Statement): string {
  const text =
    typeof code === "string" ? code : printStructure(code, { indentNumberOfSpaces: 2 }).trimEnd();
  return printDocs(docs) + text;
}

/** A comment, on one line where it has only one. */
export function printDocs(lines: readonly string[], indent = ""): string {
  return lines.length === 1 ? `${indent}/** ${lines[0]} */\n` : printComment(lines, indent);
}
