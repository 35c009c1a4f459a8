import type { InstanceEvaluation } from "./evaluator.ts";

/** The output format `flag`, Core section 12.4.1: the answer alone. */
export function formatFlag({ isValid }: InstanceEvaluation): { readonly valid: boolean } {
  return { valid: isValid };
}
