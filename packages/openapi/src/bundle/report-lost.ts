import { formatPointer, localRef, resolvePointer } from "@truespec/json-schema/json-pointer";
import type { Report } from "../diagnostics/diagnose.ts";
import { grammar } from "../grammar/grammar.ts";
import type { SourceDocument } from "../parse/source-document.ts";
import { type Place, step } from "../pointer/place.ts";
import type { LocatedReference } from "./locate-reference.ts";
import { sectionKeys } from "./sections.ts";
import type { Reference } from "./survey.ts";

/** What is done for one kind of reference. */
export interface Following {
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

/** A `$ref`. */
export const followingRef: Following = {
  findPlace: ({ place }) => step(place, "$ref"),
  report: reportLost,
};

/** What a discriminator names. */
export const followingMapped: Following = {
  findPlace: ({ place }) => place,
  report: reportUnmapped,
};

/** What a security requirement names. */
export const followingRequired: Following = { findPlace: ({ place }) => place, report: reportLost };

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
