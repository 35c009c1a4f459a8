/**
 * Places: the document's values, wrapped as they are visited and kept, so that one value is one
 * place and what is learnt about it stays.
 */
import { isJsonObject, type JsonValue, type Schema } from "../json.ts";
import { escapeToken, findChild } from "../json-pointer.ts";
import { memberKind, type PlaceKind, rootKind } from "./structure.ts";
import { cutFragment, resolveUri } from "./uri.ts";

/** One parsed document: the one that was opened, or a remote one. */
export interface LoadedDocument {
  readonly root: Place;
  readonly isHosted: boolean;
}

/** A schema resource, Core section 4.3.5: a document, or a subschema with an `$id`. */
export interface Resource {
  readonly uri: string;
  readonly root: Place;
  readonly anchors: Map<string, Place>;
  readonly dynamicAnchors: Map<string, Place>;
}

/** A value in a document, with the resource that it belongs to. */
export interface Place {
  readonly value: JsonValue;
  readonly kind: PlaceKind;
  /** JSON Pointer; in a remote document with its URI before it, `https://…/x.json#/$defs/a`. */
  readonly pointer: string;
  readonly document: LoadedDocument;
  readonly resource: Resource;
  /** Those below that were visited; most places have none. */
  children: Map<string, Place> | undefined;
  /** The node by which the place was reached first, and most places are reached by no other. */
  node: SchemaNode | undefined;
}

/**
 * The dynamic scope, Core section 7.1: the resources entered on the way, outermost first, as far as
 * they can decide a `$dynamicRef`. Kept once per sequence, so that scopes compare by identity.
 */
export interface DynamicScope {
  readonly resources: readonly Resource[];
  readonly inner: Map<Resource, DynamicScope>;
  /** The nodes of the places that are reached within this scope, but for those that the places keep. */
  readonly nodes: Map<Place, SchemaNode>;
  readonly findDynamicAnchors: FindDynamicAnchors;
}

/** The dynamic anchors of a resource, by name. */
export type FindDynamicAnchors = (resource: Resource) => ReadonlyMap<string, Place>;

/**
 * A schema where it stands: one object per place and dynamic scope, so nodes compare by identity.
 *
 * `pointer` is the JSON Pointer in the opened document; for a schema of a remote document its URI
 * stands before it: `https://example.com/x.json#/$defs/a`.
 */
export interface SchemaNode {
  readonly pointer: string;
  readonly schema: Schema;
  readonly place: Place;
  readonly scope: DynamicScope;
}

/** Opens a document as the tree of its places. `prefix` stands before each pointer. */
export function openDocument(value: JsonValue, uri: string, prefix: string): LoadedDocument {
  const kind = rootKind(value);
  const holder: { readonly isHosted: boolean; root?: Place } = { isHosted: kind === "host" };
  const document = holder as LoadedDocument;
  holder.root = createPlace({ value, kind, pointer: prefix, document }, uri, undefined);
  return document;
}

/** The place one step below, made on the first visit; undefined where the document ends. */
function openChild(place: Place, token: string): Place | undefined {
  const known = place.children?.get(token);
  if (known !== undefined) return known;
  const value = findChild(place.value, token);
  if (value === undefined) return undefined;
  const { document, resource } = place;
  const kind = memberKind(place.kind, place.value, token, document.isHosted);
  const pointer = `${place.pointer}/${escapeToken(token)}`;
  const child = createPlace({ value, kind, pointer, document }, resource.uri, resource);
  place.children ??= new Map();
  place.children.set(token, child);
  return child;
}

function step(place: Place | undefined, token: string): Place | undefined {
  return place && openChild(place, token);
}

/** The place below that these tokens lead to, or undefined. */
export function findPlace(place: Place, tokens: readonly string[]): Place | undefined {
  return tokens.reduce<Place | undefined>(step, place);
}

/** The `$id` of a schema without fragment, or undefined where it has none. */
export function findId(kind: PlaceKind, value: JsonValue): string | undefined {
  if ((kind !== "schema" && kind !== "host") || !isJsonObject(value)) return undefined;
  const id = Object.hasOwn(value, "$id") ? value["$id"] : undefined;
  if (typeof id !== "string") return undefined;
  return cutFragment(id).uri || undefined;
}

type PlaceFields = Pick<Place, "value" | "kind" | "pointer" | "document">;

function createPlace(fields: PlaceFields, baseUri: string, parent: Resource | undefined): Place {
  const id = findId(fields.kind, fields.value);
  const { value, kind, pointer, document } = fields;
  const holder = {
    value,
    kind,
    pointer,
    document,
    resource: parent,
    children: undefined,
    node: undefined,
  };
  const place = holder as Place;
  if (parent === undefined || id !== undefined) {
    const uri = id === undefined ? baseUri : resolveUri(baseUri, id);
    holder.resource = { uri, root: place, anchors: new Map(), dynamicAnchors: new Map() };
  }
  return place;
}
