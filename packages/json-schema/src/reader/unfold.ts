import type { SchemaNode } from "../document/node.ts";
import { selectBranches } from "../interpreter/cover.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import type { InPlace } from "../interpreter/plan.ts";
import { findTagged } from "../interpreter/tags.ts";
import { findMeant, findNearestRead } from "./nearest-branch.ts";

/**
 * The schemas that apply in place, each once, outermost first. A union that the instance meets in
 * no branch counts with its nearest one; one that it meets by accident also with the one that was
 * meant.
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

/** The conditions of `if` that the instance does not meet, with what they apply in place. */
export function unfoldConditions(
  interpreter: Interpreter,
  nodes: readonly SchemaNode[],
  instance: unknown,
): readonly SchemaNode[] {
  const known = new Set(nodes);
  // Both Sets grow while they are walked: a condition may lead to further ones.
  const found = new Set<SchemaNode>();
  for (const node of known) {
    for (const applied of interpreter.planOf(node).inPlace) {
      if (applied.kind !== "if" || known.has(applied.condition)) continue;
      for (const reached of unfold(interpreter, [applied.condition], instance)) {
        known.add(reached);
        found.add(reached);
      }
    }
  }
  return [...found];
}

/** Which of the schemas that a keyword applies in place count for an instance. */
export function choose(
  interpreter: Interpreter,
  applied: InPlace,
  instance: unknown,
): readonly SchemaNode[] {
  const met = selectBranches(applied, instance, (node) => interpreter.holds(node, instance));
  if (applied.kind !== "any") return met;
  if (met.length > 0) {
    const meant = findMeant(interpreter, applied.nodes, { met, instance });
    // In the order of the union, whichever of them are met: a prepared reading remembers by the set of them.
    return meant === undefined
      ? met
      : applied.nodes.filter((node) => node === meant || met.includes(node));
  }
  const tagged = findTagged(applied.tags, instance);
  const nearest = applied.nodes[tagged ?? findNearestRead(interpreter, applied.nodes, instance)];
  return nearest === undefined ? [] : [nearest];
}
