import { type Reading, skipSpaces, toLineBelow, toNextLine } from "./reading.ts";

/** How a block scalar is written: `|` keeps its lines, `>` folds them; `-` and `+` are about its end. */
interface Header {
  readonly isFolded: boolean;
  readonly chomping: string;
}

/**
 * Reads a text that `|` or `>` begins, and goes to the line behind it. Its lines stand further in than
 * `column`.
 *
 * @returns undefined where it is not simple.
 * @see https://yaml.org/spec/1.2.2/#81-block-scalar-styles
 */
export function readBlockScalar(reading: Reading, column: number): string | undefined {
  const header = readHeader(reading);
  const lines = header && readLines(reading, column);
  if (header === undefined || lines === undefined) return undefined;
  const last = lines.findLastIndex((line) => line !== "");
  if (last < 0) return header.chomping === "+" ? undefined : "";
  const body = header.isFolded ? fold(lines, last) : lines.slice(0, last + 1).join("\n");
  if (header.chomping === "-") return body;
  if (header.chomping === "") return `${body}\n`;
  const isCut = reading.at === reading.text.length && !reading.text.endsWith("\n");
  return isCut ? undefined : body + "\n".repeat(lines.length - last);
}

function readHeader({ text, at, end }: Reading): Header | undefined {
  const [, style, chomping] = /^([|>])([-+]?) *(?: #.*)?$/.exec(text.slice(at, end)) ?? [];
  return style === undefined ? undefined : { isFolded: style === ">", chomping: chomping ?? "" };
}

/** The lines without what they are indented by; undefined where some stand less far in than the first. */
function readLines(reading: Reading, column: number): readonly string[] | undefined {
  const written = readWrittenLines(reading, column);
  const first = written.findIndex((line) => depthOf(line) < line.length);
  const indent = depthOf(written[first] ?? "");
  const isEven = written.every((line, index) => {
    const depth = depthOf(line);
    const isBehind = first >= 0 && index > first;
    return depth < line.length ? depth >= indent : isBehind || depth <= indent;
  });
  return isEven ? written.map((line) => line.slice(indent)) : undefined;
}

/** The lines that stand further in than a column, and blank ones; goes to the line behind them. */
function readWrittenLines(reading: Reading, column: number): readonly string[] {
  const { text } = reading;
  const lines: string[] = [];
  for (;;) {
    const above = reading.end;
    toLineBelow(reading);
    const { start, end } = reading;
    const at = skipSpaces(text, start, end);
    if (start === text.length || (at < end && at - start <= column)) {
      reading.end = above;
      toNextLine(reading);
      return lines;
    }
    lines.push(text.slice(start, end));
  }
}

function depthOf(line: string): number {
  return skipSpaces(line, 0, line.length);
}

/** Lines join to one, except blank ones and those that stand further in. */
function fold(lines: readonly string[], last: number): string {
  let folded = "";
  let breaks = 0;
  let isKept = true;
  for (const line of lines.slice(0, last + 1)) {
    if (line === "") {
      breaks++;
      continue;
    }
    const isFurtherIn = line.startsWith(" ") || line.startsWith("\t");
    if (isKept || isFurtherIn) folded += "\n".repeat(breaks);
    else folded += breaks === 1 ? " " : "\n".repeat(breaks - 1);
    folded += line;
    isKept = isFurtherIn;
    breaks = 1;
  }
  return folded;
}
