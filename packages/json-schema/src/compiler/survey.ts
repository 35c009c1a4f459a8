/**
 * What must be known of a module before it is written: which schemas can recur.
 */

import type { SchemaNode } from "../document/node.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import {
  createModuleScope,
  type Definition,
  type ModulePlan,
  type ModuleScope,
} from "./module-scope.ts";
import { writeFunctions } from "./write-functions.ts";

/** A chain of so many calls is counted even where it cannot recur, to spare the stack. */
const longestChain = 256;

/** Writes the functions of these schemas and of all that they lead to. */
export function writeModule(
  interpreter: Interpreter,
  roots: readonly SchemaNode[],
): { readonly scope: ModuleScope; readonly functions: readonly string[] } {
  const draft = writeWith(interpreter, roots, { identity: "place", countsDepth: () => false });
  const isDynamic = draft.scope.met.has("$dynamicRef");
  const identity = isDynamic ? "node" : "place";
  const survey = isDynamic
    ? writeWith(interpreter, roots, { identity, countsDepth: () => false })
    : draft;
  const recurring = findRecurring(
    new Set(survey.scope.demanded.map(({ definition }) => definition)),
  );
  if (recurring.size === 0) return survey;
  return writeWith(interpreter, roots, { identity, countsDepth: ({ key }) => recurring.has(key) });
}

function writeWith(
  interpreter: Interpreter,
  roots: readonly SchemaNode[],
  plan: ModulePlan,
): { readonly scope: ModuleScope; readonly functions: readonly string[] } {
  const scope = createModuleScope(interpreter, plan);
  return { scope, functions: writeFunctions(scope, roots) };
}

/** The definitions that call themselves, call such ones, or stand atop a very long chain of calls. */
function findRecurring(definitions: ReadonlySet<Definition>): ReadonlySet<object> {
  const callers = new Map<Definition, Definition[]>();
  const open = new Map<Definition, number>();
  for (const definition of definitions) {
    open.set(definition, definition.callees.size);
    for (const callee of definition.callees) {
      callers.set(callee, [...(callers.get(callee) ?? []), definition]);
    }
  }
  // Taking away, again and again, what calls nothing that is left: what stays can recur.
  const heights = new Map<Definition, number>();
  const ready = [...definitions].filter((definition) => definition.callees.size === 0);
  for (const definition of ready) {
    const below = [...definition.callees].map((callee) => heights.get(callee) ?? 0);
    heights.set(definition, 1 + Math.max(0, ...below));
    for (const caller of callers.get(definition) ?? []) {
      const left = (open.get(caller) ?? 0) - 1;
      open.set(caller, left);
      if (left === 0) ready.push(caller);
    }
  }
  const recurring = [...definitions].filter(
    (definition) => (heights.get(definition) ?? Infinity) > longestChain,
  );
  return new Set(recurring.map(({ key }) => key));
}
