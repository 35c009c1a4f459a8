import type { JsonValue } from "@truespec/json-schema/json";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportIntoFile } from "../trace/composition.ts";
import type { EditedText } from "./edit-document.ts";
import { readWritten, type WrittenDocument } from "./read-written.ts";
import { rewrite } from "./rewrite.ts";
import { splitMark } from "./text-style.ts";

/** A text, and the one that is wanted. */
export interface TextToRewrite {
  readonly text: string;
  /** What diagnostics call the text. */
  readonly source: string;
  /** A YAML text that is JSON too counts as JSON. */
  readonly format: "json" | "yaml";
}

/**
 * A text that says `document`: comments, order, quoting, line breaks and every line of which nothing
 * changes are those of a text that says something like it.
 *
 * Where that cannot be written into the text it stays as it is, and an error says why. Undefined for a
 * text of the other format.
 *
 * @example
 * ```ts
 * import { rewriteText } from "@truespec/openapi";
 *
 * const text = "openapi: 3.1.0\ninfo: { title: Pets, version: 1 } # ours\n";
 * const written = { text, source: "openapi.yaml", format: "yaml" } as const;
 * const after = { openapi: "3.1.0", info: { title: "Cats", version: 1 } };
 * console.log(rewriteText(written, after)?.text); // … info: { title: Cats, version: 1 } # ours
 * ```
 */
export function rewriteText(
  { text, source, format }: TextToRewrite,
  document: JsonValue,
): EditedText | undefined {
  const { mark, body } = splitMark(text);
  const written = readWritten(body, source);
  if ("diagnostics" in written) return { text, diagnostics: written.diagnostics };
  if (written.style.format !== format) return undefined;
  const { text: rewritten, diagnostics } = rewriteWritten(written, document);
  return { text: mark + rewritten, diagnostics };
}

/** The same for a text that was read; it stays as it is where the document cannot be written into it. */
export function rewriteWritten(written: WrittenDocument, document: JsonValue): EditedText {
  const rewritten = rewrite(written, document);
  if (rewritten.text !== undefined) return { text: rewritten.text, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const report = reportIntoFile(diagnostics, written.document);
  for (const { code, params, pointer } of rewritten.faults) report(code, params, pointer);
  return { text: written.document.text, diagnostics };
}
