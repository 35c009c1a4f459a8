/** The files that recordings are read from: passed in, so that no stage touches the disk by itself. */
export interface FileAccess {
  /** The files below a folder, recursively, sorted, relative to it with `/`; undefined when `path` is no folder. */
  readonly list: (path: string) => Promise<readonly string[] | undefined>;
  readonly exists: (path: string) => Promise<boolean>;
  /** The bytes of a file, or of standard input for `-`. @throws when it cannot be read */
  readonly read: (path: string) => AsyncIterable<Uint8Array>;
}

/**
 * Joins a stream of bytes.
 *
 * @throws when there are more than `limit` bytes
 */
export async function joinBytes(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) throw new Error(`larger than ${limit} bytes`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
