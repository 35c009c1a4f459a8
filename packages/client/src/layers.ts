import { presentEntries } from "./request/encode.ts";

/** A group of options: some of them, or `"off"`. */
export type Layer<Policy> =
  | { readonly [Name in keyof Policy]?: Policy[Name] | undefined }
  | "off"
  | undefined;

/** The defaults, and what `"off"` stands for. */
export interface Ground<Policy> {
  readonly on: Policy;
  readonly off: Policy;
}

/** A group of options with nothing left open: each layer, the weakest first, goes over those before it, member by member. */
export function applyLayers<Policy extends object>(
  ground: Ground<Policy>,
  ...layers: readonly Layer<Policy>[]
): Policy {
  let policy = ground.on;
  for (const layer of layers) {
    if (layer === "off") {
      policy = ground.off;
    } else if (layer !== undefined) {
      policy = { ...policy, ...Object.fromEntries(presentEntries(layer)) };
    }
  }
  return policy;
}
