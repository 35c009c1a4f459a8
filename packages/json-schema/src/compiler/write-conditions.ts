import type { SchemaNode } from "../document/node.ts";
import { createBlock } from "./block.ts";
import type { Frame, Position } from "./frame.ts";

/** Writes a schema into the function at hand; `write-schema.ts` has it. */
export type WriteInline = (frame: Frame, place: Place) => void;

/** A schema and its instance, before it is known what the schema says. */
export type Place = Omit<Position, "sites" | "types">;

/** So many schemas are written into one another; what lies deeper gets a function of its own. */
export const deepestNesting = 12;

/** The conditions under which a value fails a schema; undefined where its checks are more than that. */
export function writeConditions(
  frame: Frame,
  { node, value }: { readonly node: SchemaNode; readonly value: string },
  writeInline: WriteInline,
): readonly string[] | undefined {
  const probe: Frame = { ...frame, isQuestion: true, block: createBlock(frame.block) };
  writeInline(probe, { node, value, nesting: deepestNesting, unevaluated: false });
  const { statements } = probe.block;
  const conditions = statements.flatMap((one) => (one.kind === "fail" ? [one.condition] : []));
  return conditions.length === statements.length ? conditions : undefined;
}
