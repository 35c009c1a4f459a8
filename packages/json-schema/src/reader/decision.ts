/**
 * Which schemas apply in place, as a tree of questions that grows with the answers that instances
 * give: a schema without unions and conditions is decided once for all.
 */
import type { SchemaNode } from "../document/node.ts";
import { listBranches } from "../interpreter/cover.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import type { InPlace } from "../interpreter/plan.ts";
import { typeBit } from "../interpreter/type-mask.ts";
import { findSole, readTypedUnion, type TypedUnion } from "./sole-branch.ts";
import { choose } from "./unfold.ts";

/** All schemas that apply in place; `isOverlapping`: some union is met in more than one branch. */
export interface Outcome {
  readonly kind: "decided";
  readonly nodes: readonly SchemaNode[];
  readonly isOverlapping: boolean;
}

interface Question {
  readonly kind: "open";
  readonly applied: InPlace;
  readonly union: TypedUnion | undefined;
  /** What was reached before the question, and where among it the question stands. */
  readonly reached: readonly SchemaNode[];
  readonly at: { readonly node: number; readonly applied: number };
  readonly isOverlapping: boolean;
  /** By the type of an instance, where that decides. */
  readonly byType: Map<number, Decision>;
  /** By the branches that count, as a mask. */
  readonly byBranches: Map<number, Decision>;
}

/** A decided outcome, or the question that is next. */
export type Decision = Outcome | Question;

/** Unions of more branches than a mask has bits are not remembered. */
const mostBranches = 30;
/** So many different answers to one question are remembered. */
const mostAnswers = 1_000;

/** The decision over schemas that lead to a place. */
export function openDecision(interpreter: Interpreter, nodes: readonly SchemaNode[]): Decision {
  return advance(interpreter, nodes, { node: 0, applied: 0 }, false);
}

/** The schemas that apply to an instance: those of `unfold`, in its order. */
export function decide(interpreter: Interpreter, start: Decision, instance: unknown): Outcome {
  let at = start;
  while (at.kind === "open") at = answer(interpreter, at, instance);
  return at;
}

function answer(interpreter: Interpreter, question: Question, instance: unknown): Decision {
  const { applied, union, byType, byBranches } = question;
  const bit = union === undefined ? 0 : typeBit(instance);
  const known = byType.get(bit);
  if (known !== undefined) return known;
  const sole = union === undefined ? undefined : findSole(union, bit);
  if (sole !== undefined) {
    const next = follow(interpreter, question, union?.nodes.slice(sole, sole + 1) ?? []);
    byType.set(bit, next);
    return next;
  }
  const chosen = choose(interpreter, applied, instance);
  const mask = maskOfBranches(applied, chosen);
  const next =
    (mask === undefined ? undefined : byBranches.get(mask)) ??
    follow(interpreter, question, chosen);
  if (mask !== undefined && byBranches.size < mostAnswers) byBranches.set(mask, next);
  return next;
}

function follow(
  interpreter: Interpreter,
  { applied, reached, at, isOverlapping }: Question,
  chosen: readonly SchemaNode[],
): Decision {
  const isMet = applied.kind === "any" && chosen.length > 1;
  const next = { node: at.node, applied: at.applied + 1 };
  return advance(interpreter, [...new Set([...reached, ...chosen])], next, isOverlapping || isMet);
}

/** Goes on to the next question: what applies without one is reached on the way. */
function advance(
  interpreter: Interpreter,
  nodes: readonly SchemaNode[],
  from: { readonly node: number; readonly applied: number },
  isOverlapping: boolean,
): Decision {
  const reached = [...new Set(nodes)];
  const known = new Set(reached);
  let first = from.applied;
  for (let index = from.node; index < reached.length; index += 1) {
    const node = reached[index];
    const inPlace = node === undefined ? [] : interpreter.planOf(node).inPlace;
    for (const [position, applied] of inPlace.entries()) {
      if (position < first) continue;
      if (applied.kind !== "all") {
        const union = applied.kind === "any" ? readTypedUnion(interpreter, applied) : undefined;
        const at = { node: index, applied: position };
        const maps = { byType: new Map(), byBranches: new Map() };
        return { kind: "open", applied, union, reached, at, isOverlapping, ...maps };
      }
      for (const branch of applied.nodes) {
        if (known.has(branch)) continue;
        known.add(branch);
        reached.push(branch);
      }
    }
    first = 0;
  }
  return { kind: "decided", nodes: reached, isOverlapping };
}

function maskOfBranches(applied: InPlace, chosen: readonly SchemaNode[]): number | undefined {
  const branches = listBranches(applied);
  if (branches.length > mostBranches) return undefined;
  return chosen.reduce((mask, branch) => mask | (1 << branches.indexOf(branch)), 0);
}
