import type { JsonValue } from "@truespec/json-schema";
import {
  appendKey,
  formatPointer,
  localRef,
  resolvePointer,
} from "@truespec/json-schema/json-pointer";
import { type MapNode, mapParts } from "../grammar/walk.ts";
import { keysOf, type Place } from "../pointer/place.ts";
import type { Target } from "./component-names.ts";
import { addSiblings, copyFrom, withoutIdentifier, withRef } from "./copies.ts";
import { locateReference } from "./locate-reference.ts";
import { findRef, isPathItem, isSettled, mayBeReference } from "./references.ts";
import { rewriteMapping, rewriteRequired } from "./rewrite-names.ts";
import { findComponent, maxNodes, type Part, type Rewriting } from "./rewriting.ts";
import type { Reference } from "./survey.ts";

/** Rewrites the references below one part so that they lead into the composed document. */
export function rewriteNodes(part: Part, rewriting: Rewriting): MapNode {
  const isRoot = part.document === rewriting.library.root;
  const map: MapNode = (value, type, place) => {
    const isBroughtIn = !isRoot || rewriting.inlining.size > 0;
    if (isBroughtIn && ++rewriting.count > maxNodes) return value;
    const mapMembers = (): JsonValue => {
      const mapped = mapParts(value, type, place, { map, trace: rewriting.trace });
      const named = rewriteMapping(mapped, type, part, rewriting);
      return rewriteRequired(named, type, part, rewriting);
    };
    const ref = findRef(value);
    if (ref === undefined) {
      return isRoot ? mapMembers() : withoutIdentifier(mapMembers(), type, rewriting.trace);
    }
    const target = findTarget(part, { ref, type, place }, rewriting);
    if (target === undefined) return mapMembers();
    const component = findComponent(target, type, place, rewriting);
    if (component !== undefined) return withRef(mapMembers(), localRef(component), rewriting.trace);
    const isOutermost = rewriting.inlining.size === 0;
    if (isOutermost && !mayBeReference(type) && !isPathItem(type)) {
      rewriting.reportMisplaced(writtenPlace(part, place), ref);
    }
    const inlined = inline(target, part, { ref, type, place }, rewriting);
    return addSiblings(inlined, mapMembers(), writtenPlace(part, place), rewriting.trace);
  };
  return map;
}

/** Where a reference leads, if it has to change. */
function findTarget(
  { document }: Part,
  { ref, type, place }: Reference,
  { library, identifiers }: Rewriting,
): Target | undefined {
  const isRoot = document === library.root;
  if (isRoot && (isSettled(ref, type) || identifiers.owns(place, ref))) return undefined;
  const located = locateReference(library, document, ref);
  return located.kind === "found" ? located : undefined;
}

function inline(
  target: Target,
  part: Part,
  { ref, type, place }: Reference,
  rewriting: Rewriting,
): JsonValue {
  const key = `${target.document.source}#${target.pointer}`;
  if (rewriting.inlining.has(key)) {
    rewriting.rings++;
    rewriting.reportRing(writtenPlace(part, place), ref);
    return {};
  }
  const shared = `${key} ${type.kind} ${type.shape} ${siteOf(place)}`;
  const known = rewriting.inlined.get(shared);
  if (known !== undefined) {
    rewriting.count += known.count;
    return known.value;
  }
  const { count, rings } = rewriting;
  rewriting.inlining.add(key);
  const written = resolvePointer(target.document.value, target.pointer) ?? null;
  const mapped = rewriteNodes({ ...target, place }, rewriting)(written, type, place);
  rewriting.inlining.delete(key);
  const value = copyFrom(mapped, target, rewriting.trace);
  // Where a ring was cut depends on what is around it
  if (rewriting.rings === rings) {
    rewriting.inlined.set(shared, { value, count: rewriting.count - count });
  }
  return value;
}

/** What of a place matters to what is put there: only near the root, places have a meaning of their own. */
function siteOf(place: Place): string {
  const keys = keysOf(place);
  return keys.length > 3 ? "" : formatPointer(keys);
}

function writtenPlace({ document, pointer, place: base }: Part, place: Place): Target {
  const below = keysOf(place).slice(keysOf(base).length);
  return { document, pointer: appendKey(pointer, ...below) };
}
