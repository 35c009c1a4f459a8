/**
 * Which schemas that apply in place lead to a member or an item; `false` leads nowhere.
 */
import type { SchemaNode } from "../document/node.ts";
import type { Reach } from "../interpreter/plan.ts";
import { findNamed } from "../interpreter/reach.ts";

/** The schemas that reach a property. */
export function findOfProperty(reaches: readonly Reach[], name: string): readonly SchemaNode[] {
  const reached = reaches.flatMap((reach) => {
    const named = findNamed(reach, name);
    return named.length === 0 ? listNode(reach.additional) : named;
  });
  const isReached = reached.length > 0;
  return keepOpen(isReached ? reached : reaches.flatMap((reach) => listNode(reach.unevaluated)));
}

/** The schemas that reach an item. */
export function findOfItem(reaches: readonly Reach[], index: number): readonly SchemaNode[] {
  const reached = reaches.flatMap((reach) => listNode(reach.prefix[index] ?? reach.items));
  const isReached = reached.length > 0;
  return keepOpen(
    isReached ? reached : reaches.flatMap((reach) => listNode(reach.unevaluatedItems)),
  );
}

function listNode(node: SchemaNode | undefined): readonly SchemaNode[] {
  return node === undefined ? [] : [node];
}

function keepOpen(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  return [...new Set(nodes)].filter((node) => node.schema !== false);
}
