import { splitPointer } from "@truespec/json-schema/json-pointer";
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isSeq,
  type Node,
  type Pair,
} from "yaml";
import { isMergeKey, keyText } from "./yaml-values.ts";

interface Found {
  readonly node: unknown;
  readonly offset: number | undefined;
}

/**
 * Finds where a node stands in a YAML text, or its nearest ancestor that is written: the offset of
 * its key, or of the item in a sequence. Aliases lead to their anchors.
 */
export function createYamlLocator(
  document: Document.Parsed,
  targets: ReadonlyMap<Alias, Node>,
): (pointer: string) => number {
  return (pointer) => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const key of splitPointer(pointer)) {
      const found = findMember(follow(node, targets), key, targets);
      if (found === undefined) break;
      offset = found.offset ?? offset;
      node = found.node;
    }
    return offset;
  };
}

function findMember(
  node: unknown,
  key: string,
  targets: ReadonlyMap<Alias, Node>,
): Found | undefined {
  if (isSeq(node)) {
    const item = /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.findLast((item) => !isMergeKey(item.key) && keyText(item.key) === key);
  if (pair !== undefined) return { node: pair.value, offset: startOf(pair.key) };
  return findMerged(node.items, key, targets);
}

function findMerged(
  items: readonly Pair[],
  key: string,
  targets: ReadonlyMap<Alias, Node>,
): Found | undefined {
  for (const { key: name, value } of items) {
    if (!isMergeKey(name)) continue;
    const source = follow(value, targets);
    for (const map of isSeq(source) ? source.items : [source]) {
      const found = findMember(follow(map, targets), key, targets);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function follow(node: unknown, targets: ReadonlyMap<Alias, Node>): unknown {
  return isAlias(node) ? targets.get(node) : node;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
