import { resolvePointer } from "@truespec/json-schema/json-pointer";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { NodeType } from "../grammar/node-type.ts";
import { visitTree } from "../grammar/tree.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { placeAt, pointerOf } from "../pointer/place.ts";
import { reportIntoFile } from "../trace/composition.ts";
import type { Library } from "./library.ts";
import { type LocatedReference, locateReference } from "./locate-reference.ts";
import { isMappedRef } from "./references.ts";
import { type Following, followingMapped, followingRef, followingRequired } from "./report-lost.ts";
import { isRequiredRef } from "./requirements.ts";
import { collectReferences, type FoundReferences, type Reference, type Survey } from "./survey.ts";

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
  const parts = new Set<Part>();
  const known = new Set<string>();
  const follow = async (followed: Followed): Promise<boolean> => {
    const { document, reference } = followed;
    const located = await locate(library, document, reference.ref);
    if (located.kind !== "found") return false;
    const part = { document: located.document, pointer: located.pointer, type: reference.type };
    const key = `${part.type.kind} ${part.document.source}#${part.pointer}`;
    if (part.document !== root && !known.has(key)) parts.add(part);
    known.add(key);
    return true;
  };
  const followAll = async (followed: readonly Followed[]): Promise<readonly Followed[]> => {
    const lost: Followed[] = [];
    for (const one of followed) if (!(await follow(one))) lost.push(one);
    return lost;
  };
  let lost = await followAll(findOutward(survey, root));
  while (parts.size > 0) {
    // The set grows while it is walked
    for (const part of parts) lost = [...lost, ...(await followAll(findReferences(part, root)))];
    parts.clear();
    // A file that was read since may call itself by the URI of a reference that led nowhere
    lost = await followAll(lost);
  }
  return reportAll(library, lost, diagnostics);
}

function reportAll(
  library: Library,
  lost: readonly Followed[],
  diagnostics: Diagnostic[],
): ReadonlySet<string> {
  const reported = new Set<string>();
  for (const { document, reference, following } of lost) {
    const located = locateReference(library, document, reference.ref);
    const pointer = pointerOf(following.findPlace(reference));
    const key = `${document.source}#${pointer}`;
    if (located.kind === "found" || reported.has(key)) continue;
    reported.add(key);
    const report = reportIntoFile(diagnostics, document);
    following.report(located, { pointer, reference, document }, report);
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

/** A reference, and the file that it is written in. */
interface Followed {
  readonly document: SourceDocument;
  readonly reference: Reference;
  readonly following: Following;
}

/** The root's references to other files; its local ones are checked once the overlays are applied. */
function findOutward({ identifiers, ...found }: Survey, root: SourceDocument): Followed[] {
  return joinFollowed(found, root, root).filter(
    ({ reference: { ref, place } }) => !ref.startsWith("#") && !identifiers.owns(place, ref),
  );
}

function findReferences({ document, pointer, type }: Part, root: SourceDocument): Followed[] {
  const value = resolvePointer(document.value, pointer) ?? null;
  const { found, collect } = collectReferences();
  visitTree(value, type, placeAt(pointer), collect);
  return joinFollowed(found, document, root);
}

/** What is named by the name of a component is found when all are known. */
function joinFollowed(
  { references, mapped, required }: FoundReferences,
  document: SourceDocument,
  root: SourceDocument,
): Followed[] {
  const join = (list: readonly Reference[], following: Following): Followed[] =>
    list.map((reference) => ({ document, reference, following }));
  return [
    ...join(references, followingRef),
    ...join(
      mapped.filter(({ ref }) => isMappedRef(ref)),
      followingMapped,
    ),
    ...join(
      required.filter(({ ref }) => isRequiredRef(ref, root.value)),
      followingRequired,
    ),
  ];
}
