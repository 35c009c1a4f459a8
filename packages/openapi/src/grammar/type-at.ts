import { isJsonArray, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { appendKey, findChild, localRef, splitPointer } from "@truespec/json-schema/json-pointer";
import { findString } from "../json/json-value.ts";
import { keysOf, type Place } from "../pointer/place.ts";
import type { NodeType } from "./node-type.ts";
import { findPartType, rootTypeOf } from "./walk.ts";

/** The type of the node at a pointer of a document; undefined where the grammar does not reach. */
export function findTypeAt(document: JsonObject, pointer: string): NodeType | undefined {
  let type: NodeType | undefined = rootTypeOf(document);
  let value: JsonValue | undefined = document;
  for (const key of splitPointer(pointer)) {
    type = isJsonArray(value) ? itemType(type) : findPartType(type, key);
    value = findChild(value, key);
    if (type === undefined || value === undefined) return undefined;
  }
  return type;
}

/**
 * A reference to the outermost schema on the way to a place, or to the nearest with an `$id` of its
 * own; undefined where the grammar does not reach.
 */
export function findOutermostSchema(document: JsonObject, place: Place): string | undefined {
  let type: NodeType | undefined = rootTypeOf(document);
  let value: JsonValue | undefined = document;
  let at = "";
  let found: string | undefined;
  for (const key of keysOf(place)) {
    type = isJsonArray(value) ? itemType(type) : findPartType(type, key);
    value = findChild(value, key);
    if (type === undefined || value === undefined) return undefined;
    at = appendKey(at, key);
    if (type.kind !== "schema" || type.shape !== "one" || isJsonArray(value)) continue;
    if (findString(value, "$id") !== undefined) found = "#";
    found ??= localRef(at);
  }
  return found;
}

/** Schemas stand in arrays under `items` too, as drafts of JSON Schema before 2020-12 wrote tuples. */
function itemType(type: NodeType | undefined): NodeType | undefined {
  if (type?.shape === "list") return type.item;
  return type?.shape === "one" && type.kind === "schema" ? type : undefined;
}
