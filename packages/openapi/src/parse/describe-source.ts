import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, SourceLocation } from "../diagnostics/diagnostic.ts";
import { createLineIndex } from "./lines.ts";
import type { ParsedText } from "./parsed-text.ts";
import type { SourceDocument } from "./source-document.ts";

/** A parsed file, or none when an error is among the diagnostics. */
export interface ParsedSource {
  readonly document: SourceDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A text, and what names it: `base` is what relative references in it resolve against. */
export interface Written {
  readonly text: string;
  readonly source: string;
  readonly base: string;
}

/** What a parser gave, as a document with lines and columns. */
export function describeSource({ text, source, base }: Written, parsed: ParsedText): ParsedSource {
  const positionOf = createLineIndex(text);
  const locationAt = (offset: number, pointer: string): SourceLocation => {
    const { line, column } = positionOf(offset);
    return { source, pointer, line, column };
  };
  const diagnostics = parsed.faults.map(({ code, params, offset }) =>
    diagnose(code, params, { source, text, location: locationAt(offset, "") }),
  );
  if (parsed.value === undefined) return { document: undefined, diagnostics };
  const { value, locate } = parsed;
  const document = {
    ...{ source, base, text, value },
    locate: (pointer: string) => locationAt(locate(pointer), pointer),
  };
  return { document, diagnostics };
}
