/**
 * Which branch of a union a reading goes by, where the instance meets none.
 */
import type { SchemaNode } from "../document/node.ts";
import { memberNames } from "../instance.ts";
import { listBranches } from "../interpreter/cover.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { findNearest } from "../interpreter/nearest.ts";
import { isJsonObject } from "../json.ts";
import { findOfProperty } from "./below.ts";

/**
 * The index of the branch that the instance comes nearest to: by the errors of each, and by the members that it does
 * not know. So where a `const` that tells branches apart is damaged, or new, the one counts that the rest was made for.
 */
export function findNearestRead(
  interpreter: Interpreter,
  branches: readonly SchemaNode[],
  instance: unknown,
): number {
  const attempts = branches.map((node) => interpreter.collectErrors(node, instance));
  const names = isJsonObject(instance) ? memberNames(instance) : [];
  const strangers = branches.map((node) => countStrangers(interpreter, node, names));
  return findNearest(attempts, "", strangers);
}

/** Of all schemas that may apply in place, whichever the instance meets: a union within is not read first. */
function countStrangers(
  interpreter: Interpreter,
  start: SchemaNode,
  names: readonly string[],
): number {
  if (names.length === 0) return 0;
  const reached = new Set([start]);
  // A Set grows while it is walked, so this is the closure.
  for (const node of reached) {
    for (const applied of interpreter.planOf(node).inPlace) {
      for (const branch of listBranches(applied)) reached.add(branch);
    }
  }
  const reaches = [...reached].map((node) => interpreter.planOf(node).reach);
  return names.filter((name) => findOfProperty(reaches, name).length === 0).length;
}
