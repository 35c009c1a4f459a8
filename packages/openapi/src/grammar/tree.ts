import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { localPointer, resolvePointer, splitPointer } from "@truespec/json-schema/json-pointer";
import { createDraft, openContainer, setChild } from "../draft/draft.ts";
import { findString } from "../json/json-value.ts";
import type { Place } from "../pointer/place.ts";
import { placeAt } from "../pointer/place.ts";
import type { Trace } from "../trace/trace.ts";
import type { NodeType } from "./node-type.ts";
import { findTypeAt } from "./type-at.ts";
import { type MapNode, rootTypeOf, visitParts } from "./walk.ts";

/** Is told of one node. */
export type VisitNode = (value: JsonValue, type: NodeType, place: Place) => void;

/** A place and what stands there. */
export interface TypedPlace {
  readonly pointer: string;
  readonly type: NodeType;
}

/** Visits a node and all that the grammar reaches from it, parents first. */
export function visitTree(value: JsonValue, type: NodeType, place: Place, visit: VisitNode): void {
  const walk: VisitNode = (part, partType, partPlace) => {
    visit(part, partType, partPlace);
    visitParts(part, partType, partPlace, walk);
  };
  walk(value, type, place);
}

/**
 * Visits every node of a document: what the grammar reaches from the root, then the hidden places,
 * those that only a local reference leads to, such as `#/x-shared/Pet`. Answers the hidden places.
 */
export function visitDocument(document: JsonObject, visit: VisitNode): readonly TypedPlace[] {
  const hidden = new Map<string, NodeType>();
  const seen = new Set<string>();
  const collect: VisitNode = (value, type, place) => {
    visit(value, type, place);
    const ref = findString(value, "$ref");
    if (ref === undefined || seen.has(ref)) return;
    seen.add(ref);
    const pointer = localPointer(ref);
    if (pointer === undefined || hidden.has(pointer)) return;
    if (isHidden(document, pointer, hidden)) hidden.set(pointer, type);
  };
  visitTree(document, rootTypeOf(document), undefined, collect);
  // The map grows while it is walked, and the walk sees what was added
  for (const [pointer, type] of hidden) {
    visitTree(resolvePointer(document, pointer) ?? null, type, placeAt(pointer), collect);
  }
  return [...hidden].map(([pointer, type]) => ({ pointer, type }));
}

/** A document and its hidden places, as {@link visitDocument} answers them. */
export interface VisitedDocument {
  readonly document: JsonObject;
  readonly hidden: readonly TypedPlace[];
}

/** Maps a document's root and its hidden places. */
export function mapDocument(
  { document, hidden }: VisitedDocument,
  map: MapNode,
  trace: Trace,
): JsonObject {
  const mapped = map(document, rootTypeOf(document), undefined);
  if (hidden.length === 0) return isJsonObject(mapped) ? mapped : document;
  const draft = createDraft(mapped, trace);
  for (const { pointer, type } of hidden) {
    const keys = splitPointer(pointer);
    const last = keys.at(-1);
    const present = resolvePointer(draft.root, pointer);
    if (last === undefined || present === undefined) continue;
    const replaced = map(present, type, placeAt(pointer));
    if (replaced === present) continue;
    const holder = openContainer(draft, keys.slice(0, -1));
    if (holder !== undefined) setChild(holder, last, replaced);
  }
  return isJsonObject(draft.root) ? draft.root : document;
}

function isHidden(
  document: JsonObject,
  pointer: string,
  hidden: ReadonlyMap<string, NodeType>,
): boolean {
  if (findTypeAt(document, pointer) !== undefined) return false;
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    if (hidden.has(at)) return false;
  }
  return resolvePointer(document, pointer) !== undefined;
}
