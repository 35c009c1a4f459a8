import type { Finding } from "./finding.ts";

/** Tells whether something was seen that contradicts the description, or that it does not say. */
export function isDeviation({ kind }: Pick<Finding, "kind">): boolean {
  return kind !== "never-seen" && kind !== "stale-example";
}
