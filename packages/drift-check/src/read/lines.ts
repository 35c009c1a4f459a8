/** One line of a text, numbered from 1; `tooLong` when its text was dropped. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly tooLong: boolean;
}

/** Splits a stream of UTF-8 bytes into lines without holding more than one line of at most `limit` characters. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncIterable<Line> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  let number = 1;
  const finish = (): Line => {
    const tooLong = length > limit;
    const line = { number, text: tooLong ? "" : parts.join(""), tooLong };
    parts = [];
    length = 0;
    number += 1;
    return line;
  };
  const keep = (text: string): void => {
    length += text.length;
    if (length <= limit) parts.push(text);
    else parts = [];
  };
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split("\n");
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) yield finish();
      keep(piece);
    }
  }
  keep(decoder.decode());
  if (length > 0) yield finish();
}
