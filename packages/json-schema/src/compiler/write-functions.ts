import type { SchemaNode } from "../document/node.ts";
import type { ModuleScope } from "./module-scope.ts";
import { printFunction } from "./write-schema.ts";

/** Writes both functions of these schemas, and every function that is called from them. */
export function writeFunctions(
  scope: ModuleScope,
  roots: readonly SchemaNode[],
): readonly string[] {
  for (const root of roots) {
    const definition = scope.define(root);
    scope.demand(definition, "fast");
    scope.demand(definition, "slow");
  }
  const functions: string[] = [];
  // Writing one function demands others: the list grows while it is walked.
  for (const { definition, face } of scope.demanded) {
    functions.push(printFunction(scope, definition, face));
  }
  return functions;
}
