import { isDeepStrictEqual } from "node:util";
import { applyOverlayToText, type LoadOptions, loadDescription } from "@truespec/openapi";
import type { Proposal } from "./proposal.ts";

/** The description with a proposal written into it, or why it cannot be. */
export type PatchedDescription =
  | { readonly kind: "patched"; readonly text: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Writes a proposal into the text of the description that it is about: comments, order and untouched lines stay. Proved by
 * loading it: with the same overlays it composes to the very document that the proposed overlay makes.
 *
 * @param source the description as the user named it
 * @example
 * ```ts
 * import { type Proposal, patchDescription } from "@truespec/drift-check";
 * import { createSourceReader } from "@truespec/openapi";
 *
 * declare const proposal: Proposal;
 * const read = createSourceReader({ allowNetwork: false });
 * const patched = await patchDescription("openapi.yaml", proposal, { read });
 * if (patched.kind === "patched") console.log(patched.text);
 * ```
 */
export async function patchDescription(
  source: string,
  { overlay, text: overlayText }: Proposal,
  { read, overlays = [] }: LoadOptions,
): Promise<PatchedDescription> {
  if (overlay === undefined || overlayText === undefined) return { kind: "nothing" };
  const root = await read(source);
  const { text } = applyOverlayToText(new TextDecoder().decode(root.bytes), overlay, source);
  const encode = (written: string): Uint8Array => new TextEncoder().encode(written);
  const patched = await loadDescription(source, {
    overlays,
    read: async (location, referrer) =>
      location === source && referrer === undefined
        ? { location: root.location, bytes: encode(text) }
        : read(location, referrer),
  });
  const proposed = "proposal.overlay.yaml";
  const want = await loadDescription(source, {
    overlays: [...overlays, proposed],
    read: async (location, referrer) =>
      location === proposed && referrer === undefined
        ? { location, bytes: encode(overlayText) }
        : read(location, referrer),
  });
  const isProved =
    patched.ok &&
    want.ok &&
    isDeepStrictEqual(patched.description.document, want.description.document);
  return isProved ? { kind: "patched", text } : { kind: "refused", reason };
}

const reason =
  "the repair touches what another file or an overlay wrote: take the overlay of --propose instead";
