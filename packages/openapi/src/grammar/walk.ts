import { findMember, isJsonArray, isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { type DraftContainer, setChild } from "../draft/draft.ts";
import { type Place, type PlaceStep, step } from "../pointer/place.ts";
import { carryOrigins, type Trace } from "../trace/trace.ts";
import { grammar } from "./grammar.ts";
import type { NodeType } from "./node-type.ts";

/** What is done with each part of a node. */
export type MapNode = (value: JsonValue, type: NodeType, place: Place) => JsonValue;

/**
 * Maps every part of a node that the grammar knows: the objects in its fields, or the items of a
 * list or map of objects. Answers the node itself when no part changed, else a copy.
 */
export function mapParts(
  value: JsonValue,
  type: NodeType,
  place: Place,
  { map, trace }: { readonly map: MapNode; readonly trace: Trace },
): JsonValue {
  let copy: DraftContainer | undefined;
  visitParts(value, type, place, (part, partType, partPlace) => {
    const mapped = map(part, partType, partPlace);
    if (mapped === part) return;
    copy ??= copyContainer(value, trace);
    if (copy !== undefined) setChild(copy, partPlace.key, mapped);
  });
  return copy ?? value;
}

/** Visits every part of a node that the grammar knows. */
export function visitParts(
  value: JsonValue,
  type: NodeType,
  place: Place,
  visit: (value: JsonValue, type: NodeType, place: PlaceStep) => void,
): void {
  if (isJsonArray(value)) {
    const item = findItemType(type, place);
    if (item === undefined) return;
    for (let index = 0; index < value.length; index++) {
      const part = value[index];
      if (part !== undefined) visit(part, item, step(place, index));
    }
  } else if (isJsonObject(value)) {
    for (const key of Object.keys(value)) {
      const partType = findPartType(type, key);
      const part = partType && value[key];
      if (partType !== undefined && part !== undefined) visit(part, partType, step(place, key));
    }
  }
}

/** The type of what stands under one key of an object; undefined where the grammar knows none. */
export function findPartType(type: NodeType, key: string): NodeType | undefined {
  if (type.shape !== "one") return type.shape === "map" ? type.item : undefined;
  const { fields, parts, patterned } = grammar[type.kind];
  if (patterned === undefined || fields.has(key)) return parts.get(key);
  return patterned.names.test(key) ? patterned.type : undefined;
}

/** Drafts of JSON Schema before 2020-12 wrote tuples as `items: [...]`. */
function findItemType(type: NodeType, place: Place): NodeType | undefined {
  if (type.shape === "list") return type.item;
  return type.shape === "one" && type.kind === "schema" && place?.key === "items"
    ? type
    : undefined;
}

/** The type of a root document: that of Swagger 2.0 where its version is 2. */
export function rootTypeOf(document: JsonValue): NodeType {
  return { kind: isSwagger(document) ? "swagger" : "description", shape: "one" };
}

/** Whether a root document says that it is written in Swagger 2.0. */
export function isSwagger(document: JsonValue): boolean {
  const version = findMember(document, "openapi") ?? findMember(document, "swagger");
  return /^2(?:\.|$)/.test(String(version));
}

function copyContainer(value: JsonValue, trace: Trace): DraftContainer | undefined {
  if (!isJsonArray(value) && !isJsonObject(value)) return undefined;
  const copy: DraftContainer = isJsonArray(value) ? [...value] : { ...value };
  carryOrigins(trace, value, copy);
  return copy;
}
