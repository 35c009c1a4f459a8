import type { JsonValue } from "@truespec/json-schema";
import { formatPointer } from "@truespec/json-schema/json-pointer";
import type { Composition } from "../trace/composition.ts";
import { findWritten, locateWritten } from "../trace/trace.ts";
import { applyActions, type OverlayContext } from "./apply-overlay.ts";
import type { Overlay } from "./overlay.ts";
import { findQueryFault, selectPaths } from "./select.ts";
import type { WhyUnmatched } from "./why-unmatched.ts";

/** A description in the other of its forms: as written where references are followed, and followed where not. */
export interface OtherForm {
  readonly form: "followed" | "written";
  readonly composition: Composition;
}

/** An overlay, and the file that it was read from. */
export type ReadOverlay = Required<Pick<OverlayContext, "source">> & { readonly overlay: Overlay };

/**
 * Where the actions of an overlay match in the other form of a description, with the overlays `before` it
 * applied there too; by their index, those that match nothing there left out. What matches in the `own`
 * form at another time, before or after the overlay, is left out too: that is no matter of references.
 */
export function findOtherMatches(
  { form, composition }: OtherForm,
  before: readonly ReadOverlay[],
  { overlay, source, own }: ReadOverlay & { readonly own: readonly JsonValue[] },
): ReadonlyMap<number, WhyUnmatched> {
  const start = before.reduce(apply, composition);
  const end = apply(start, { overlay, source });
  const found = new Map<number, WhyUnmatched>();
  for (const [index, { target }] of overlay.actions.entries()) {
    if (own.some((document) => isMatched(document, target))) continue;
    // What an action removes is there before, and what one adds afterwards.
    const place = findPlace(start, target) ?? findPlace(end, target);
    if (place !== undefined) found.set(index, { kind: form, place });
  }
  return found;
}

function apply(composition: Composition, { overlay, source }: ReadOverlay): Composition {
  const { trace } = composition;
  const { document } = applyActions(composition.document, overlay, { trace, source, report });
  return { ...composition, document };
}

/** The overlay's faults are told where it is applied in earnest. */
function report(): void {}

function isMatched(document: JsonValue, target: string): boolean {
  return findQueryFault(target) === undefined && selectPaths(document, target).length > 0;
}

function findPlace({ document, root, trace }: Composition, target: string): string | undefined {
  const [path] = findQueryFault(target) === undefined ? selectPaths(document, target) : [];
  if (path === undefined) return undefined;
  const written = findWritten(document, root, trace, formatPointer(path));
  const { source, line, column } = locateWritten(written);
  return `${source}:${line}:${column}`;
}
