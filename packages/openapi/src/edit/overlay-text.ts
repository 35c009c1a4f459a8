import { isJsonObject } from "@truespec/json-schema/json";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { typeName } from "../json/json-value.ts";
import { applyOverlay } from "../overlay/apply-overlay.ts";
import type { Overlay } from "../overlay/overlay.ts";
import { reportIntoFile } from "../trace/composition.ts";
import type { EditedText } from "./edit-document.ts";
import { readWritten } from "./read-written.ts";
import { rewriteWritten } from "./rewrite-text.ts";
import { splitMark } from "./text-style.ts";

/**
 * Applies an overlay to the text of the description that it is meant for: what `applyOverlay` says,
 * with comments, order, quoting and every untouched line as they are.
 *
 * A value that an alias stands for is written out where the overlay changes it. Where the result
 * cannot be written into the text, the text stays as it is and an error says why. `source` names
 * the text in diagnostics.
 *
 * @example
 * ```ts
 * import { applyOverlayToText, parseOverlay } from "@truespec/openapi";
 *
 * const { overlay } = parseOverlay("overlay: 1.1.0\n…", "fix.overlay.yaml");
 * const text = "openapi: 3.1.0\ninfo: { title: Pets, version: 1 } # ours\npaths: {}\n";
 * if (overlay !== undefined) console.log(applyOverlayToText(text, overlay, "openapi.yaml").text);
 * ```
 */
export function applyOverlayToText(text: string, overlay: Overlay, source: string): EditedText {
  const { mark, body } = splitMark(text);
  const written = readWritten(body, source);
  if ("diagnostics" in written) return { text, diagnostics: written.diagnostics };
  if (!isJsonObject(written.value)) {
    const found: Diagnostic[] = [];
    const report = reportIntoFile(found, written.document);
    report("not-openapi", { found: `it is ${typeName(written.value)}` }, "");
    return { text, diagnostics: found };
  }
  const { document, diagnostics } = applyOverlay(written.value, overlay);
  const rewritten = rewriteWritten(written, document);
  return { text: mark + rewritten.text, diagnostics: [...diagnostics, ...rewritten.diagnostics] };
}
