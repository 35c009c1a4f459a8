import type { JsonObject } from "@truespec/json-schema";
import { buildDescription, findVersion } from "../build/build-description.ts";
import { type Bundle, bundle } from "../bundle/bundle.ts";
import { surveyDocument } from "../bundle/survey.ts";
import { checkOperations } from "../check/operations.ts";
import { checkReferences } from "../check/references.ts";
import { checkStructure } from "../check/structure.ts";
import { placeFault } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Fault } from "../diagnostics/diagnostic.ts";
import { isSwagger } from "../grammar/walk.ts";
import type { Description } from "../model/model.ts";
import type { ReadSource } from "../read/source.ts";
import {
  type Composition,
  createPlaceFinder,
  reportInto,
  reportIntoFile,
} from "../trace/composition.ts";
import { createTrace, findWritten } from "../trace/trace.ts";
import { findDialect } from "../upgrade/dialect.ts";
import { dropLostReferences } from "../upgrade/lost-references.ts";
import type { Dialect } from "../upgrade/rule.ts";
import { partUnions } from "../upgrade/unions/part-unions.ts";
import { upgradeComposition } from "../upgrade/upgrade.ts";
import { readDocument } from "./read-document.ts";
import { readRoot } from "./read-root.ts";

/** How a description is loaded. */
export interface LoadOptions {
  /** Paths or URLs of overlays, in the order of their application. */
  readonly overlays?: readonly string[];
  /** Reads everything: root document, overlays, what `$ref`s name. */
  readonly read: ReadSource;
}

/**
 * A description with what is wrong in it, or the errors that forbid one.
 *
 * `ok` means that the root was understood, and not that all is well: an error among the diagnostics
 * costs the place where it was found, and nothing else. A reference to nowhere is read as saying
 * nothing, a file that cannot be read as if each reference to it led nowhere, a faulty overlay is
 * passed over. Who wants no such model looks for a diagnostic whose severity is `error`.
 */
export type LoadResult =
  | {
      readonly ok: true;
      readonly description: Description;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Loads a description: reads and parses it, brings all its files into one document, applies the
 * overlays, upgrades it to OpenAPI 3.1 and builds the model. Never throws for a faulty input, and
 * answers a model whenever the root can be understood: see {@link LoadResult}.
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
 * console.error(result.diagnostics.map(formatDiagnostic).join("\n\n"));
 * if (result.ok) console.log(result.description.operations.map(({ label }) => label));
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
  const overlaid = await overlay(bundled.composition, written, options, diagnostics);
  const sound = dropLost(overlaid, bundled, dialect, diagnostics);
  const converted = await convert(sound, diagnostics);
  const hidden = checkStructure(converted.document, reportInto(diagnostics, converted));
  const upgraded = upgradeComposition({ ...converted, hidden }, dialect, diagnostics);
  const composition = partUnions(upgraded, diagnostics);
  const files = [source, ...bundled.files, ...overlays];
  const find = createPlaceFinder(composition);
  const origin = {
    ...{ source, sha256, version, files },
    locate: (pointer: string) => find(pointer).location,
    diagnose: (fault: Fault, pointer: string) => placeFault(fault, find(pointer)),
  };
  const description = buildDescription(composition.document, origin);
  checkOperations(description, reportInto(diagnostics, composition));
  return { ok: true, description, diagnostics };
}

/** Overlays bring a library for queries along, which few descriptions need. */
async function overlay(
  composition: Composition,
  written: JsonObject,
  { overlays = [], read }: LoadOptions,
  diagnostics: Diagnostic[],
): Promise<Composition> {
  if (overlays.length === 0) return composition;
  const { applyOverlays } = await import("./apply-overlays.ts");
  const { root } = composition;
  const asWritten = { root, document: written, trace: createTrace() };
  const findOther = async () => ({ form: "written", composition: asWritten }) as const;
  const overlaid = await applyOverlays(composition, { overlays, read, findOther }, diagnostics);
  return overlaid.composition;
}

async function convert(composition: Composition, diagnostics: Diagnostic[]): Promise<Composition> {
  if (!isSwagger(composition.document)) return composition;
  const { convertSwagger } = await import("../upgrade/swagger/convert-swagger.ts");
  return convertSwagger(composition, diagnostics);
}

/** Reports references to nowhere and in rings; the first are left out. */
function dropLost(
  composition: Composition,
  { reported, survey: before }: Bundle,
  dialect: Dialect,
  diagnostics: Diagnostic[],
): Composition {
  const { document, root, trace } = composition;
  const survey = before.document === document ? before : surveyDocument(document);
  const isReported = (at: string): boolean => {
    const { document: file, pointer } = findWritten(document, root, trace, at);
    return reported.has(`${file.source}#${pointer}`);
  };
  const report = reportInto(diagnostics, composition);
  const pointers = checkReferences(survey, { isReported, report });
  return dropLostReferences(composition, { pointers, hidden: survey.hidden }, dialect);
}
