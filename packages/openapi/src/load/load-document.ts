import type { JsonObject } from "@truespec/json-schema";
import { bundle } from "../bundle/bundle.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OtherForm } from "../overlay/find-other-matches.ts";
import type { ReadSource } from "../read/source.ts";
import type { Composition } from "../trace/composition.ts";
import { createTrace } from "../trace/trace.ts";
import { type AppliedAction, applyOverlays } from "./apply-overlays.ts";
import type { LoadOptions } from "./load-description.ts";
import { readDocument } from "./read-document.ts";
import { readRoot } from "./read-root.ts";

/** A document with overlays applied, or the errors that forbid it; warnings in both cases. */
export type LoadedDocument =
  | {
      readonly ok: true;
      readonly document: JsonObject;
      /** The file's text, without the overlays. */
      readonly text: string;
      /** In the order of their application. */
      readonly actions: readonly AppliedAction[];
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Loads the root document of a description as it is written, and applies overlays to it: references
 * stay references and an older version stays what it is.
 *
 * @example
 * ```ts
 * import { createSourceReader, loadDocument } from "@truespec/openapi";
 *
 * const read = createSourceReader({ allowNetwork: false });
 * const result = await loadDocument("openapi.yaml", { read, overlays: ["fix.overlay.yaml"] });
 * if (result.ok) console.log(JSON.stringify(result.document, null, 2));
 * ```
 */
export async function loadDocument(source: string, options: LoadOptions): Promise<LoadedDocument> {
  const diagnostics: Diagnostic[] = [];
  const { read, overlays = [] } = options;
  const named = await readDocument(source, read, diagnostics);
  const document = named && readRoot(named.document, diagnostics);
  if (named === undefined || document === undefined) return { ok: false, diagnostics };
  const begun = { root: named.document, document, trace: createTrace() };
  const findOther = () => followReferences({ ...begun, trace: createTrace() }, read);
  const run = { overlays, read, findOther };
  const { composition, actions } = await applyOverlays(begun, run, diagnostics);
  const hasError = diagnostics.some(({ severity }) => severity === "error");
  if (hasError) return { ok: false, diagnostics };
  const { text } = named.document;
  return { ok: true, document: composition.document, text, actions, diagnostics };
}

/** The description as `loadDescription` overlays it. What its references lack is not asked here. */
async function followReferences(
  composition: Composition,
  read: ReadSource,
): Promise<OtherForm | undefined> {
  const bundled = await bundle(composition, read, []);
  return bundled && { form: "followed", composition: bundled.composition };
}
