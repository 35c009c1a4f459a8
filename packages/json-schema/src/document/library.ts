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

/** Opens a library; no document is walked before a reference needs it. */
export function openLibrary(root: JsonValue, options: LibraryOptions): Library {
  const main = openDocument(root, options.baseUri, "");
  const remotes = new Map<string, LoadedDocument>();
  const indexes = new Map<LoadedDocument, ReadonlyMap<string, Resource>>();

  const indexOf = (document: LoadedDocument): ReadonlyMap<string, Resource> => {
    const index = indexes.get(document) ?? indexIdentifiers(document);
    indexes.set(document, index);
    return index;
  };
  const openRemote = (uri: string): LoadedDocument | undefined => {
    const known = remotes.get(uri);
    const value = options.remotes.get(uri);
    if (known !== undefined || value === undefined) return known;
    const document = openDocument(value, uri, `${uri}#`);
    remotes.set(uri, document);
    return document;
  };
  const findResource = (uri: string): Resource | undefined => {
    if (uri === main.root.resource.uri || uri === options.baseUri) return main.root.resource;
    const remote = openRemote(uri);
    if (remote !== undefined) return remote.root.resource;
    const own = indexOf(main).get(uri);
    if (own !== undefined) return own;
    for (const name of options.remotes.keys()) {
      const document = openRemote(name);
      const found = document && indexOf(document).get(uri);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return {
    main,
    findTarget(from, reference) {
      const { uri, fragment = "" } = cutFragment(reference);
      const target = resolveUri(from.resource.uri, uri);
      const resource = target === from.resource.uri ? from.resource : findResource(target);
      if (resource === undefined || fragment === "") return resource?.root;
      if (fragment.startsWith("/")) return findPlace(resource.root, parsePointer(fragment));
      indexOf(resource.root.document);
      return resource.anchors.get(fragment);
    },
    findDynamicAnchors(resource) {
      indexOf(resource.root.document);
      return resource.dynamicAnchors;
    },
  };
}
