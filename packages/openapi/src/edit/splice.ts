/** A piece of a text that is replaced by another; nothing is replaced where `start` is `end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with its pieces replaced; undefined where two of them overlap. Those that begin at one
 * place keep their order.
 */
export function applySplices(text: string, splices: readonly Splice[]): string | undefined {
  const sorted = [...splices].sort((left, right) => left.start - right.start);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: replacement } of sorted) {
    if (start < at) return undefined;
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return [...parts, text.slice(at)].join("");
}

/** The offset where the line of `offset` begins. */
export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The offset where the line of `offset` ends, its line break not counted. */
export function endOfLine(text: string, offset: number): number {
  const found = text.indexOf("\n", offset);
  if (found === -1) return text.length;
  return found > offset && text[found - 1] === "\r" ? found - 1 : found;
}

/** How many code units stand before `offset` in its line. */
export function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}
