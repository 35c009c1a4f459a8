import type { JsonObject } from "@truespec/json-schema";
import { diagnose, type Report } from "../diagnostics/diagnose.ts";
import type { Diagnostic, SourceLocation } from "../diagnostics/diagnostic.ts";
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
  return (code, params, pointer) => {
    const { root, document, trace } = composition;
    const written = findWritten(document, root, trace, pointer);
    const location = locateWritten(written);
    const { source, text } = written.document;
    diagnostics.push(diagnose(code, params, { source, text, location }));
  };
}

/** Reports faults at pointers of one file. */
export function reportIntoFile(diagnostics: Diagnostic[], file: SourceDocument): Report {
  const { source, text } = file;
  return (code, params, pointer) => {
    const location = file.locate(pointer);
    diagnostics.push(diagnose(code, params, { source, text, location }));
  };
}

/** Answers where a pointer of a composition was written. */
export function createLocate({
  root,
  document,
  trace,
}: Composition): (pointer: string) => SourceLocation | undefined {
  return (pointer) => locateWritten(findWritten(document, root, trace, pointer));
}
