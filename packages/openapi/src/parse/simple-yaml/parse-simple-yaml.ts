import { isJsonArray, isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { splitPointer } from "@truespec/json-schema/json-pointer";
import type { ParsedText } from "../parsed-text.ts";
import { readSimpleYaml } from "./read-simple-yaml.ts";

/** The value of a text in simple YAML, where nothing is wrong; undefined where it is not so simple. */
export function parseSimpleYaml(text: string): ParsedText | undefined {
  const value = readSimpleYaml(text, () => undefined);
  if (value === undefined) return undefined;
  return { value, faults: [], locate: createSimpleLocator(text) };
}

/**
 * Finds the offset of a node's key or of an item, or of its nearest ancestor's. The text is read once
 * more at the first question: most are never asked.
 */
function createSimpleLocator(text: string): (pointer: string) => number {
  let places: Places | undefined;
  return (pointer) => {
    places ??= findPlaces(text);
    let offset = places.start;
    let value: JsonValue | undefined = places.root;
    for (const key of splitPointer(pointer)) {
      const found: number | undefined = places.offsets.get(value)?.get(key);
      if (found === undefined) break;
      offset = found;
      value = isJsonArray(value)
        ? value[Number(key)]
        : isJsonObject(value)
          ? value[key]
          : undefined;
    }
    return offset;
  };
}

interface Places {
  readonly root: JsonValue | undefined;
  readonly start: number;
  /** Where the members of each object and the items of each array stand. */
  readonly offsets: ReadonlyMap<JsonValue | undefined, ReadonlyMap<string, number>>;
}

function findPlaces(text: string): Places {
  const offsets = new Map<JsonValue | undefined, Map<string, number>>();
  let start: number | undefined;
  const root = readSimpleYaml(text, (container, key, offset) => {
    start ??= offset;
    const known = offsets.get(container);
    if (known === undefined) offsets.set(container, new Map([[key, offset]]));
    else known.set(key, offset);
  });
  return { root, start: start ?? 0, offsets };
}
