import { formatPointer, splitPointer } from "@truespec/json-schema/json-pointer";
/**
 * A place in a document as a chain of keys: cheaper to extend at every node than a string.
 * `undefined` is the root.
 */
export interface PlaceStep {
  readonly parent: Place;
  readonly key: string;
}

/** See {@link PlaceStep}. */
export type Place = PlaceStep | undefined;

/** The place one key further. */
export function step(parent: Place, key: string | number): PlaceStep {
  return { parent, key: String(key) };
}

/** The keys from the root to a place. */
export function keysOf(place: Place): string[] {
  const keys: string[] = [];
  for (let at = place; at !== undefined; at = at.parent) keys.push(at.key);
  return keys.reverse();
}

/** The JSON Pointer of a place. */
export function pointerOf(place: Place): string {
  return formatPointer(keysOf(place));
}

/** The place that a JSON Pointer names. */
export function placeAt(pointer: string): Place {
  return splitPointer(pointer).reduce<Place>(step, undefined);
}
