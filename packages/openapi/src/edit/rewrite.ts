import type { JsonValue } from "@truespec/json-schema";
import { isSameJson } from "../json/json-value.ts";
import { parseText } from "../parse/parse-text.ts";
import { patchValue } from "./patch-value.ts";
import type { EditFault, Patching } from "./patching.ts";
import type { WrittenDocument } from "./read-written.ts";
import { applySplices } from "./splice.ts";
import type { TextStyle } from "./text-style.ts";

/** A text that says something else, or why there is none. */
export type Rewritten =
  | { readonly text: string }
  | { readonly text: undefined; readonly faults: readonly EditFault[] };

/**
 * The text of a document whose value became another one: only what differs is written anew.
 *
 * What is written is read again, so that no text is given that says anything but `after`.
 */
export function rewrite(written: WrittenDocument, after: JsonValue): Rewritten {
  const rewritten = rewriteIn(written.style, written, after);
  if (rewritten.text !== undefined || written.style.format === "json") return rewritten;
  // A comment that follows may be taken for the last lines of a block scalar
  const quoted = rewriteIn({ ...written.style, writesBlockScalars: false }, written, after);
  return quoted.text === undefined ? rewritten : quoted;
}

function rewriteIn(style: TextStyle, written: WrittenDocument, after: JsonValue): Rewritten {
  const { document, value, root } = written;
  const patching: Patching = { text: document.text, style, splices: [], faults: [] };
  const place = { pointer: "", node: root, holder: "root", from: root.start, column: 0 } as const;
  patchValue(place, value, after, patching);
  if (patching.faults.length > 0) return { text: undefined, faults: patching.faults };
  const text = applySplices(document.text, patching.splices);
  if (text === undefined) return refuse("two changes meet at one place of the text");
  const read = parseText(text, document.source);
  const [fault] = read.diagnostics.filter(({ severity }) => severity === "error");
  if (fault !== undefined) return refuse(fault.message.replace(/\.$/, ""));
  if (!isSameJson(read.document?.value, after)) return refuse("the text would say something else");
  return { text };
}

function refuse(why: string): Rewritten {
  return {
    text: undefined,
    faults: [{ code: "edit-not-written", params: { pointer: "", why }, pointer: "" }],
  };
}
