/**
 * The question whether an instance has errors at a place, asked of one instance after the other.
 */
import type { SchemaNode } from "../document/node.ts";
import { isTooDeep } from "../interpreter/depth.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import {
  beginEvaluation,
  type Check,
  type Evaluate,
  type Evaluation,
} from "../interpreter/plan.ts";
import { everyType, typeBit } from "../interpreter/type-mask.ts";
import type { JsonValue } from "../json.ts";
import type { InstanceReader } from "./instance-reader.ts";

/** What the question is asked with. */
export interface Accepting {
  readonly interpreter: Interpreter;
  readonly reader: InstanceReader;
}

/** The question whether an instance has errors at the place itself, without a list of them. */
export function acceptance(
  { interpreter, reader }: Accepting,
  nodes: readonly SchemaNode[],
  isOverlapping: boolean,
): (instance: JsonValue) => boolean {
  const plans = nodes.map((node) => interpreter.planOf(node));
  const isExact =
    nodes.some(({ schema }) => schema === false) ||
    plans.some(({ reach }) => isFalse(reach.unevaluated) || isFalse(reach.unevaluatedItems));
  const checks = plans
    .flatMap((plan) => plan.checks)
    .filter(({ keyword }) => keyword !== "oneOf" || isOverlapping);
  const types = plans.reduce((mask, plan) => mask & plan.types, everyType);
  const at = beginEvaluation(undefined);
  const byType: (readonly Evaluate[] | undefined)[] = [];
  return (instance) => {
    const bit = typeBit(instance);
    if ((types & bit) === 0) return false;
    if (isExact) return reader.errors(nodes, instance).length === 0;
    const asked = byType[bit] ?? checksOf(checks, bit);
    byType[bit] = asked;
    return asked.length === 0 || passes(asked, instance, at);
  };
}

function isFalse(node: SchemaNode | undefined): boolean {
  return node?.schema === false;
}

function checksOf(checks: readonly Check[], bit: number): readonly Evaluate[] {
  return checks.filter(({ types }) => (types & bit) !== 0).map(({ ask }) => ask);
}

function passes(checks: readonly Evaluate[], instance: JsonValue, at: Evaluation): boolean {
  try {
    for (const check of checks) if (!check(instance, at)) return false;
    return true;
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return false;
  } finally {
    // What was found out of one instance says nothing of the next.
    at.memory.answers = undefined;
  }
}
