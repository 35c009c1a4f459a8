import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { isJsonArray } from "../json/json-value.ts";
import { findChild, splitPointer } from "../pointer/pointer.ts";
import type { NodeType } from "./node-type.ts";
import { findPartType, rootType } from "./walk.ts";

/** The type of the node at a pointer of a document; undefined where the grammar does not reach. */
export function findTypeAt(document: JsonObject, pointer: string): NodeType | undefined {
  let type: NodeType | undefined = rootType;
  let value: JsonValue | undefined = document;
  for (const key of splitPointer(pointer)) {
    type = isJsonArray(value) ? itemType(type) : findPartType(type, key);
    value = findChild(value, key);
    if (type === undefined || value === undefined) return undefined;
  }
  return type;
}

/** Schemas stand in arrays under `items` too, as drafts of JSON Schema before 2020-12 wrote tuples. */
function itemType({ kind, shape }: NodeType): NodeType | undefined {
  return shape === "list" || (shape === "one" && kind === "schema")
    ? { kind, shape: "one" }
    : undefined;
}
