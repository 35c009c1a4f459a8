import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { NodeType } from "../grammar/node-type.ts";
import { visitTree } from "../grammar/tree.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { placeAt, pointerOf, step } from "../pointer/place.ts";
import { findAt } from "../pointer/pointer.ts";
import { reportIntoFile } from "../trace/composition.ts";
import type { Library } from "./library.ts";
import { type LocatedReference, locateReference } from "./locate-reference.ts";
import { collectReferences, type Reference, type Survey } from "./survey.ts";

/** A part of a file that belongs to the description. */
interface Part {
  readonly document: SourceDocument;
  readonly pointer: string;
  readonly type: NodeType;
}

/**
 * Loads every file that the root document names, and every file that those parts of them name.
 * A reference that leads nowhere is reported where it is written. Answers these places, each as
 * source, `#` and pointer.
 */
export async function collectFiles(
  library: Library,
  survey: Survey,
  diagnostics: Diagnostic[],
): Promise<ReadonlySet<string>> {
  const { root } = library;
  const parts = new Map<string, Part>();
  const reported = new Set<string>();
  const follow = async (document: SourceDocument, reference: Reference): Promise<void> => {
    const located = await locate(library, document, reference.ref);
    if (located.kind === "found") {
      const part = { document: located.document, pointer: located.pointer, type: reference.type };
      const key = `${reference.type.kind} ${part.document.source}#${part.pointer}`;
      if (part.document !== root && !parts.has(key)) parts.set(key, part);
      return;
    }
    const pointer = pointerOf(step(reference.place, "$ref"));
    const key = `${document.source}#${pointer}`;
    if (reported.has(key)) return;
    reported.add(key);
    reportLost(located, { document, pointer, ref: reference.ref }, diagnostics);
  };
  for (const reference of findOutward(survey)) await follow(root, reference);
  // The map grows while it is walked
  for (const [, part] of parts) {
    for (const reference of findReferences(part)) await follow(part.document, reference);
  }
  return reported;
}

async function locate(
  library: Library,
  document: SourceDocument,
  ref: string,
): Promise<LocatedReference> {
  const located = locateReference(library, document, ref);
  if (located.kind !== "unread") return located;
  await library.load(located.location);
  return locateReference(library, document, ref);
}

/** The root's references to other files; its local ones are checked once the overlays are applied. */
function findOutward({ references, mapped, identifiers }: Survey): readonly Reference[] {
  return [...references, ...mapped].filter(
    ({ ref, place }) => !ref.startsWith("#") && !identifiers.owns(place, ref),
  );
}

function findReferences({ document, pointer, type }: Part): readonly Reference[] {
  const found: Reference[] = [];
  const value = findAt(document.value, pointer) ?? null;
  visitTree(value, type, placeAt(pointer), collectReferences(found, found));
  return found;
}

function reportLost(
  located: Exclude<LocatedReference, { readonly kind: "found" }>,
  { document, pointer, ref }: { document: SourceDocument; pointer: string; ref: string },
  diagnostics: Diagnostic[],
): void {
  const report = reportIntoFile(diagnostics, document);
  if (located.kind === "missing") report("ref-not-found", { ref, near: located.near }, pointer);
  if (located.kind !== "unreadable") return;
  const code = located.isForbidden ? "ref-not-allowed" : "ref-not-readable";
  report(code, { ref, why: located.why }, pointer);
}
