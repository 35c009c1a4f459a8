import type { JsonObject } from "@truespec/json-schema";
import {
  formatPointer,
  localPointer,
  localRef,
  resolvePointer,
  splitPointer,
} from "@truespec/json-schema/json-pointer";
import { findAnchor } from "../bundle/locate-reference.ts";
import { isMappedRef } from "../bundle/references.ts";
import { sectionKeys } from "../bundle/sections.ts";
import type { Survey } from "../bundle/survey.ts";
import type { Report } from "../diagnostics/diagnose.ts";
import type { NodeKind, NodeType } from "../grammar/node-type.ts";
import { findTypeAt } from "../grammar/type-at.ts";
import { findNearPointers } from "../pointer/near-pointers.ts";
import { type Place, pointerOf, step } from "../pointer/place.ts";
import { createRingFinder } from "../pointer/rings.ts";
import { expectedShape } from "./structure.ts";

/** What checking references needs beside the document. */
export interface ReferenceCheck {
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
 *
 * Answers the pointers of the nodes whose `$ref` leads nowhere, and of the names in discriminators
 * that do, those among them that were reported before.
 */
export function checkReferences(survey: Survey, check: ReferenceCheck): ReadonlySet<string> {
  const { document, references, mapped, identifiers } = survey;
  const checked = { ...check, document, isRing: createRingFinder(document) };
  const lost = new Set<string>();
  const sound = new Map<string, NodeKind>();
  for (const { ref, type, place } of references) {
    if (sound.get(ref) === type.kind || identifiers.owns(place, ref)) continue;
    const pointer = localPointer(ref);
    if (pointer === undefined || !isSound(pointer, checked)) {
      if (!leadsSomewhere(ref, step(place, "$ref"), checked)) lost.add(pointerOf(place));
    } else if (isOfKind(pointer, type, step(place, "$ref"), checked)) sound.set(ref, type.kind);
  }
  for (const { ref, place } of mapped) {
    if (sound.has(ref) || identifiers.owns(place, ref)) continue;
    if (isMapped(ref, pointerOf(place), checked)) sound.set(ref, "schema");
    else lost.add(pointerOf(place));
  }
  return lost;
}

/**
 * Whether what a reference leads to is written as the kind of object that is asked for. What only
 * references lead to is of any kind.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#structural-interoperability
 */
function isOfKind(pointer: string, type: NodeType, place: Place, checked: Checked): boolean {
  const found = findTypeAt(checked.document, pointer);
  if (found === undefined || (found.kind === type.kind && found.shape === type.shape)) return true;
  const what = `What ${JSON.stringify(localRef(pointer))} names`;
  const params = { what, expected: expectedShape(type), got: expectedShape(found) };
  checked.report("wrong-type", params, pointerOf(place));
  return false;
}

/** Whether what a discriminator names is there. A discriminator annotates: without it no schema says less. */
function isMapped(name: string, at: string, { document, report, isReported }: Checked): boolean {
  const pointer = pointerOfMapped(document, name);
  if (pointer !== undefined && resolvePointer(document, pointer) !== undefined) return true;
  if (isReported(at)) return false;
  const written = isMappedRef(name) ? localRef : (near: string) => splitPointer(near).at(-1) ?? "";
  const near = pointer === undefined ? [] : findNearPointers(document, pointer).map(written);
  report("mapping-not-found", { name, why: undefined, near }, at);
  return false;
}

function pointerOfMapped(document: JsonObject, name: string): string | undefined {
  if (!isMappedRef(name)) return formatPointer([...sectionKeys(document, "schemas"), name]);
  const isAnchor = name.startsWith("#") && !name.startsWith("#/");
  return isAnchor ? findAnchor(document, name.slice(1)) : localPointer(name);
}

function isSound(pointer: string, { document, isRing }: Checked): boolean {
  return resolvePointer(document, pointer) !== undefined && !isRing(pointer);
}

function leadsSomewhere(ref: string, place: Place, checked: Checked): boolean {
  const { document, report, isReported, isRing } = checked;
  const pointer = localPointer(ref);
  if (pointer === undefined) return isAnchored(ref, pointerOf(place), checked);
  if (resolvePointer(document, pointer) === undefined) {
    if (isReported(pointerOf(place))) return false;
    const near = findNearPointers(document, pointer).map(localRef);
    report("ref-not-found", { ref, near }, pointerOf(place));
    return false;
  }
  if (isRing(pointer)) report("ref-ring", { ref }, pointerOf(place));
  return true;
}

/** Anchors, and references to files: those that bundling saw are resolved or reported by now. */
function isAnchored(ref: string, at: string, { document, report, isReported }: Checked): boolean {
  if (isReported(at)) return false;
  if (!ref.startsWith("#")) {
    const why = "an overlay cannot bring in other files";
    report("ref-not-readable", { ref, why, near: [] }, at);
    return false;
  }
  const isFound = findAnchor(document, ref.slice(1)) !== undefined;
  if (!isFound) report("ref-not-found", { ref, near: [] }, at);
  return isFound;
}
