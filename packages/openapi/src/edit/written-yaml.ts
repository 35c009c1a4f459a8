import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { isMergeKey, keyText } from "../parse/yaml-values.ts";
import { once, type ScalarStyle, type WrittenEntry, type WrittenNode } from "./written.ts";

type Token = CST.SourceToken;
type Item = CST.CollectionItem;

/** What reading needs to know beside the node. */
interface Reading {
  readonly text: string;
  /** The nodes that aliases repeat. */
  readonly shared: ReadonlySet<Node>;
}

/** Reads where the values of a YAML document stand; it must have kept its source tokens. */
export function readWrittenYaml(
  root: unknown,
  text: string,
  shared: ReadonlySet<Node>,
): WrittenNode {
  return nodeOf(root, text.length, { text, shared });
}

/** A value that is not written is taken to stand at `absent`. */
function nodeOf(node: unknown, absent: number, reading: Reading): WrittenNode {
  if (isMap(node) || isSeq(node)) return containerOf(node, absent, reading);
  if (!isScalar(node) && !isAlias(node)) return emptyAt(absent);
  const [start, end] = node.range ?? [absent, absent];
  if (isAlias(node)) return { kind: "alias", start, end };
  const shared = reading.shared.has(node);
  if (start === end) return { ...emptyAt(absent), shared };
  return {
    kind: "scalar",
    start,
    end: behindContent(start, end, reading),
    style: styleOf(node.type),
    shared,
  };
}

function emptyAt(offset: number): WrittenNode & { readonly kind: "scalar" } {
  return { kind: "scalar", start: offset, end: offset, style: "PLAIN", shared: false };
}

function containerOf(node: YAMLMap | YAMLSeq, absent: number, reading: Reading): WrittenNode {
  const [start, end] = node.range ?? [absent, absent];
  const kind = isMap(node) ? "object" : "array";
  const shared = reading.shared.has(node);
  const read = isMap(node) ? readMembers : readItems;
  const entries = once(() => read(node, reading));
  const token = node.srcToken?.type;
  if (token === "block-map" || token === "block-seq") {
    const last = entries().at(-1);
    return { kind, layout: "block", start, end: last?.end ?? start, shared, entries };
  }
  return { kind, layout: "flow", start, end, shared, entries };
}

function readMembers(map: YAMLMap | YAMLSeq, reading: Reading): readonly WrittenEntry[] {
  if (!isMap(map)) return [];
  return map.items.map((pair) => {
    const item: Item | undefined = pair.srcToken;
    const keyStart = startOf(pair.key) ?? firstOffset(item?.sep) ?? 0;
    const start = offsetOf(item?.start, ["explicit-key-ind", "anchor", "tag"]) ?? keyStart;
    const keyEnd = endOf(pair.key) ?? keyStart;
    const from = endOfLead(item?.sep, "map-value-ind");
    const value = nodeOf(pair.value, from ?? keyEnd, reading);
    const key = isMergeKey(pair.key) ? undefined : keyText(pair.key);
    return { key, start, from, value, end: Math.max(value.end, from ?? keyEnd) };
  });
}

function readItems(list: YAMLMap | YAMLSeq, reading: Reading): readonly WrittenEntry[] {
  if (!isSeq(list)) return [];
  const token = list.srcToken;
  const items: readonly Item[] = token !== undefined && "items" in token ? token.items : [];
  const isBlock = token?.type === "block-seq";
  return list.items.map((node, index) => {
    const item = items[index];
    const lead = endOfLead(item?.start, isBlock ? "seq-item-ind" : "comma");
    const value = nodeOf(node, lead ?? startOf(node) ?? 0, reading);
    const props = isBlock ? ["seq-item-ind"] : ["anchor", "tag"];
    const start = offsetOf(item?.start, props) ?? value.start;
    return {
      key: String(index),
      start,
      from: lead ?? value.start,
      value,
      end: Math.max(value.end, lead ?? 0),
    };
  });
}

/** A block scalar's range goes on behind its last line break; what follows is the next line. */
function behindContent(start: number, end: number, { text }: Reading): number {
  if (end <= start || text[end - 1] !== "\n") return end;
  return text[end - 2] === "\r" ? end - 2 : end - 1;
}

/** Behind the indicator, and behind the anchor and the tag that follow it. */
function endOfLead(tokens: readonly Token[] | undefined, indicator: string): number | undefined {
  const at = tokens?.findIndex(({ type }) => type === indicator) ?? -1;
  if (tokens === undefined || at === -1) return undefined;
  const lead = tokens
    .slice(at)
    .findLast(({ type }) => type === indicator || type === "anchor" || type === "tag");
  return lead && lead.offset + lead.source.length;
}

function offsetOf(
  tokens: readonly Token[] | undefined,
  types: readonly string[],
): number | undefined {
  return tokens?.find(({ type }) => types.includes(type))?.offset;
}

function firstOffset(tokens: readonly Token[] | undefined): number | undefined {
  return tokens?.[0]?.offset;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isAlias(node) || isMap(node) || isSeq(node)
    ? node.range?.[0]
    : undefined;
}

function endOf(node: unknown): number | undefined {
  return isScalar(node) || isAlias(node) || isMap(node) || isSeq(node)
    ? node.range?.[1]
    : undefined;
}

function styleOf(type: string | undefined): ScalarStyle {
  switch (type) {
    case "QUOTE_SINGLE":
    case "QUOTE_DOUBLE":
    case "BLOCK_LITERAL":
    case "BLOCK_FOLDED":
      return type;
    default:
      return "PLAIN";
  }
}
