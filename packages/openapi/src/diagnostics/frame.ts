const context = 2;
const widest = 100;

/**
 * The lines around a place with a caret under it, ready to print.
 *
 * Long lines are cut around the column, control characters are shown as spaces, so that a hostile
 * file cannot steer a terminal.
 */
export function printFrame(text: string, line: number, column: number): string {
  const lines = linesAround(text, line);
  const first = Math.max(1, line - context);
  const width = String(first + lines.length - 1).length;
  const start = Math.max(0, column - 1 - Math.floor(widest / 2));
  const printed: string[] = [];
  for (const [index, content] of lines.entries()) {
    const number = first + index;
    const mark = number === line ? ">" : " ";
    printed.push(`${mark} ${String(number).padStart(width)} | ${cut(content, start)}`.trimEnd());
    if (number === line) {
      printed.push(`  ${" ".repeat(width)} | ${" ".repeat(column - 1 - start)}^`);
    }
  }
  return printed.join("\n");
}

function cut(line: string, start: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal
  return line.slice(start, start + widest).replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}

function linesAround(text: string, line: number): string[] {
  let at = 0;
  for (let skip = Math.max(1, line - context); skip > 1; skip--) {
    const next = text.indexOf("\n", at);
    if (next === -1) break;
    at = next + 1;
  }
  const lines: string[] = [];
  for (let count = Math.min(line - 1, context) + 1 + context; count > 0; count--) {
    const next = text.indexOf("\n", at);
    lines.push(text.slice(at, next === -1 ? undefined : next));
    if (next === -1) break;
    at = next + 1;
  }
  return lines;
}
