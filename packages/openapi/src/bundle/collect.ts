import { formatPointer, localRef, resolvePointer } from "@truespec/json-schema/json-pointer";
import type { Report } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { grammar } from "../grammar/grammar.ts";
import type { NodeType } from "../grammar/node-type.ts";
import { visitTree } from "../grammar/tree.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { type Place, placeAt, pointerOf, step } from "../pointer/place.ts";
import { reportIntoFile } from "../trace/composition.ts";
import type { Library } from "./library.ts";
import { type LocatedReference, locateReference } from "./locate-reference.ts";
import { isMappedRef } from "./references.ts";
import { sectionKeys } from "./sections.ts";
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
  const follow = async (
    document: SourceDocument,
    reference: Reference,
    { findPlace, report }: Following,
  ): Promise<void> => {
    const located = await locate(library, document, reference.ref);
    if (located.kind === "found") {
      const part = { document: located.document, pointer: located.pointer, type: reference.type };
      const key = `${reference.type.kind} ${part.document.source}#${part.pointer}`;
      if (part.document !== root && !parts.has(key)) parts.set(key, part);
      return;
    }
    const pointer = pointerOf(findPlace(reference));
    const key = `${document.source}#${pointer}`;
    if (reported.has(key)) return;
    reported.add(key);
    const written = { pointer, reference, document };
    report(located, written, reportIntoFile(diagnostics, document));
  };
  for (const [reference, following] of findOutward(survey))
    await follow(root, reference, following);
  // The map grows while it is walked
  for (const [, part] of parts) {
    for (const [reference, following] of findReferences(part))
      await follow(part.document, reference, following);
  }
  return reported;
}

/** What is done for one kind of reference. */
interface Following {
  /** Where a reference itself is written. */
  readonly findPlace: (reference: Reference) => Place;
  readonly report: (located: Lost, written: WrittenReference, report: Report) => void;
}

type Lost = Exclude<LocatedReference, { readonly kind: "found" }>;

interface WrittenReference {
  readonly pointer: string;
  readonly reference: Reference;
  readonly document: SourceDocument;
}

const followingRef: Following = {
  findPlace: ({ place }) => step(place, "$ref"),
  report: reportLost,
};

const followingMapped: Following = { findPlace: ({ place }) => place, report: reportUnmapped };

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
function findOutward({ references, mapped, identifiers }: Survey): readonly Followed[] {
  return joinFollowed(references, mapped).filter(
    ([{ ref, place }]) => !ref.startsWith("#") && !identifiers.owns(place, ref),
  );
}

type Followed = readonly [Reference, Following];

function findReferences({ document, pointer, type }: Part): readonly Followed[] {
  const references: Reference[] = [];
  const mapped: Reference[] = [];
  const value = resolvePointer(document.value, pointer) ?? null;
  visitTree(value, type, placeAt(pointer), collectReferences(references, mapped));
  return joinFollowed(references, mapped);
}

/** What a discriminator names by the name of a component is found when all are known. */
function joinFollowed(
  references: readonly Reference[],
  mapped: readonly Reference[],
): readonly Followed[] {
  return [
    ...references.map((reference) => [reference, followingRef] as const),
    ...mapped
      .filter(({ ref }) => isMappedRef(ref))
      .map((reference) => [reference, followingMapped] as const),
  ];
}

function reportLost(located: Lost, written: WrittenReference, report: Report): void {
  const { pointer, reference } = written;
  const { ref } = reference;
  if (located.kind === "missing") report("ref-not-found", { ref, near: located.near }, pointer);
  if (located.kind !== "unreadable") return;
  const { why } = located;
  if (located.isForbidden) report("ref-not-allowed", { ref, why }, pointer);
  else report("ref-not-readable", { ref, why, near: findInside(written) }, pointer);
}

/** What a reference would lead to if it had its `#/`, or if a component's name were enough. */
function findInside({ document: { value }, reference }: WrittenReference): readonly string[] {
  const { ref, type } = reference;
  const { section } = grammar[type.kind];
  const named = section === undefined ? [] : [...sectionKeys(value, section), ref];
  return [`/${ref}`, formatPointer(named)]
    .filter((pointer) => pointer !== "" && resolvePointer(value, pointer) !== undefined)
    .map(localRef);
}

function reportUnmapped(located: Lost, written: WrittenReference, report: Report): void {
  const { pointer, reference } = written;
  const { ref } = reference;
  if (located.kind === "unread" || located.kind === "broken") return;
  const why = located.kind === "unreadable" ? located.why : undefined;
  const near = located.kind === "missing" ? located.near : [];
  report("mapping-not-found", { name: ref, why, near }, pointer);
}
