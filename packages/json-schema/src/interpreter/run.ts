import type { Evaluate, Evaluation } from "./plan.ts";

/** Runs every check, or where nobody wants the errors up to the first that fails. */
export function runAll(checks: readonly Evaluate[], instance: unknown, at: Evaluation): boolean {
  let isValid = true;
  for (const check of checks) {
    if (check(instance, at)) continue;
    if (at.errors === undefined) return false;
    isValid = false;
  }
  return isValid;
}
