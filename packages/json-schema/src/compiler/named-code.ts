import type { Reach } from "../interpreter/plan.ts";
import { printLiteral } from "./literal.ts";
import type { ModuleScope } from "./module-scope.ts";

/** Up to so many names a chain of comparisons is the fastest. */
const longestChain = 8;

/** An expression: do `properties` or `patternProperties` of a reach name what is in the variable? */
export function printNamed(scope: ModuleScope, reach: Reach, name: string): string {
  const names = [...reach.properties.keys()];
  const named = names.length === 0 ? [] : [printNames(scope, names, name)];
  const matched = reach.patterns.map(([pattern]) => `${scope.pattern(pattern)}.test(${name})`);
  const conditions = [...named, ...matched];
  return conditions.length === 0 ? "false" : conditions.join(" || ");
}

/** An expression: is what is in the variable one of these names? */
export function printNames(scope: ModuleScope, names: readonly string[], name: string): string {
  return names.length > longestChain
    ? `${scope.textSet(names)}(${name})`
    : names.map((text) => `${name} === ${printLiteral(text)}`).join(" || ");
}
