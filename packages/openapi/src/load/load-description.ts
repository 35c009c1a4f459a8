import { buildDescription, findVersion } from "../build/build-description.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isJsonObject, typeName } from "../json/json-value.ts";
import type { Description } from "../model/model.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import type { ReadSource } from "../read/source.ts";
import { createTrace } from "../trace/trace.ts";
import { applyOverlays } from "./apply-overlays.ts";
import { type Composition, createLocate, reportIntoFile } from "./composition.ts";
import { readDocument } from "./read-document.ts";

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
 * `source` is a path, an http(s) URL, or `-` for standard input; YAML or JSON; OpenAPI 3.x or
 * Swagger 2.0.
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
  const named = await readDocument(source, options.read, diagnostics);
  if (named === undefined) return { ok: false, diagnostics };
  const { document: root, sha256 } = named;
  const begun = beginComposition(root, diagnostics);
  if (begun === undefined) return { ok: false, diagnostics };
  const overlays = options.overlays ?? [];
  const composition = await applyOverlays(begun, overlays, options.read, diagnostics);
  if (diagnostics.some(({ severity }) => severity === "error")) return { ok: false, diagnostics };
  const description = buildDescription(composition.document, {
    source,
    sha256,
    version: findVersion(begun.document) ?? "",
    files: [source, ...overlays],
    locate: createLocate(composition),
  });
  return { ok: true, description, diagnostics };
}

function beginComposition(
  root: SourceDocument,
  diagnostics: Diagnostic[],
): Composition | undefined {
  const { value } = root;
  if (isJsonObject(value) && findVersion(value) !== undefined) {
    return { root, document: value, trace: createTrace() };
  }
  const found = isJsonObject(value)
    ? "it has neither `openapi` nor `swagger`"
    : `it is ${typeName(value)}`;
  reportIntoFile(diagnostics, root)("not-openapi", { found }, "");
  return undefined;
}
