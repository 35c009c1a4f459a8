import type { Emit } from "@truespec/generator";

/** What `generate` can emit, in the order in which it is written. */
export const emits: readonly Emit[] = ["types", "client", "validators"];

/** Whether a name is one of {@link emits}. */
export function isEmit(name: string): name is Emit {
  return emits.some((emit) => emit === name);
}
