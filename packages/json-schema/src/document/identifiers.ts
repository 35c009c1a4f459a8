/**
 * The identifiers of a document: every `$id`, `$anchor` and `$dynamicAnchor` in it. Found by one
 * walk over all of it, so only when a reference asks.
 */
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import { findId, findPlace, type LoadedDocument, type Place, type Resource } from "./place.ts";
import { memberKind, type PlaceKind } from "./structure.ts";

interface Visit {
  readonly value: JsonValue;
  readonly kind: PlaceKind;
  readonly path: Path | undefined;
}

interface Path {
  readonly parent: Path | undefined;
  readonly token: string;
}

/** The resources of a document by URI; their anchors are filled in. */
export function indexIdentifiers(document: LoadedDocument): ReadonlyMap<string, Resource> {
  const resources = new Map([[document.root.resource.uri, document.root.resource]]);
  // A stack of our own: a document may nest deeper than the call stack is.
  const visits: Visit[] = [
    { value: document.root.value, kind: document.root.kind, path: undefined },
  ];
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    recordIdentifiers(document, visit, resources);
    pushMembers(visits, visit, document.isHosted);
  }
  return resources;
}

function recordIdentifiers(
  document: LoadedDocument,
  visit: Visit,
  resources: Map<string, Resource>,
): void {
  const { value, kind } = visit;
  if ((kind !== "schema" && kind !== "host") || !isJsonObject(value)) return;
  const id = findId(kind, value);
  const anchor = ownText(value, "$anchor");
  const dynamicAnchor = ownText(value, "$dynamicAnchor");
  if (id === undefined && anchor === undefined && dynamicAnchor === undefined) return;
  const place = findPlace(document.root, tokensOf(visit.path));
  if (place === undefined) return;
  if (id !== undefined && !resources.has(place.resource.uri)) {
    resources.set(place.resource.uri, place.resource);
  }
  recordAnchor(place, place.resource.anchors, anchor);
  recordAnchor(place, place.resource.anchors, dynamicAnchor);
  recordAnchor(place, place.resource.dynamicAnchors, dynamicAnchor);
}

function recordAnchor(place: Place, anchors: Map<string, Place>, name: string | undefined): void {
  if (name !== undefined && !anchors.has(name)) anchors.set(name, place);
}

function pushMembers(visits: Visit[], visit: Visit, isHosted: boolean): void {
  const { value, kind, path } = visit;
  if (kind === "value" || typeof value !== "object" || value === null) return;
  const entries = isJsonArray(value) ? value.entries() : Object.entries(value);
  for (const [name, member] of entries) {
    if (typeof member !== "object" || member === null) continue;
    const token = String(name);
    // An array in a host document holds what the document itself may hold.
    const inner =
      isJsonArray(value) && kind === "host" ? kind : memberKind(kind, value, token, isHosted);
    visits.push({ value: member, kind: inner, path: { parent: path, token } });
  }
}

function tokensOf(path: Path | undefined): readonly string[] {
  const tokens: string[] = [];
  for (let step = path; step !== undefined; step = step.parent) tokens.push(step.token);
  return tokens.reverse();
}

function ownText(value: { readonly [key: string]: JsonValue }, name: string): string | undefined {
  const member = Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof member === "string" ? member : undefined;
}
