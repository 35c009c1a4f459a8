/**
 * The documents that references can lead to, and how one is followed.
 */

import type { JsonValue } from "../json.ts";
import { parsePointer } from "../json-pointer.ts";
import { indexIdentifiers } from "./identifiers.ts";
import {
  findPlace,
  type LoadedDocument,
  openDocument,
  type Place,
  type Resource,
} from "./place.ts";
import { cutFragment, resolveUri } from "./uri.ts";

/** The opened document, and the remote ones as far as they were asked for. */
export interface Library {
  readonly main: LoadedDocument;
  /** The place that a reference in `from` leads to, Core section 8.2.3.1. */
  findTarget(from: Place, reference: string): Place | undefined;
  /** The dynamic anchors of a resource, by name. */
  findDynamicAnchors(resource: Resource): ReadonlyMap<string, Place>;
}

/** What a library is made of; `remotes` are keyed by absolute URI without fragment. */
export interface LibraryOptions {
  readonly baseUri: string;
  readonly remotes: ReadonlyMap<string, JsonValue>;
}

/** The documents, as far as they were opened and walked. */
interface Shelf extends LibraryOptions {
  readonly main: LoadedDocument;
  readonly opened: Map<string, LoadedDocument>;
  readonly indexes: Map<LoadedDocument, ReadonlyMap<string, Resource>>;
}

/** Opens a library; no document is walked before a reference needs it. */
export function openLibrary(root: JsonValue, options: LibraryOptions): Library {
  const main = openDocument(root, options.baseUri, "");
  const shelf: Shelf = { ...options, main, opened: new Map(), indexes: new Map() };
  return {
    main,
    findTarget: (from, reference) => findTarget(shelf, from, reference),
    findDynamicAnchors(resource) {
      indexOf(shelf, resource.root.document);
      return resource.dynamicAnchors;
    },
  };
}

function findTarget(shelf: Shelf, from: Place, reference: string): Place | undefined {
  const { uri, fragment = "" } = cutFragment(reference);
  const target = resolveUri(from.resource.uri, uri);
  const resource = target === from.resource.uri ? from.resource : findResource(shelf, target);
  if (resource === undefined || fragment === "") return resource?.root;
  if (fragment.startsWith("/")) return findPlace(resource.root, parsePointer(fragment));
  indexOf(shelf, resource.root.document);
  return resource.anchors.get(fragment);
}

function findResource(shelf: Shelf, uri: string): Resource | undefined {
  const { main, baseUri, remotes } = shelf;
  if (uri === main.root.resource.uri || uri === baseUri) return main.root.resource;
  const remote = openRemote(shelf, uri);
  if (remote !== undefined) return remote.root.resource;
  const own = indexOf(shelf, main).get(uri);
  if (own !== undefined) return own;
  for (const name of remotes.keys()) {
    const document = openRemote(shelf, name);
    const found = document && indexOf(shelf, document).get(uri);
    if (found !== undefined) return found;
  }
  return undefined;
}

function openRemote({ remotes, opened }: Shelf, uri: string): LoadedDocument | undefined {
  const known = opened.get(uri);
  const value = remotes.get(uri);
  if (known !== undefined || value === undefined) return known;
  const document = openDocument(value, uri, `${uri}#`);
  opened.set(uri, document);
  return document;
}

function indexOf({ indexes }: Shelf, document: LoadedDocument): ReadonlyMap<string, Resource> {
  const index = indexes.get(document) ?? indexIdentifiers(document);
  indexes.set(document, index);
  return index;
}
