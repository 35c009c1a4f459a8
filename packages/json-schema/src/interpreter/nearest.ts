/**
 * Which branch of a union was meant, where the instance meets none.
 */
import type { ValidationError } from "../validation.ts";

const wrongKind = 1_000_000;
const wrongTag = 1_000;
const ofPlace = 2;

/**
 * The index of the branch that the instance comes nearest to, by the errors of each: one of the
 * instance's own type first, then one whose `const` or `enum` properties match, then the one with
 * the fewest errors, where an error deeper down weighs half of one at the place itself. Where the
 * instance is of no branch's type, it is the first. `strangers`: the members that each branch does
 * not know, which weigh like errors at the place itself.
 */
export function findNearest(
  branches: readonly (readonly ValidationError[])[],
  location: string,
  strangers: readonly number[] = [],
): number {
  const costs = branches.map(
    (errors, index) => costOf(errors, location) + ofPlace * (strangers[index] ?? 0),
  );
  return costs.indexOf(costs.reduce((least, cost) => Math.min(least, cost), Infinity));
}

/** How far an instance is from a branch, by its errors: 0 where it meets it. */
export function costOf(errors: readonly ValidationError[], location: string): number {
  const cost = errors.reduce((sum, error) => sum + costOfError(error, location), 0);
  return Math.min(cost, wrongKind);
}

function costOfError(error: ValidationError, location: string): number {
  const { keyword, instanceLocation } = error;
  const isChoice = keyword === "const" || keyword === "enum";
  if (instanceLocation === location) {
    return isChoice || keyword === "type" || keyword === "false" ? wrongKind : ofPlace;
  }
  const parent = instanceLocation.slice(0, instanceLocation.lastIndexOf("/"));
  return isChoice && parent === location ? wrongTag : 1;
}
