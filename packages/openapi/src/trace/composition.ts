import type { JsonObject } from "@truespec/json-schema";
import { type DiagnosedPlace, diagnose, type Report } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { findWritten, locateWritten, type Trace } from "./trace.ts";

/** A document between two stages, with what is known of where its nodes were written. */
export interface Composition {
  readonly root: SourceDocument;
  readonly document: JsonObject;
  readonly trace: Trace;
}

/** Reports faults at pointers of a composition, shown where they were written. */
export function reportInto(diagnostics: Diagnostic[], composition: Composition): Report {
  const find = createPlaceFinder(composition);
  return (code, params, pointer) => void diagnostics.push(diagnose(code, params, find(pointer)));
}

/** Reports faults at pointers of one file. */
export function reportIntoFile(diagnostics: Diagnostic[], file: SourceDocument): Report {
  const { source, text } = file;
  return (code, params, pointer) => {
    const location = file.locate(pointer);
    diagnostics.push(diagnose(code, params, { source, text, location }));
  };
}

/** Answers where a pointer of a composition was written, with the text around it. */
export function createPlaceFinder({
  root,
  document,
  trace,
}: Composition): (pointer: string) => Required<DiagnosedPlace> {
  return (pointer) => {
    const written = findWritten(document, root, trace, pointer);
    const { source, text } = written.document;
    return { source, text, location: locateWritten(written) };
  };
}
