import { readJsonEntries, skipBlank, skipJsonValue } from "../parse/json-locator.ts";
import { once, type WrittenEntry, type WrittenNode } from "./written.ts";

/** Reads where the values of a JSON text stand, container by container. `text` must be valid. */
export function readWrittenJson(text: string): WrittenNode {
  const start = skipBlank(text, 0);
  return nodeAt(text, start, skipJsonValue(text, start));
}

function nodeAt(text: string, start: number, end: number): WrittenNode {
  const opening = text[start];
  if (opening !== "{" && opening !== "[") {
    const style = opening === '"' ? "QUOTE_DOUBLE" : "PLAIN";
    return { kind: "scalar", start, end, style, shared: false };
  }
  const kind = opening === "{" ? "object" : "array";
  const entries = once(() => readEntries(text, start));
  return { kind, layout: "flow", start, end, shared: false, entries };
}

function readEntries(text: string, start: number): readonly WrittenEntry[] {
  return readJsonEntries(text, start).map(({ key, shown, value, end }) => ({
    key,
    start: shown,
    end,
    from: value,
    value: nodeAt(text, value, end),
  }));
}
