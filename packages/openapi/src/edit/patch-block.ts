import type { Addition, EntryChanges, Patching } from "./patching.ts";
import { printBlock } from "./print-yaml.ts";
import { columnOf, endOfLine, type Splice, startOfLine } from "./splice.ts";
import type { WrittenContainer, WrittenEntry } from "./written.ts";

/** Removes and adds entries of a block collection, in lines of their own. */
export function patchBlockEntries(
  node: WrittenContainer,
  changes: EntryChanges,
  patching: Patching,
): void {
  const entries = node.entries();
  for (const [index, additions] of changes.inserted) insert(entries, index, additions, patching);
  const behind = removeCompact(entries, changes.removed, patching);
  for (const index of changes.removed) {
    const entry = entries[index];
    if (entry !== undefined && index >= behind)
      patching.splices.push(linesOf(entry, patching.text));
  }
}

function insert(
  entries: readonly WrittenEntry[],
  index: number,
  additions: readonly Addition[],
  { text, style, splices }: Patching,
): void {
  const first = entries[0];
  if (first === undefined) return;
  const margin = " ".repeat(columnOf(text, first.start));
  const printed = additions.map(({ key, value }) =>
    indent(
      printBlock(key === undefined ? [value] : Object.fromEntries([[key, value]]), style),
      margin,
    ),
  );
  const anchor = entries[index];
  if (anchor === undefined) {
    const lines = printed.join(style.lineBreak).slice(margin.length);
    splices.push({ start: first.start, end: first.start, text: lines + style.lineBreak + margin });
    return;
  }
  const at = endOfLine(text, anchor.end);
  const lines = printed.map((one) => style.lineBreak + one).join("");
  splices.push({ start: at, end: at, text: lines });
}

/**
 * The first entries of a collection that begins behind a dash, as in `- a: 1`: the next one that
 * stays moves up to the dash. Answers the index of that one; 0 where nothing was done.
 */
function removeCompact(
  entries: readonly WrittenEntry[],
  removed: ReadonlySet<number>,
  { text, splices }: Patching,
): number {
  const [first] = entries;
  if (first === undefined || !removed.has(0) || beginsLine(first.start, text)) return 0;
  const kept = entries.findIndex((_entry, index) => !removed.has(index));
  const last = entries[kept - 1] ?? first;
  const next = entries[kept]?.start ?? last.end;
  const holdsComment = text.slice(last.end, next).includes("#");
  splices.push({ start: first.start, end: holdsComment ? last.end : next, text: "" });
  return kept;
}

/** The lines of an entry, with the line break before them where there is one. */
function linesOf({ start, end }: WrittenEntry, text: string): Splice {
  const from = startOfLine(text, start);
  const to = behindDeeperComments(text, endOfLine(text, end), start - from);
  if (from === 0) return { start: 0, end: behindBreak(text, to), text: "" };
  return { start: text[from - 2] === "\r" ? from - 2 : from - 1, end: to, text: "" };
}

/** Comments that stand deeper than an entry are a part of it; a text before would swallow them. */
function behindDeeperComments(text: string, lineEnd: number, column: number): number {
  const comment = /(?:\r?\n[ \t]*)*\r?\n( *)#[^\r\n]*/y;
  for (let at = lineEnd; ; at = comment.lastIndex) {
    comment.lastIndex = at;
    const found = comment.exec(text);
    if (found === null || (found[1]?.length ?? 0) <= column) return at;
  }
}

function behindBreak(text: string, at: number): number {
  const next = text.indexOf("\n", at);
  return next === -1 ? text.length : next + 1;
}

function beginsLine(offset: number, text: string): boolean {
  return text.slice(startOfLine(text, offset), offset).trim() === "";
}

/** Every line with a margin before it, blank ones excepted. */
export function indent(lines: string, margin: string): string {
  return margin + indentRest(lines, margin);
}

/** Every line but the first with a margin before it, blank ones excepted. */
export function indentRest(lines: string, margin: string): string {
  return lines.replace(/\n(?=[^\r\n])/g, `\n${margin}`);
}
