import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { applyActions } from "../overlay/apply-overlay.ts";
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

/** Reads overlays and applies them one after the other. One that is faulty is passed over. */
export async function applyOverlays(
  composition: Composition,
  sources: readonly string[],
  read: ReadSource,
  diagnostics: Diagnostic[],
): Promise<Overlaid> {
  let { document } = composition;
  const actions: AppliedAction[] = [];
  for (const name of sources) {
    const file = await readDocument(name, read, diagnostics);
    if (file === undefined) continue;
    const { overlay, diagnostics: found } = checkOverlay(file.document);
    diagnostics.push(...found);
    if (overlay === undefined) continue;
    const report = reportIntoFile(diagnostics, file.document);
    const context = { trace: composition.trace, report, source: file.document };
    const applied = applyActions(document, overlay, context);
    document = applied.document;
    for (const [index, { target }] of overlay.actions.entries()) {
      actions.push({ overlay: name, target, matches: applied.matches[index] ?? 0 });
    }
  }
  return { composition: { ...composition, document }, actions };
}
