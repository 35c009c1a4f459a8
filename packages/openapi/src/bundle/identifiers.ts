import type { JsonValue } from "@truespec/json-schema";
import { findChild } from "@truespec/json-schema/json-pointer";
import { findString } from "../json/json-value.ts";
import { keysOf, type Place } from "../pointer/place.ts";

/** The schemas of a document that are resources of their own, by `$id`. */
export interface Identifiers {
  /** Whether a reference at a place stays inside of such a resource, or names one. */
  readonly owns: (place: Place, ref: string) => boolean;
}

/**
 * What the `$id`s of a document's schemas say of its references.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.1
 */
export function createIdentifiers(document: JsonValue, known: ReadonlySet<string>): Identifiers {
  const owns = (place: Place, ref: string): boolean => {
    const enclosing = findEnclosing(document, place);
    const [uri = ""] = ref.split("#", 1);
    if (uri === "") return enclosing !== undefined;
    return known.has(uri) || known.has(resolve(uri, enclosing));
  };
  return { owns: known.size === 0 ? () => false : owns };
}

function findEnclosing(document: JsonValue, place: Place): string | undefined {
  let enclosing: string | undefined;
  let value: JsonValue | undefined = document;
  for (const key of keysOf(place)) {
    value = findChild(value, key);
    enclosing = findString(value, "$id") ?? enclosing;
  }
  return enclosing;
}

function resolve(uri: string, base: string | undefined): string {
  return URL.canParse(uri, base) ? new URL(uri, base).href : uri;
}
