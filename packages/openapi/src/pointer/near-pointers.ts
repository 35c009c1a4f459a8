import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import {
  findChild,
  formatPointer,
  resolvePointer,
  splitPointer,
} from "@truespec/json-schema/json-pointer";
import { findNearNames } from "../diagnostics/near-names.ts";

/**
 * The pointers that one which leads nowhere may have meant: its first wrong key replaced by a near
 * one, and only if the rest is there then. Nearest first; at most three.
 */
export function findNearPointers(document: JsonValue, pointer: string): readonly string[] {
  const keys = splitPointer(pointer);
  let parent: JsonValue | undefined = document;
  for (const [index, key] of keys.entries()) {
    const child: JsonValue | undefined = findChild(parent, key);
    if (child === undefined) {
      return isJsonObject(parent)
        ? findNearNames(key, Object.keys(parent))
            .map((name) => formatPointer([...keys.slice(0, index), name, ...keys.slice(index + 1)]))
            .filter((near) => resolvePointer(document, near) !== undefined)
        : [];
    }
    parent = child;
  }
  return [];
}
