/** One line of a text, numbered from 1; `tooLong` when its bytes were dropped. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly tooLong: boolean;
}

const newline = 0x0a;

/** Splits a stream of UTF-8 bytes into lines without holding more than one line of at most `limit` bytes. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncIterable<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const keep = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length <= limit) parts.push(bytes);
    else parts = [];
  };
  const finish = (): Line => {
    const line = { number, bytes: Buffer.concat(parts), tooLong: length > limit };
    parts = [];
    length = 0;
    number += 1;
    return line;
  };
  for await (const chunk of chunks) {
    // In UTF-8 no part of another character looks like a newline.
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
