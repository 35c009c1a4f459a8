import { buildDescription, findVersion } from "../build/build-description.ts";
import { type Bundle, bundle } from "../bundle/bundle.ts";
import { findIdentifiers } from "../bundle/identifiers.ts";
import { checkOperations } from "../check/operations.ts";
import { checkReferences } from "../check/references.ts";
import { checkStructure } from "../check/structure.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Description } from "../model/model.ts";
import type { ReadSource } from "../read/source.ts";
import {
  type Composition,
  createLocate,
  reportInto,
  reportIntoFile,
} from "../trace/composition.ts";
import { createTrace, findWritten } from "../trace/trace.ts";
import { findDialect } from "../upgrade/dialect.ts";
import { upgradeComposition } from "../upgrade/upgrade.ts";
import { applyOverlays } from "./apply-overlays.ts";
import { readDocument } from "./read-document.ts";
import { readRoot } from "./read-root.ts";

/** How a description is loaded. */
export interface LoadOptions {
  /** Paths or URLs of overlays, in the order of their application. */
  readonly overlays?: readonly string[];
  /** Reads everything: root document, overlays, what `$ref`s name. */
  readonly read: ReadSource;
}

/** A description, or the errors that forbid one; warnings in both cases. */
export type LoadResult =
  | {
      readonly ok: true;
      readonly description: Description;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Loads a description: reads and parses it, brings all its files into one document, applies the
 * overlays, upgrades it to OpenAPI 3.1 and builds the model. Never throws for a faulty input.
 *
 * `source` is a path, an http(s) URL, or `-` for standard input; YAML or JSON; OpenAPI 3.x.
 *
 * @example
 * ```ts
 * import { createSourceReader, formatDiagnostic, loadDescription } from "@truespec/openapi";
 *
 * const read = createSourceReader({ allowNetwork: false });
 * const result = await loadDescription("openapi.yaml", { read, overlays: ["fix.overlay.yaml"] });
 * if (result.ok) console.log(result.description.operations.map(({ label }) => label));
 * else console.error(result.diagnostics.map(formatDiagnostic).join("\n\n"));
 * ```
 */
export async function loadDescription(source: string, options: LoadOptions): Promise<LoadResult> {
  const diagnostics: Diagnostic[] = [];
  const { read, overlays = [] } = options;
  const named = await readDocument(source, read, diagnostics);
  const written = named && readRoot(named.document, diagnostics);
  if (named === undefined || written === undefined) return { ok: false, diagnostics };
  const { document: root, sha256 } = named;
  const version = findVersion(written) ?? "";
  const dialect = findDialect(version, reportIntoFile(diagnostics, root));
  if (dialect === undefined) return { ok: false, diagnostics };
  const begun = { root, document: written, trace: createTrace() };
  const bundled = await bundle(begun, read, diagnostics);
  if (bundled === undefined) return { ok: false, diagnostics };
  const overlaid = await applyOverlays(bundled.composition, overlays, read, diagnostics);
  checkComposition(overlaid.composition, bundled, diagnostics);
  if (diagnostics.some(({ severity }) => severity === "error")) return { ok: false, diagnostics };
  const composition = upgradeComposition(overlaid.composition, dialect, diagnostics);
  const files = [source, ...bundled.files, ...overlays];
  const origin = { source, sha256, version, files, locate: createLocate(composition) };
  const description = buildDescription(composition.document, origin);
  checkOperations(description, reportInto(diagnostics, composition));
  return { ok: true, description, diagnostics };
}

function checkComposition(
  composition: Composition,
  { reported }: Bundle,
  diagnostics: Diagnostic[],
): void {
  const { document, root, trace } = composition;
  const report = reportInto(diagnostics, composition);
  const isReported = (at: string): boolean => {
    const { document: file, pointer } = findWritten(document, root, trace, at);
    return reported.has(`${file.source}#${pointer}`);
  };
  checkStructure(document, report);
  checkReferences(document, { identifiers: findIdentifiers(document), isReported, report });
}
