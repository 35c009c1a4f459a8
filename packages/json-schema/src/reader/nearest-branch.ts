/**
 * Which branches of a union a reading goes by beside those that the instance meets.
 */
import type { SchemaNode } from "../document/node.ts";
import { memberNames } from "../instance.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { costOf, findNearest } from "../interpreter/nearest.ts";
import type { Reach } from "../interpreter/plan.ts";
import { isJsonObject } from "../json.ts";
import { findOfProperty } from "./below.ts";

/**
 * Where the instance meets no branch: the index of the one that it comes nearest to, by the errors of each and by the
 * members that it does not know. So where a `const` that tells branches apart is damaged, or new, the one counts that
 * the rest was made for.
 */
export function findNearestRead(
  interpreter: Interpreter,
  branches: readonly SchemaNode[],
  instance: unknown,
): number {
  const attempts = branches.map((node) => interpreter.collectErrors(node, instance));
  const names = isJsonObject(instance) ? memberNames(instance) : [];
  const strangers = branches.map((node) => findStrangers(interpreter, [node], names).length);
  return findNearest(attempts, "", strangers);
}

/**
 * Where the instance meets some branches: the one that was meant all the same, for it knows all members that those know
 * and more of them than it has errors. A branch that takes any member takes also what was made for another one, and has
 * one value wrong.
 */
export function findMeant(
  interpreter: Interpreter,
  branches: readonly SchemaNode[],
  { met, instance }: { readonly met: readonly SchemaNode[]; readonly instance: unknown },
): SchemaNode | undefined {
  if (met.length === branches.length || !isJsonObject(instance)) return undefined;
  const strangers = findStrangers(interpreter, met, memberNames(instance));
  if (strangers.length < 2) return undefined;
  let best: { readonly node: SchemaNode; readonly excess: number } | undefined;
  for (const node of branches) {
    if (met.includes(node)) continue;
    const own = findStrangers(interpreter, [node], memberNames(instance));
    const gain = strangers.length - own.length;
    if (gain < 2 || own.some((name) => !strangers.includes(name))) continue;
    const excess = gain - costOf(interpreter.collectErrors(node, instance), "");
    if (excess > (best?.excess ?? 0)) best = { node, excess };
  }
  return best?.node;
}

/** The members that none of the schemas knows, nor any that they may apply in place: a union within is not read first. */
function findStrangers(
  interpreter: Interpreter,
  nodes: readonly SchemaNode[],
  names: readonly string[],
): readonly string[] {
  return names.filter((name) => !nodes.some((node) => knows(interpreter.reachesOf(node), name)));
}

function knows(reaches: readonly Reach[], name: string): boolean {
  // Most members are named: that is told without a list.
  const isNamed = reaches.some(({ properties }) => isJsonObject(properties.get(name)?.schema));
  return isNamed || findOfProperty(reaches, name).length > 0;
}
