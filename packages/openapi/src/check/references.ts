import type { JsonObject } from "@truespec/json-schema";
import type { Identifiers } from "../bundle/identifiers.ts";
import { findAnchor } from "../bundle/locate-reference.ts";
import type { Report } from "../diagnostics/diagnose.ts";
import { visitDocument } from "../grammar/tree.ts";
import { findString } from "../json/json-value.ts";
import { findNearPointers } from "../pointer/near-pointers.ts";
import { type Place, pointerOf, step } from "../pointer/place.ts";
import { findAt, localPointer, localRef } from "../pointer/pointer.ts";
import { createRingFinder } from "../pointer/rings.ts";

/** What checking references needs beside the document. */
export interface ReferenceCheck {
  readonly identifiers: Identifiers;
  /** Whether a reference at a pointer was reported already. */
  readonly isReported: (pointer: string) => boolean;
  readonly report: Report;
}

interface Checked extends ReferenceCheck {
  readonly document: JsonObject;
  readonly isRing: (pointer: string) => boolean;
}

/**
 * Reports every reference of a composed document that leads nowhere, or back to itself. References
 * inside of schemas with an `$id` of their own are not followed.
 */
export function checkReferences(document: JsonObject, check: ReferenceCheck): void {
  const checked = { ...check, document, isRing: createRingFinder(document) };
  visitDocument(document, (value, _type, place) => {
    const ref = findString(value, "$ref");
    if (ref !== undefined && !check.identifiers.owns(place, ref)) {
      checkReference(ref, step(place, "$ref"), checked);
    }
  });
}

function checkReference(ref: string, place: Place, checked: Checked): void {
  const { document, report, isReported, isRing } = checked;
  const pointer = localPointer(ref);
  if (pointer === undefined) {
    checkOther(ref, pointerOf(place), checked);
  } else if (findAt(document, pointer) === undefined) {
    if (isReported(pointerOf(place))) return;
    const near = findNearPointers(document, pointer).map(localRef);
    report("ref-not-found", { ref, near }, pointerOf(place));
  } else if (isRing(pointer)) {
    report("ref-ring", { ref }, pointerOf(place));
  }
}

/** Anchors, and references to files: those that bundling saw are resolved or reported by now. */
function checkOther(ref: string, at: string, { document, report, isReported }: Checked): void {
  if (isReported(at)) return;
  if (!ref.startsWith("#")) {
    report("ref-not-readable", { ref, why: "an overlay cannot bring in other files" }, at);
  } else if (findAnchor(document, ref.slice(1)) === undefined) {
    report("ref-not-found", { ref, near: [] }, at);
  }
}
