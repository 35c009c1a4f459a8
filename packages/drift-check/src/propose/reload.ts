import { type LoadOptions, loadDescription, type ReadBytes } from "@truespec/openapi";
import type { Reload } from "./proposal.ts";

/**
 * A {@link Reload} of a description that was loaded with the same source and options. Whatever the user named is read
 * once and kept, standard input included.
 *
 * @example
 * ```ts
 * import { createReload } from "@truespec/drift-check";
 * import { createSourceReader } from "@truespec/openapi";
 *
 * const read = createSourceReader({ allowNetwork: false });
 * const reload = createReload("openapi.yaml", { read, overlays: ["fix.overlay.yaml"] });
 * ```
 */
export function createReload(source: string, { read, overlays = [] }: LoadOptions): Reload {
  const known = new Map<string, Promise<ReadBytes>>();
  const readOnce = (location: string, referrer?: string): Promise<ReadBytes> => {
    const key = JSON.stringify([location, referrer ?? null]);
    const reading = known.get(key) ?? read(location, referrer);
    known.set(key, reading);
    return reading;
  };
  return (texts) => {
    const proposed = new Map(texts.map((text, index) => [`proposal:${index + 1}`, text]));
    return loadDescription(source, {
      overlays: [...overlays, ...proposed.keys()],
      read: async (location, referrer) => {
        const text = proposed.get(location);
        if (text === undefined || referrer !== undefined) return readOnce(location, referrer);
        return { location: `${location}.overlay.yaml`, bytes: new TextEncoder().encode(text) };
      },
    });
  };
}
