import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { findMember, isJsonArray, isJsonObject, setMember } from "../json/json-value.ts";
import { type Place, step } from "../pointer/place.ts";
import { carryOrigins, createTrace, type Trace } from "../trace/trace.ts";
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
  if (isJsonArray(value)) {
    const part = { kind: type.kind, shape: "one" } as const;
    if (type.shape === "list") return mapItems(value, part, place, { map, trace });
    // Drafts of JSON Schema before 2020-12 wrote tuples as `items: [...]`
    const isTuple = type.kind === "schema" && type.shape === "one" && place?.key === "items";
    return isTuple ? mapItems(value, part, place, { map, trace }) : value;
  }
  if (!isJsonObject(value) || type.shape === "list") return value;
  let copy: { [key: string]: JsonValue } | undefined;
  for (const key of Object.keys(value)) {
    const part = findPartType(type, key);
    const present = value[key];
    if (part === undefined || present === undefined) continue;
    const mapped = map(present, part, step(place, key));
    if (mapped === present) continue;
    copy ??= copyObject(value, trace);
    setMember(copy, key, mapped);
  }
  return copy ?? value;
}

/** Visits every part of a node that the grammar knows. */
export function visitParts(
  value: JsonValue,
  type: NodeType,
  place: Place,
  visit: (value: JsonValue, type: NodeType, place: Place) => void,
): void {
  const map: MapNode = (part, partType, partPlace) => {
    visit(part, partType, partPlace);
    return part;
  };
  mapParts(value, type, place, { map, trace: createTrace() });
}

/** The type of what stands under one key of an object; undefined where the grammar knows none. */
export function findPartType(type: NodeType, key: string): NodeType | undefined {
  if (type.shape === "map") return { kind: type.kind, shape: "one" };
  const { fields, patterned } = grammar[type.kind];
  const field = fields.get(key);
  if (field !== undefined) return typeof field === "string" ? undefined : field;
  return patterned?.names.test(key) === true ? patterned.type : undefined;
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

function mapItems(
  items: readonly JsonValue[],
  type: NodeType,
  place: Place,
  { map, trace }: { readonly map: MapNode; readonly trace: Trace },
): JsonValue {
  let copy: JsonValue[] | undefined;
  for (const [index, item] of items.entries()) {
    const mapped = map(item, type, step(place, index));
    if (mapped === item) continue;
    if (copy === undefined) {
      copy = [...items];
      carryOrigins(trace, items, copy);
    }
    copy[index] = mapped;
  }
  return copy ?? items;
}

function copyObject(value: JsonObject, trace: Trace): { [key: string]: JsonValue } {
  const copy = { ...value };
  carryOrigins(trace, value, copy);
  return copy;
}
