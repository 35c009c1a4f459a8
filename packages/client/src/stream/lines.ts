/**
 * The lines of a text that comes in pieces, without what ends them: CR LF, LF or CR. What stands after
 * the last end of a line is a line where it is not empty.
 */
export async function* splitLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of texts) {
    // A CR at the end may be half of a CR LF.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") {
    yield rest.replace(/\r$/, "");
  }
}

/** JSON of a stream. The parser's own message quotes the text, which may hold secrets: it is left out. */
export function parseItem(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError("an item of the stream is not JSON");
  }
}
