import { catalogue } from "./catalogue.ts";
import type { Diagnostic, SourceLocation } from "./diagnostic.ts";
import { printFrame } from "./frame.ts";
import type { CatalogueParams, DiagnosticCode } from "./params.ts";

/** Where a fault was found, with the text to show it in. */
export interface DiagnosedPlace {
  readonly source: string;
  readonly location?: SourceLocation | undefined;
  /** The text of the location's file. */
  readonly text?: string | undefined;
}

/** Makes the diagnostic of a code. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  params: CatalogueParams[C],
  place: DiagnosedPlace,
): Diagnostic {
  const entry = catalogue[code];
  const { location, text } = place;
  return {
    code,
    severity: entry.severity,
    message: entry.message(params),
    hint: entry.hint(params),
    source: place.source,
    location,
    frame:
      location === undefined || text === undefined
        ? undefined
        : printFrame(text, location.line, location.column),
  };
}

/** Says a fault at a JSON Pointer of the document that a stage works on. */
export type Report = <C extends DiagnosticCode>(
  code: C,
  params: CatalogueParams[C],
  pointer: string,
) => void;
