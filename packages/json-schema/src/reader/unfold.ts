import type { SchemaNode } from "../document/node.ts";
import { selectBranches } from "../interpreter/cover.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { findNearest } from "../interpreter/nearest.ts";
import type { InPlace } from "../interpreter/plan.ts";

/**
 * The schemas that apply in place, each once, outermost first. A union that the instance meets in
 * no branch counts with its nearest one.
 */
export function unfold(
  interpreter: Interpreter,
  nodes: readonly SchemaNode[],
  instance: unknown,
): readonly SchemaNode[] {
  const reached = new Set(nodes);
  // A Set grows while it is walked, so this is the closure.
  for (const node of reached) {
    for (const applied of interpreter.planOf(node).inPlace) {
      for (const branch of choose(interpreter, applied, instance)) reached.add(branch);
    }
  }
  return [...reached];
}

function choose(
  interpreter: Interpreter,
  applied: InPlace,
  instance: unknown,
): readonly SchemaNode[] {
  const met = selectBranches(applied, instance, (node) => interpreter.holds(node, instance));
  if (applied.kind !== "any" || met.length > 0) return met;
  const attempts = applied.nodes.map((node) => interpreter.collectErrors(node, instance));
  const nearest = applied.nodes[findNearest(attempts, "")];
  return nearest === undefined ? [] : [nearest];
}
