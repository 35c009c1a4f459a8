import type { Addition, EntryChanges, Patching } from "./patching.ts";
import { printExpandedJson, printInlineJson } from "./print-json.ts";
import { printInlineMember, printInlineYaml } from "./print-yaml.ts";
import { startOfLine } from "./splice.ts";
import type { WrittenContainer, WrittenEntry } from "./written.ts";

/** Removes and adds entries of a collection in brackets. */
export function patchFlowEntries(
  node: WrittenContainer,
  changes: EntryChanges,
  patching: Patching,
): void {
  const entries = node.entries();
  const gap = findGap(node, entries, patching);
  for (const [index, additions] of changes.inserted) {
    const printed = additions.map((addition) => printAddition(addition, gap, patching));
    const anchor = index === -1 ? undefined : entries[index];
    if (anchor !== undefined) {
      const text = printed.map((one) => `,${gap}${one}`).join("");
      patching.splices.push({ start: anchor.end, end: anchor.end, text });
    } else {
      const at =
        entries.find((_entry, other) => !changes.removed.has(other))?.start ?? node.end - 1;
      patching.splices.push({
        start: at,
        end: at,
        text: printed.map((one) => `${one},${gap}`).join(""),
      });
    }
  }
  removeRuns(entries, changes.removed, patching);
}

/** What stands between a comma and the next entry. */
function findGap(
  node: WrittenContainer,
  [first, second]: readonly WrittenEntry[],
  { text, style }: Patching,
): string {
  if (first === undefined) return style.gap;
  const between = second && /^\s*,(\s*)$/.exec(text.slice(first.end, second.start))?.[1];
  if (between !== undefined) return between;
  const opening = text.slice(node.start + 1, first.start);
  return /^\s*\n\s*$/.test(opening) ? opening : style.gap;
}

function printAddition({ key, value }: Addition, gap: string, { style }: Patching): string {
  if (style.format === "yaml") {
    return key === undefined
      ? printInlineYaml(value, "PLAIN", style)
      : printInlineMember(key, value, style);
  }
  const margin = gap.includes("\n") ? gap.slice(gap.lastIndexOf("\n") + 1) : undefined;
  const printed =
    margin === undefined ? printInlineJson(value, style) : printExpandedJson(value, margin, style);
  const space = margin === undefined ? style.gap : " ";
  return key === undefined ? printed : `${JSON.stringify(key)}:${space}${printed}`;
}

/** Removes runs of entries, each with the commas that it needs no more. */
function removeRuns(
  entries: readonly WrittenEntry[],
  removed: ReadonlySet<number>,
  { text, splices }: Patching,
): void {
  for (let index = 0; index < entries.length; index++) {
    const first = entries[index];
    if (first === undefined || !removed.has(index)) continue;
    const previous = entries[index - 1];
    while (removed.has(index + 1)) index++;
    const next = entries[index + 1];
    const end = next?.start ?? entries[index]?.end ?? first.end;
    const holdsComment =
      previous !== undefined && text.slice(previous.end, first.start).includes("#");
    const start = next !== undefined || holdsComment ? first.start : (previous?.end ?? first.start);
    splices.push({ start, end, text: "" });
  }
}

/** The blanks with which the line of an offset begins. */
export function marginOf(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}
