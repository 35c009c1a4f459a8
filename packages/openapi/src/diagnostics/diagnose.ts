import { catalogue } from "./catalogue.ts";
import type { Diagnostic, Fault, SourceLocation } from "./diagnostic.ts";
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
  const { severity, message, hint } = catalogue[code];
  return placeFault({ code, severity, message: message(params), hint: hint(params) }, place);
}

/** Shows a fault where it was found. */
export function placeFault(fault: Fault, { source, location, text }: DiagnosedPlace): Diagnostic {
  const isShown = location !== undefined && text !== undefined;
  const frame = isShown ? printFrame(text, location.line, location.column) : undefined;
  return { ...fault, source, location, frame };
}

/** Says a fault at a JSON Pointer of the document that a stage works on. */
export type Report = <C extends DiagnosticCode>(
  code: C,
  params: CatalogueParams[C],
  pointer: string,
) => void;
