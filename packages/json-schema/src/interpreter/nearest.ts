/**
 * Which branch of a union was meant, where the instance meets none.
 */
import type { ValidationError } from "../validation.ts";

const wrongKind = 1_000_000;
const wrongTag = 1_000;

/**
 * The index of the branch that the instance comes nearest to, by the errors of each: one of the
 * instance's own type first, then one whose `const` or `enum` properties match, then the one with
 * the fewest errors, where an error deeper down weighs half of one at the place itself. Where the
 * instance is of no branch's type, it is the first.
 */
export function findNearest(
  branches: readonly (readonly ValidationError[])[],
  location: string,
): number {
  const costs = branches.map((errors) => costOf(errors, location));
  return costs.indexOf(costs.reduce((least, cost) => Math.min(least, cost), Infinity));
}

function costOf(errors: readonly ValidationError[], location: string): number {
  const cost = errors.reduce((sum, error) => sum + costOfError(error, location), 0);
  return Math.min(cost, wrongKind);
}

function costOfError(error: ValidationError, location: string): number {
  const { keyword, instanceLocation } = error;
  const isChoice = keyword === "const" || keyword === "enum";
  if (instanceLocation === location) {
    return isChoice || keyword === "type" || keyword === "false" ? wrongKind : 2;
  }
  const parent = instanceLocation.slice(0, instanceLocation.lastIndexOf("/"));
  return isChoice && parent === location ? wrongTag : 1;
}
