import {
  isJsonObject,
  type JsonObjectDraft,
  type JsonValue,
  setMember,
} from "@truespec/json-schema/json";
import {
  appendKey,
  formatPointer,
  localRef,
  resolvePointer,
} from "@truespec/json-schema/json-pointer";
import type { NodeType } from "../grammar/node-type.ts";
import { type MapNode, mapParts } from "../grammar/walk.ts";
import { objectMember } from "../json/json-value.ts";
import { keysOf, type Place, pointerOf } from "../pointer/place.ts";
import { carryOrigins, type Trace } from "../trace/trace.ts";
import type { ComponentNames, Target } from "./component-names.ts";
import { addSiblings, copyFrom, withoutIdentifier, withRef } from "./copies.ts";
import type { Identifiers } from "./identifiers.ts";
import type { Library } from "./library.ts";
import { locateReference } from "./locate-reference.ts";
import {
  findMapped,
  findRef,
  findSection,
  isMappedRef,
  isPathItem,
  isSettled,
  mayBeReference,
} from "./references.ts";
import type { Reference } from "./survey.ts";

/** How many nodes may be brought in from other files and places. */
export const maxNodes = 2_000_000;

/** A part of a file, and where it is put in the composed document. */
export interface Part extends Target {
  readonly place: Place;
}

/** A target that is to become a component. */
export interface Lift extends Target {
  readonly type: NodeType;
  readonly component: string;
}

/** What the rewriting of all parts shares. */
export interface Rewriting {
  readonly library: Library;
  readonly identifiers: Identifiers;
  readonly names: ComponentNames;
  readonly trace: Trace;
  /** Grows while parts are rewritten. */
  readonly lifts: Lift[];
  /** Targets that are being put in place right now. */
  readonly inlining: Set<string>;
  /** What was put in place before, and may be put in others of the same kind. */
  readonly inlined: Map<string, Inlined>;
  /** Is told where a reference is written that leads back to itself. */
  readonly reportRing: (written: Target, ref: string) => void;
  /** Is told where a reference is written that may not stand there, outside of what others bring in. */
  readonly reportMisplaced: (written: Target, ref: string) => void;
  /** Nodes brought in so far; what is shared counts as often as it stands. */
  count: number;
  /** References so far that lead back to themselves. */
  rings: number;
}

/** A target that was put in place, and how many nodes it brought in. */
interface Inlined {
  readonly value: JsonValue;
  readonly count: number;
}

/** Rewrites the references below one part so that they lead into the composed document. */
export function rewriteNodes(part: Part, rewriting: Rewriting): MapNode {
  const isRoot = part.document === rewriting.library.root;
  const map: MapNode = (value, type, place) => {
    const isBroughtIn = !isRoot || rewriting.inlining.size > 0;
    if (isBroughtIn && ++rewriting.count > maxNodes) return value;
    const mapMembers = (): JsonValue => {
      const mapped = mapParts(value, type, place, { map, trace: rewriting.trace });
      return rewriteMapping(mapped, type, part, rewriting);
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

/** The place in the composed document that a target has; undefined when it is to be put in place. */
function findComponent(
  target: Target,
  type: NodeType,
  place: Place,
  { library, names, lifts }: Rewriting,
): string | undefined {
  if (target.document === library.root) return mayBeReference(type) ? target.pointer : undefined;
  const section = findSection(type, place);
  if (section === undefined) return undefined;
  if (names.find(section, target) === pointerOf(place)) return undefined;
  const { pointer, isNew } = names.allocate(section, target);
  if (isNew) {
    lifts.push({ document: target.document, pointer: target.pointer, type, component: pointer });
  }
  return pointer;
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

function rewriteMapping(
  value: JsonValue,
  type: NodeType,
  { document }: Part,
  rewriting: Rewriting,
): JsonValue {
  const schema = { kind: "schema", shape: "one" } as const;
  const mapped = findMapped(value, type).flatMap(({ tag, name }) => {
    const isLeft = document === rewriting.library.root && name.startsWith("#");
    if (isLeft || !isMappedRef(name)) return [];
    const target = locateReference(rewriting.library, document, name);
    if (target.kind !== "found") return [];
    const component = findComponent(target, schema, undefined, rewriting);
    return component === undefined ? [] : [{ tag, ref: localRef(component) }];
  });
  if (mapped.length === 0 || !isJsonObject(value)) return value;
  const copy: JsonObjectDraft = { ...value };
  carryOrigins(rewriting.trace, value, copy);
  const mapping: JsonObjectDraft = { ...objectMember(value, "mapping") };
  for (const { tag, ref } of mapped) {
    if (tag === undefined) copy["defaultMapping"] = ref;
    else setMember(mapping, tag, ref);
  }
  if (Object.hasOwn(value, "mapping")) copy["mapping"] = mapping;
  return copy;
}
