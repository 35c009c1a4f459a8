import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { applyActions, type OverlayContext } from "../overlay/apply-overlay.ts";
import {
  findOtherMatches,
  type OtherForm,
  type ReadOverlay,
} from "../overlay/find-other-matches.ts";
import { checkOverlay } from "../overlay/parse-overlay.ts";
import type { ReadSource } from "../read/source.ts";
import { type Composition, reportIntoFile } from "../trace/composition.ts";
import { readDocument } from "./read-document.ts";

/** What became of one action of an overlay. */
export interface AppliedAction {
  /** The overlay's file, as the user named it. */
  readonly overlay: string;
  readonly target: string;
  /** How many nodes the target selected. */
  readonly matches: number;
}

/** A composition after its overlays. */
export interface Overlaid {
  readonly composition: Composition;
  /** In the order of their application. */
  readonly actions: readonly AppliedAction[];
}

/** How overlays are applied. */
export interface OverlayRun {
  /** Paths or URLs of overlays, in the order of their application. */
  readonly overlays: readonly string[];
  readonly read: ReadSource;
  /** The other form of the description, asked for where a target matches nothing in this one. */
  readonly findOther: () => Promise<OtherForm | undefined>;
}

/**
 * Reads overlays and applies them one after the other. One that is faulty is passed over. Of a target
 * that matches nothing it is told where it does in the other form of the description.
 */
export async function applyOverlays(
  composition: Composition,
  { overlays, read, findOther }: OverlayRun,
  diagnostics: Diagnostic[],
): Promise<Overlaid> {
  let { document } = composition;
  const actions: AppliedAction[] = [];
  const before: ReadOverlay[] = [];
  for (const name of overlays) {
    const file = await readDocument(name, read, diagnostics);
    if (file === undefined) continue;
    const { overlay, diagnostics: faults } = checkOverlay(file.document);
    diagnostics.push(...faults);
    if (overlay === undefined) continue;
    const one = { overlay, source: file.document };
    const first = applyOne({ ...composition, document }, one, new Map());
    const other = first.matches.includes(0) ? await findOther() : undefined;
    const own = [document, first.document];
    const applied =
      other === undefined
        ? first
        : applyOne(
            { ...composition, document },
            one,
            findOtherMatches(other, before, { ...one, own }),
          );
    diagnostics.push(...applied.faults);
    before.push(one);
    document = applied.document;
    for (const [index, { target }] of overlay.actions.entries()) {
      actions.push({ overlay: name, target, matches: applied.matches[index] ?? 0 });
    }
  }
  return { composition: { ...composition, document }, actions };
}

function applyOne(
  { document, trace }: Composition,
  { overlay, source }: ReadOverlay,
  whys: Required<OverlayContext>["whys"],
) {
  const faults: Diagnostic[] = [];
  const report = reportIntoFile(faults, source);
  return { ...applyActions(document, overlay, { trace, report, source, whys }), faults };
}
