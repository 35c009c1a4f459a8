import type { SchemaNode } from "../document/node.ts";
import { createBlock } from "./block.ts";
import type { Frame, Place } from "./frame.ts";

/** Writes a schema into the function at hand; `write-schema.ts` has it. */
export type WriteInline = (place: Place) => void;

/** So many schemas are written into one another; what lies deeper gets a function of its own. */
export const deepestNesting = 12;

/** The conditions under which a value fails a schema; undefined where its checks are more than that. */
export function writeConditions(
  frame: Frame,
  { node, value }: { readonly node: SchemaNode; readonly value: string },
  writeInline: WriteInline,
): readonly string[] | undefined {
  const { block, isQuestion } = frame;
  const probe = createBlock(block);
  frame.block = probe;
  frame.isQuestion = true;
  writeInline({ node, value, nesting: deepestNesting, unevaluated: false });
  frame.block = block;
  frame.isQuestion = isQuestion;
  const conditions: string[] = [];
  for (const statement of probe.statements) {
    if (statement.kind !== "fail") return undefined;
    conditions.push(statement.condition);
  }
  return conditions;
}
