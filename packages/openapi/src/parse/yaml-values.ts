import {
  isJsonArray,
  isJsonObject,
  type JsonObjectDraft,
  type JsonValue,
  setMember,
} from "@truespec/json-schema/json";
import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { maxDepth } from "./nesting.ts";
import type { TextFault } from "./parsed-text.ts";

/** How many nodes a document may have once its aliases are written out. */
const maxNodes = 5_000_000;

interface Anchored {
  readonly node: Node;
  readonly value: JsonValue;
  readonly nodes: number;
}

interface Conversion {
  readonly faults: TextFault[];
  readonly anchors: Map<string, Anchored>;
  readonly targets: Map<Alias, Node>;
  readonly shared: Set<JsonValue>;
  /** Nodes so far, aliases written out. */
  nodes: number;
  failed: boolean;
}

/** What {@link convertYaml} gives. */
export interface ConvertedYaml {
  readonly value: JsonValue | undefined;
  readonly faults: readonly TextFault[];
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
  /** The values that an alias stands for as well. */
  readonly shared: ReadonlySet<JsonValue>;
}

/** Turns YAML nodes into JSON values. An alias and its anchor share one value. */
export function convertYaml(root: unknown): ConvertedYaml {
  const conversion: Conversion = {
    faults: [],
    anchors: new Map(),
    targets: new Map(),
    shared: new Set(),
    nodes: 0,
    failed: false,
  };
  const value = convert(root, 0, conversion);
  const { faults, targets, shared, failed } = conversion;
  return { value: failed ? undefined : value, faults, targets, shared };
}

function convert(node: unknown, depth: number, conversion: Conversion): JsonValue {
  if (conversion.failed) return null;
  if (depth > maxDepth) return fail(conversion, "too-deep", maxDepth, offsetOf(node));
  if (isAlias(node)) return convertAlias(node, conversion);
  const before = conversion.nodes;
  conversion.nodes++;
  const value = convertContent(node, depth, conversion);
  if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) {
    conversion.anchors.set(node.anchor, { node, value, nodes: conversion.nodes - before });
  }
  return value;
}

function convertContent(node: unknown, depth: number, conversion: Conversion): JsonValue {
  if (isMap(node)) return convertMap(node, depth, conversion);
  if (isSeq(node)) return convertSequence(node, depth, conversion);
  return isScalar(node) ? convertScalar(node, conversion) : null;
}

function convertAlias(node: Alias, conversion: Conversion): JsonValue {
  const anchored = conversion.anchors.get(node.source);
  if (anchored === undefined) {
    conversion.faults.push({
      code: "alias-ring",
      params: { name: node.source },
      offset: offsetOf(node),
    });
    conversion.failed = true;
    return null;
  }
  conversion.targets.set(node, anchored.node);
  conversion.shared.add(anchored.value);
  conversion.nodes += anchored.nodes;
  if (conversion.nodes > maxNodes) return fail(conversion, "alias-bomb", maxNodes, offsetOf(node));
  return anchored.value;
}

function convertSequence(node: YAMLSeq, depth: number, conversion: Conversion): JsonValue {
  return node.items.map((item) => convert(item, depth + 1, conversion));
}

function convertMap(node: YAMLMap, depth: number, conversion: Conversion): JsonValue {
  const object: JsonObjectDraft = {};
  const merged: JsonValue[] = [];
  const seen = new Set<string>();
  for (const pair of node.items) {
    const key = isPair(pair) ? keyText(pair.key) : undefined;
    if (key === undefined) {
      reportKey(conversion, "A key is no plain value", offsetOf(pair.key));
      continue;
    }
    const value = convert(pair.value, depth + 1, conversion);
    if (isMergeKey(pair.key)) {
      merged.push(value);
      continue;
    }
    if (seen.has(key)) {
      const offset = offsetOf(pair.key);
      conversion.faults.push({ code: "duplicate-key", params: { key }, offset });
    }
    seen.add(key);
    setMember(object, key, value);
  }
  for (const source of merged) mergeInto(object, source);
  return object;
}

/** `<<` takes one map or a list of maps; what is written beside it wins, then the earlier map. */
function mergeInto(object: JsonObjectDraft, source: JsonValue): void {
  for (const map of isJsonArray(source) ? source : [source]) {
    if (!isJsonObject(map)) continue;
    for (const [key, value] of Object.entries(map)) {
      if (!Object.hasOwn(object, key)) setMember(object, key, value);
    }
  }
}

function convertScalar(node: Scalar, conversion: Conversion): JsonValue {
  const { value } = node;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value === undefined) return null;
  reportKey(conversion, `${String(node.source ?? value)} is no JSON value`, offsetOf(node));
  return null;
}

/** A key as it is written; undefined when it is a collection. */
export function keyText(key: unknown): string | undefined {
  if (key === null) return "";
  if (!isScalar(key)) return undefined;
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

/** Whether a key is the merge key of YAML 1.1, which descriptions use to this day. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === "<<" && (key.type ?? "PLAIN") === "PLAIN";
}

function reportKey(conversion: Conversion, why: string, offset: number): void {
  conversion.faults.push({ code: "yaml-key", params: { why }, offset });
}

function fail(
  conversion: Conversion,
  code: "too-deep" | "alias-bomb",
  limit: number,
  offset: number,
): null {
  conversion.failed = true;
  conversion.faults.push({ code, params: { limit }, offset });
  return null;
}

function offsetOf(node: unknown): number {
  if (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) return node.range?.[0] ?? 0;
  return 0;
}
