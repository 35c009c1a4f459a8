import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { applyActions } from "../overlay/apply-overlay.ts";
import { checkOverlay } from "../overlay/parse-overlay.ts";
import type { ReadSource } from "../read/source.ts";
import { type Composition, reportIntoFile } from "./composition.ts";
import { readDocument } from "./read-document.ts";

/** Reads overlays and applies them one after the other. One that is faulty is passed over. */
export async function applyOverlays(
  composition: Composition,
  sources: readonly string[],
  read: ReadSource,
  diagnostics: Diagnostic[],
): Promise<Composition> {
  let { document } = composition;
  for (const name of sources) {
    const file = await readDocument(name, read, diagnostics);
    if (file === undefined) continue;
    const checked = checkOverlay(file.document);
    diagnostics.push(...checked.diagnostics);
    if (checked.overlay === undefined) continue;
    const report = reportIntoFile(diagnostics, file.document);
    const context = { trace: composition.trace, report, source: file.document };
    ({ document } = applyActions(document, checked.overlay, context));
  }
  return { ...composition, document };
}
