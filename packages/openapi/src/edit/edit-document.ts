import type { Report } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createDraft } from "../draft/draft.ts";
import { reportIntoFile } from "../trace/composition.ts";
import { createTrace } from "../trace/trace.ts";
import { applyEdit } from "./apply-edit.ts";
import type { DocumentEdit } from "./edit.ts";
import type { EditFault } from "./patching.ts";
import { readWritten, type WrittenDocument } from "./read-written.ts";
import { type Rewritten, rewrite } from "./rewrite.ts";
import { splitMark } from "./text-style.ts";

/** An edited text, and the edits that were refused. */
export interface EditedText {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Changes a YAML or JSON text at JSON Pointers, one edit after the other: comments, order, quoting,
 * indentation, line breaks and every line that no edit touches stay as they are.
 *
 * An edit that cannot be made is refused with a diagnostic, and costs no other one: a pointer that
 * leads nowhere, a change below an alias or an anchor (it would change several places). A text that
 * is broken stays as it is. Comments stay when what they stand above is removed; those within a
 * removed value, and between removed items in one line, go with it. `source` names the text in
 * diagnostics.
 *
 * @example
 * ```ts
 * import { editDocument } from "@truespec/openapi";
 *
 * const text = "info:\n  title: Pets # for now\n";
 * const edits = [{ kind: "set", pointer: "/info/title", value: "Cats" }] as const;
 * const edited = editDocument(text, edits, "openapi.yaml").text; // info:\n  title: Cats # for now\n
 * ```
 */
export function editDocument(
  text: string,
  edits: readonly DocumentEdit[],
  source: string,
): EditedText {
  const { mark, body } = splitMark(text);
  const written = readWritten(body, source);
  if ("diagnostics" in written) return { text, diagnostics: written.diagnostics };
  const all = rewriteWith(written, edits);
  if (all.text !== undefined) return { text: mark + all.text, diagnostics: [] };
  const edited = editOneByOne(body, edits, source);
  return { ...edited, text: mark + edited.text };
}

/** One edit after the other, so that one that is refused costs no other. */
function editOneByOne(text: string, edits: readonly DocumentEdit[], source: string): EditedText {
  const diagnostics: Diagnostic[] = [];
  let current = text;
  for (const edit of edits) {
    const written = readWritten(current, source);
    if ("diagnostics" in written) continue;
    const rewritten = rewriteWith(written, [edit]);
    if (rewritten.text !== undefined) current = rewritten.text;
    else
      reportFaults(rewritten.faults, edit.pointer, reportIntoFile(diagnostics, written.document));
  }
  return { text: current, diagnostics };
}

function reportFaults(faults: readonly EditFault[], pointer: string, report: Report): void {
  for (const { code, params } of faults) report(code, { ...params, pointer }, pointer);
}

function rewriteWith(written: WrittenDocument, edits: readonly DocumentEdit[]): Rewritten {
  const draft = createDraft(written.value, createTrace());
  const faults = edits.flatMap((edit) => applyEdit(draft, edit, written.shared) ?? []);
  return faults.length > 0 ? { text: undefined, faults } : rewrite(written, draft.root);
}
