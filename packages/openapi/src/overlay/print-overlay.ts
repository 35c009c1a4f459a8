import { type Document, isMap, isSeq, Document as YamlDocument } from "yaml";
import { quoteAmbiguous } from "../edit/quote-ambiguous.ts";
import type { Overlay, OverlayAction } from "./overlay.ts";

/** Remarks to print into an overlay. */
export interface OverlayComments {
  /** Above the whole. */
  readonly header?: string;
  /** Above each action, by its index. */
  readonly actions?: ReadonlyMap<number, string>;
}

/**
 * Prints an overlay as YAML: the same text for the same overlay, members in the order of the
 * specification, a blank line between actions. Parsers of YAML 1.1 and 1.2 read the same from it.
 */
export function printOverlay(overlay: Overlay, comments: OverlayComments = {}): string {
  const { title, version, description, actions } = overlay;
  const document = new YamlDocument(
    {
      overlay: overlay.overlay,
      info: { title, version, ...(description === undefined ? {} : { description }) },
      ...(overlay.extends === undefined ? {} : { extends: overlay.extends }),
      actions: actions.map(orderAction),
    },
    { aliasDuplicateObjects: false },
  );
  quoteAmbiguous(document);
  addComments(document, comments);
  return document.toString({ lineWidth: 0, indentSeq: true });
}

function orderAction(action: OverlayAction): OverlayAction {
  const { target, description, update, remove, copy } = action;
  return {
    target,
    ...(description === undefined ? {} : { description }),
    ...(update === undefined ? {} : { update }),
    ...(copy === undefined ? {} : { copy }),
    ...(remove === undefined ? {} : { remove }),
  };
}

function addComments(document: Document, { header, actions }: OverlayComments): void {
  if (header !== undefined) document.commentBefore = commentText(header);
  const list = document.get("actions");
  if (!isSeq(list)) return;
  for (const [index, item] of list.items.entries()) {
    if (!isMap(item)) continue;
    item.spaceBefore = index > 0;
    const comment = actions?.get(index);
    if (comment !== undefined) item.commentBefore = commentText(comment);
  }
}

function commentText(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => ` ${line}`)
    .join("\n");
}
